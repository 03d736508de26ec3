/** The newest edit is what counts, whatever is under way; learning is not begun again where it need not be. */
import { describe, expect, it } from "vitest";
import type { Prepared, Step } from "../../src/store/steps.js";
import { createTurns } from "../../src/store/turns.js";
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

const read = (version: string, fittedKey: string, isLearned = false): Step => ({
  kind: "read",
  version,
  fittedKey,
  isLearned,
});
const ready = (version: string): Step => ({ kind: "ready", prepared: { version } as Prepared });
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

function openTurns() {
  const begun: ReturnType<typeof createControlled>["controlled"][] = [];
  let learning = 0;
  const turns = createTurns({
    begin() {
      const { controlled, preparation } = createControlled();
      begun.push(controlled);
      return preparation;
    },
    isInForce: (version) => version === "in force",
    learning: () => {
      learning++;
    },
  });
  return {
    turns,
    /** The preparation of that turn, counted from 1. */
    of: (turn: number) => {
      const found = begun[turn - 1];
      if (found === undefined) throw new Error(`no turn ${turn} has begun`);
      return found;
    },
    begun: () => begun.length,
    learning: () => learning,
  };
}

describe("an edit", () => {
  it("that overtakes another while that is read stops it", async () => {
    const { turns, of } = openTurns();
    const [first, second] = [turns.take(), turns.take()];
    expect(of(1).isStopped).toBe(true);
    of(2).tell(read("two", "a", true));
    of(2).tell(ready("two"));
    expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "ready"]);
  });

  it("of an answer, while the wordings saved before are learned, does not begin the learning anew", async () => {
    const { turns, of, begun, learning } = openTurns();
    const first = turns.take();
    of(1).tell(read("one", "a"));
    await settled();
    const second = turns.take();
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
    const { turns, of, learning } = openTurns();
    const first = turns.take();
    of(1).tell(read("one", "a"));
    await settled();
    const second = turns.take();
    expect(of(1).isStopped).toBe(false);
    of(2).tell(read("two", "b"));
    await settled();
    expect(of(1).isStopped).toBe(true);
    of(2).tell(ready("two"));
    expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "ready"]);
    expect(learning()).toBe(2);
  });

  it("that takes another back, while that is learned, stops the learning", async () => {
    const { turns, of } = openTurns();
    const first = turns.take();
    of(1).tell(read("one", "a"));
    await settled();
    const second = turns.take();
    of(2).tell(read("in force", "z", true));
    expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "same"]);
    expect(of(1).isStopped).toBe(true);
  });

  it("that is bad, while another is learned, keeps that from coming into force, and not from being learned", async () => {
    const { turns, of } = openTurns();
    const first = turns.take();
    of(1).tell(read("one", "a"));
    await settled();
    const second = turns.take();
    of(2).tell({ kind: "bad", problems: ["no"] });
    expect((await second).kind).toBe("bad");
    expect(of(1).isStopped).toBe(false);
    of(1).tell(ready("one"));
    expect((await first).kind).toBe("overtaken");
  });

  it("that overtakes another, while it is found out what that moves, leaves that untold", async () => {
    const { turns, of } = openTurns();
    const first = turns.take();
    of(1).tell(read("one", "a", true));
    of(1).tell(ready("one"));
    const turn = await first;
    const moves = turn.kind === "ready" ? turn.moves() : undefined;
    void turns.take();
    expect(await moves).toBeUndefined();
  });
});

describe("a preparation that fails", () => {
  it("fails its turn, and not the next one", async () => {
    const failing: RunningJob<Step> = { next: () => Promise.reject(new Error("out of memory")), stop() {} };
    const { controlled, preparation } = createControlled();
    const queue = [failing, preparation];
    const turns = createTurns({
      begin: () => queue.shift() ?? failing,
      isInForce: () => false,
      learning() {},
    });
    await expect(turns.take()).rejects.toThrow("out of memory");
    const next = turns.take();
    controlled.tell(read("two", "a", true));
    controlled.tell(ready("two"));
    expect((await next).kind).toBe("ready");
  });
});

it("the end stops everything", async () => {
  const { turns, of } = openTurns();
  const first = turns.take();
  of(1).tell(read("one", "a"));
  await settled();
  const second = turns.take();
  turns.close();
  expect([of(1).isStopped, of(2).isStopped]).toEqual([true, true]);
  expect([(await first).kind, (await second).kind]).toEqual(["overtaken", "overtaken"]);
});
