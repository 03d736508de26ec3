/** Notices that npm is gone, which started the program: npm passes a SIGTERM on to its shell, and the shell to nobody. */

/** Looks every so many milliseconds. */
const EVERY = 250;

/** Calls `gone` once the parent process has ended. On Windows nobody can tell, and it is never called. */
export function watchParent(gone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    gone();
  }, EVERY);
  timer.unref();
}
