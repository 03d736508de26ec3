/** Waits without polling: a change notifies, and everything that waits looks again. */

export type Signal = ReturnType<typeof createSignal>;

export function createSignal() {
  const waiting = new Set<() => void>();
  return {
    notify(): void {
      for (const lookAgain of [...waiting]) lookAgain();
    },
    /** Resolves with the first truthy look; rejects, naming what was awaited, after `within` milliseconds. */
    until<T>(look: () => T | undefined | false, within: number, awaited: string): Promise<T> {
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
