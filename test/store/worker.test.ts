/** A job in a worker process, as the bot runs it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import type { Draft } from "../../src/core/quality/draft.js";
import { reviewInWorker, startWorkerProcess } from "../../src/store/worker.js";
import { filesOf, smallFiles } from "../data.js";
import { dayOf } from "../days.js";
import { workersOf } from "./worker-processes.js";

const DRAFT: Draft = {
  id: "end-date",
  topic: "dates",
  entry: { question: "When did it end?", answer: "In June.", cites: ["the-order"] },
  phrasings: [],
  today: dayOf("2021-02-01"),
};
it("gives each result, and then nothing more", async () => {
  const job = startWorkerProcess().run({ kind: "review", files: smallFiles, draft: DRAFT });
  expect(await job.next()).toMatchObject({ kind: "good", entry: { id: "end-date" } });
  expect([await job.next(), await job.next()]).toEqual([undefined, undefined]);
});

it("that fails rejects with what went wrong there", async () => {
  const files = filesOf({ "answers/dates.yaml": "no map\n" });
  await expect(reviewInWorker(files, DRAFT)).rejects.toThrow("Expected a YAML collection");
});

it("that is stopped gives nothing more, not even what was under way", async () => {
  const job = startWorkerProcess().run({ kind: "review", files: smallFiles, draft: DRAFT });
  const first = job.next();
  job.stop();
  expect([await first, await job.next()]).toEqual([undefined, undefined]);
});

it("whose process is killed rejects, and names the signal", async () => {
  const others = workersOf(process.pid);
  const reviewed = reviewInWorker(smallFiles, DRAFT);
  for (const id of workersOf(process.pid)) if (!others.includes(id)) process.kill(id, "SIGKILL");
  await expect(reviewed).rejects.toThrow("SIGKILL");
});

it("goes on when a signal reaches the whole group, as Ctrl+C does: the bot decides when it ends", async () => {
  const cacheFolder = mkdtempSync(join(tmpdir(), "worker-"));
  onTestFinished(() => rmSync(cacheFolder, { recursive: true, force: true }));
  const others = workersOf(process.pid);
  const task = { from: smallFiles, cacheFolder, run: "test", today: DRAFT.today };
  const worker = startWorkerProcess();
  const job = worker.run({ kind: "prepare", task });
  expect(await job.next()).toMatchObject({ kind: "read", isLearned: false });
  for (const id of workersOf(process.pid)) if (!others.includes(id)) process.kill(id, "SIGINT");
  expect(await job.next()).toMatchObject({ kind: "ready" });
  worker.stop();
  await worker.ended;
});
