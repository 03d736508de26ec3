/** A steady stream of requests, to see whether one is lost while something ends. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Sandbox } from "discord-sandbox";

export interface Stream {
  answered(): number;
  /** Begins nothing more; gives what went wrong with each that got no answer. */
  end(): Promise<string[]>;
}

/** `people` ask again as soon as they have their answer: suggestions, of which anybody may have any number. */
export function openStream(sandbox: Sandbox, people: number): Stream {
  const lost: string[] = [];
  let answered = 0;
  let isOver = false;
  const ask = async (name: string): Promise<void> => {
    const person = sandbox.person(name);
    while (!isOver) {
      const suggested = person.autocomplete("ban-status", { app: "we" }, "app").choices();
      await suggested.then(
        () => answered++,
        (error: unknown) => lost.push(String(error)),
      );
      await sleep(20);
    }
  };
  const asking = Array.from({ length: people }, (_, index) => ask(`asker ${index}`));
  return {
    answered: () => answered,
    async end() {
      isOver = true;
      await Promise.all(asking);
      return lost;
    },
  };
}
