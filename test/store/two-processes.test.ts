/** Processes that share a state folder follow each other, and accept nothing that no moderator accepted. */
import { expect, it } from "vitest";
import { startWorkerProcess } from "../../src/store/worker.js";
import { hear, openTemporary } from "./live-folder.js";

const TIMES = { every: 15, quiet: 45 };
const GOLDEN = '{ ask: "when did it begin", expect: start-date }';
const UNWANTED = '{ ask: "when did it begin", expect: none }';

async function openTwo() {
  const temporary = openTemporary({ startWorker: startWorkerProcess });
  const [one, other] = [await temporary.openGood(), await temporary.openGood()];
  const news = [hear(one), hear(other)];
  for (const live of [one, other]) live.watch(TIMES);
  const each = (kind: string) =>
    expect.poll(() => news.map((heard) => heard.some((piece) => piece.kind === kind))).toEqual([true, true]);
  return { ...temporary, one, other, news, each };
}

it("what a moderator accepts in one process comes into force in the other", async () => {
  const { one, other, edit, each } = await openTwo();
  edit("golden.yaml", GOLDEN, UNWANTED);
  await each("held");
  expect(await one.reload({ force: true })).toMatchObject({ kind: "replaced" });
  await each("replaced");
  expect(other.current().version).toBe(one.current().version);
});

it("an edit that nobody accepted stays held in both, though an earlier one has come into force in the other", async () => {
  const { one, other, edit, each, news } = await openTwo();
  edit("answers/dates.yaml", "45 days after", "forty-five days after");
  await one.reload();
  const { version } = one.current();
  edit("golden.yaml", GOLDEN, UNWANTED);
  await each("held");
  await new Promise((resolve) => setTimeout(resolve, 20 * TIMES.every));
  expect(one.current().version).toBe(version);
  expect(news.flat().filter((piece) => piece.kind === "replaced" && piece.version !== version)).toEqual([]);
  expect(other.problems().join()).toContain("when did it begin");
});
