/** What the command-line tools share: arguments, help, and the exit status of a wrong call. */
import { type ParseArgsConfig, parseArgs } from "node:util";
import { messageOf } from "../process/error.js";

type Flags = NonNullable<ParseArgsConfig["options"]>;

export interface Call<F extends Flags> {
  readonly flags: ReturnType<typeof parseArgs<{ options: F }>>["values"];
  readonly texts: readonly string[];
  /** Writes to standard error what is wrong with the call, and returns the exit status for that. */
  misused(message: string): number;
}

/**
 * Reads the command line and returns the exit status: that of `run`, 0 after the help, 2 for a wrong call.
 *
 * `name` is that of the tool's script in package.json. `--help` is added to `flags`. `takesTexts`: texts may stand beside them.
 */
export async function runTool<const F extends Flags>(
  { name, help, flags, takesTexts = false }: { name: string; help: string; flags: F; takesTexts?: boolean },
  run: (call: Call<F>) => Promise<number>,
): Promise<number> {
  // A reader that stops early, such as head, is no error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code !== "EPIPE") throw error;
    process.exit(0);
  });
  const misused = (message: string): number => {
    process.stderr.write(`${message}\nTry: npm run --silent ${name} -- --help\n`);
    return 2;
  };
  const options: Flags = { ...flags, help: { type: "boolean" } };
  let read: ReturnType<typeof parseArgs>;
  try {
    read = parseArgs({ options, allowPositionals: takesTexts });
  } catch (error) {
    return misused(messageOf(error));
  }
  if (read.values["help"]) {
    process.stdout.write(help);
    return 0;
  }
  return run({ flags: read.values as Call<F>["flags"], texts: read.positionals, misused });
}
