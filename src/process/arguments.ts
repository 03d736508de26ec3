/** Reads the command line of `npm start`. */
import { parseArgs } from "node:util";
import { messageOf } from "./error.js";

export const HELP = `npm start                  with DISCORD_TOKEN: runs on Discord; without: in the browser, on this machine alone
npm start -- --discord     runs on Discord, and ends with status 78 if there is no DISCORD_TOKEN
npm start -- --help        shows this

Settings come from the environment or the file .env; .env.example explains each.
PORT chooses the page's port: 13971 unless set, 0 for any free one.`;

/** Returns the flags, or what is wrong with them. `discord`: the bot must run on Discord, and not in the browser. */
export function readArguments(given: readonly string[]) {
  try {
    const options = { discord: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;
    const { discord = false, help = false } = parseArgs({ args: [...given], options }).values;
    return { discord, help };
  } catch (error) {
    return { problems: [`${messageOf(error).split(". ")[0]}.`, "", HELP] };
  }
}
