/** The built bot with real data: an edit is live without a restart, and learning never stands in the way. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import { startBot } from "../faults/bot-process.js";
import { workersOf } from "./worker-processes.js";

const QUESTION = { question: "when would the ban have started?" };

async function openRunning() {
  const data = join(mkdtempSync(join(tmpdir(), "process-")), "data");
  onTestFinished(() => rmSync(join(data, ".."), { recursive: true, force: true }));
  cpSync("data", data, { recursive: true });
  const sandbox = await openJudgedSandbox({ channels: ["general", "help"] });
  const bot = startBot(sandbox, { DATA_DIR: data });
  await bot.connected();
  const ada = sandbox.person("ada");
  return {
    bot,
    /** In a channel where nothing was asked yet: there the answer would only be pointed to. */
    ask: async (channel: string) => (await ada.slash("ask", QUESTION, channel).post()).message.content,
    edit(file: string, from: string | RegExp, to: string) {
      const text = readFileSync(join(data, file), "utf8");
      expect(text).toMatch(from);
      writeFileSync(join(data, file), text.replace(from, to));
    },
  };
}

it("answers from the data saved last, even while it learns from new wordings, and a signal ends it at once", async () => {
  const { ask, edit, bot } = await openRunning();
  expect(await ask("general")).not.toContain("on the nineteenth");
  edit(
    "answers/dates.yaml",
    "started on {date.earliest} at the earliest",
    "started on the nineteenth, {date.earliest}, at the earliest",
  );
  await bot.prints('"outcome":"replaced"');
  expect(await ask("general")).toContain("on the nineteenth");
  edit("phrasings/dates.txt", /^\[start-date\]\n/m, "$&which morning was circled as day zero\n");
  await bot.prints('"outcome":"learning"');
  expect(await ask("help")).toContain("on the nineteenth");
  bot.signal("SIGTERM");
  expect((await bot.exited).status).toBe(0);
});

/** The process id of the bot, as each line of its log has it. */
const idOf = (output: string): number => Number(/"pid":(\d+)/.exec(output)?.[1]);

it.skipIf(process.platform === "win32").each([
  ["reads", ""],
  ["learns", '"outcome":"learning"'],
])("a kill while it %s ends the worker process too, without a word", async (_, busy) => {
  const { edit, bot } = await openRunning();
  const id = idOf(bot.output());
  edit("phrasings/dates.txt", /^\[start-date\]\n/m, "$&which morning was circled as day zero\n");
  await expect.poll(() => workersOf(id)).not.toEqual([]);
  await bot.prints(busy);
  // One may learn while another reads.
  expect(workersOf(id).length).toBeLessThanOrEqual(2);
  bot.signal("SIGKILL");
  expect((await bot.exited).stderr).toBe("");
  await expect.poll(() => workersOf(id)).toEqual([]);
});
