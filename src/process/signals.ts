/** Closes the program on a signal, and ends it at once when Ctrl+C is pressed again. */

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
