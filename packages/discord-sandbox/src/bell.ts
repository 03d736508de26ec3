/** Waiting without polling: whoever changes something rings, whoever waits looks again. */

export interface Bell {
  ring(): void;
  /** Resolves with the first truthy look; rejects, naming what was awaited, after `within` milliseconds. */
  until<T>(look: () => T | undefined | false, within: number, awaited: string): Promise<T>;
}

export function createBell(): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const lookAgain of [...waiting]) lookAgain();
    },
    until(look, within, awaited) {
      const already = look();
      if (already) return Promise.resolve(already);
      return new Promise((resolve, reject) => {
        const lookAgain = () => {
          const seen = look();
          if (!seen) return;
          stop();
          resolve(seen);
        };
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`No ${awaited} within ${within} ms`));
        }, within);
        const stop = () => {
          clearTimeout(timer);
          waiting.delete(lookAgain);
        };
        waiting.add(lookAgain);
      });
    },
  };
}
