/** The newest edit is what counts, whatever is under way; learning is not begun again where it need not be. */
import { describe, expect, it } from "vitest";
import type { Prepared, Step } from "../../src/store/jobs.js";
import { createReloadQueue } from "../../src/store/reload-queue.js";
import type { RunningJob } from "../../src/store/worker.js";

/** A preparation whose steps come when the test says so. */
function createControlled() {
  const steps: (Step | undefined)[] = [];
  let wake: (() => void) | undefined;
  const controlled = {
    isStopped: false,
    tell(step: Step) {
      steps.push(step);
      wake?.();
    },
  };
  const preparation: RunningJob<Step> = {
    async next() {
      while (steps.length === 0 && !controlled.isStopped)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return controlled.isStopped ? undefined : steps.shift();
    },
    stop() {
      controlled.isStopped = true;
      wake?.();
    },
  };
  return { controlled, preparation };
}

const read = (version: string, learnedKey: string, isLearned = false): Step => ({
  kind: "read",
  version,
  learnedKey,
  isLearned,
});
const ready = (version: string): Step => ({ kind: "ready", prepared: { version } as Prepared });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function openQueue() {
  const begun: ReturnType<typeof createControlled>["controlled"][] = [];
  let learning = 0;
  const queue = createReloadQueue({
    begin() {
      const { controlled, preparation } = createControlled();
      begun.push(controlled);
      return preparation;
    },
    isInForce: (version) => version === "in force",
    onLearning: () => {
      learning++;
    },
  });
  return {
    queue,
    /** The preparation of that reload, counted from 1. */
    of: (number: number) => {
      const found = begun[number - 1];
      if (found === undefined) throw new Error(`no reload ${number} has begun`);
      return found;
    },
    begun: () => begun.length,
    learning: () => learning,
  };
}

describe("an edit", () => {
  it("that overtakes another while that is read stops it", async () => {
    const { queue, of } = openQueue();
    const [first, second] = [queue.reload(), queue.reload()];
    expect(of(1).isStopped).toBe(true);
    of(2).tell(read("two", "a", true));
    of(2).tell(ready("two"));
    expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "ready"]);
  });

  it("of an answer, while the wordings saved before are learned, does not begin the learning anew", async () => {
    const { queue, of, begun, learning } = openQueue();
    const first = queue.reload();
    of(1).tell(read("one", "a"));
    await settled();
    const second = queue.reload();
    of(2).tell(read("two", "a"));
    await settled();
    expect([of(1).isStopped, of(2).isStopped, begun()]).toEqual([false, true, 2]);
    of(1).tell(ready("one"));
    await settled();
    of(3).tell(read("two", "a", true));
    of(3).tell(ready("two"));
    expect((await first).kind).toBe("overtaken");
    expect(await second).toMatchObject({ kind: "ready", prepared: { version: "two" } });
    expect(learning()).toBe(1);
  });

  it("of wordings, while others are learned, stops that: only one is learned at a time", async () => {
    const { queue, of, learning } = openQueue();
    const first = queue.reload();
    of(1).tell(read("one", "a"));
    await settled();
    const second = queue.reload();
    expect(of(1).isStopped).toBe(false);
    of(2).tell(read("two", "b"));
    await settled();
    expect(of(1).isStopped).toBe(true);
    of(2).tell(ready("two"));
    expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "ready"]);
    expect(learning()).toBe(2);
  });

  it("that takes another back, while that is learned, stops the learning", async () => {
    const { queue, of } = openQueue();
    const first = queue.reload();
    of(1).tell(read("one", "a"));
    await settled();
    const second = queue.reload();
    of(2).tell(read("in force", "z", true));
    expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "same"]);
    expect(of(1).isStopped).toBe(true);
  });

  it("that is bad, while another is learned, keeps that from coming into force, and not from being learned", async () => {
    const { queue, of } = openQueue();
    const first = queue.reload();
    of(1).tell(read("one", "a"));
    await settled();
    const second = queue.reload();
    of(2).tell({ kind: "bad", problems: ["no"] });
    expect((await second).kind).toBe("bad");
    expect(of(1).isStopped).toBe(false);
    of(1).tell(ready("one"));
    expect((await first).kind).toBe("overtaken");
  });

  it("that overtakes another, while it is found out what that moves, leaves that untold", async () => {
    const { queue, of } = openQueue();
    const first = queue.reload();
    of(1).tell(read("one", "a", true));
    of(1).tell(ready("one"));
    const reloaded = await first;
    const moves = reloaded.kind === "ready" ? reloaded.moves() : undefined;
    void queue.reload();
    expect(await moves).toBeUndefined();
  });
});

describe("a preparation that fails", () => {
  it("fails its reload, and not the next one", async () => {
    const failing: RunningJob<Step> = { next: () => Promise.reject(new Error("out of memory")), stop() {} };
    const { controlled, preparation } = createControlled();
    const preparations = [failing, preparation];
    const queue = createReloadQueue({
      begin: () => preparations.shift() ?? failing,
      isInForce: () => false,
      onLearning() {},
    });
    await expect(queue.reload()).rejects.toThrow("out of memory");
    const next = queue.reload();
    controlled.tell(read("two", "a", true));
    controlled.tell(ready("two"));
    expect((await next).kind).toBe("ready");
  });
});

it("the end stops everything", async () => {
  const { queue, of } = openQueue();
  const first = queue.reload();
  of(1).tell(read("one", "a"));
  await settled();
  const second = queue.reload();
  queue.close();
  expect([of(1).isStopped, of(2).isStopped]).toEqual([true, true]);
  expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "overtaken"]);
});
