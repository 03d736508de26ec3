/** Exit statuses, and the one way to end the program early. */

/** As sysexits.h names it: bad configuration. A supervisor need not try again. */
export const EX_CONFIG = 78;
export const BAD_USAGE = 2;
/** As shells report a program that Ctrl+C ended. */
export const INTERRUPTED = 130;

/** Writes `messages` to standard error, a line each, and exits at once. */
export function exitWith(messages: readonly string[], status: number): never {
  process.stderr.write(`${messages.join("\n")}\n`);
  process.exit(status);
}
