/** How the program ends before its time: what it says on standard error, and with which status. */

/** As sysexits.h names it: bad configuration, which a supervisor need not try again. */
export const EX_CONFIG = 78;
export const BAD_USAGE = 2;

/** Says `messages`, a line each, and ends at once. */
export function stop(messages: readonly string[], status: number): never {
  process.stderr.write(`${messages.join("\n")}\n`);
  process.exit(status);
}
