/** Notices that npm, which started the program, has ended: npm passes SIGTERM on to its shell, and the shell to nothing. */

const INTERVAL_MS = 250;

/** Calls `onEnd` once the parent process has ended. Windows does not tell, and it is never called there. */
export function watchParent(onEnd: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onEnd();
  }, INTERVAL_MS);
  timer.unref();
}
