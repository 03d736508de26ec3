/** Notices what ends the program from outside: a signal, or the end of npm, which started it. */

/** Milliseconds. A shell and npm may both pass on one press of Ctrl+C. */
const SAME_PRESS = 500;

/** Calls `close` once, and `endNow` if Ctrl+C is pressed again meanwhile. */
export function handleSignals({ close, endNow }: { close(signal: string): void; endNow(): void }): void {
  let closingSince: number | undefined;
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => {
      if (closingSince === undefined) {
        closingSince = performance.now();
        close(signal);
      } else if (signal === "SIGINT" && performance.now() - closingSince > SAME_PRESS) endNow();
    });
  }
}

const INTERVAL_MS = 250;

/**
 * Calls `onEnd` once the parent process has ended: npm passes SIGTERM on to its shell, and the shell to nothing. Windows
 * does not tell, and it is never called there.
 */
export function watchParent(onEnd: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, INTERVAL_MS);
  timer.unref();
}
