/** Waits without polling: a change notifies, and everything that waits looks again. */
import { createEmitter } from "./emitter.js";

export type Signal = ReturnType<typeof createSignal>;

export function createSignal() {
  const changes = createEmitter<void>();
  return {
    notify: changes.emit,
    /** Resolves with the first truthy look; rejects, naming what was awaited, after `within` milliseconds. */
    until<T>(look: () => T | undefined | false, within: number, awaited: string): Promise<T> {
      const already = look();
      if (already) return Promise.resolve(already);
      return new Promise((resolve, reject) => {
        const stop = changes.listen(() => {
          const seen = look();
          if (!seen) return;
          stop();
          clearTimeout(timer);
          resolve(seen);
        });
        const timer = setTimeout(() => {
          stop();
          reject(new Error(`No ${awaited} within ${within} ms`));
        }, within);
      });
    },
  };
}
