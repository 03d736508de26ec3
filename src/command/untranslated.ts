/** Finds what has no Chinese name yet: Discord shows the English one instead. */
import { localizationsOf } from "../core/i18n/command-words.js";
import type { AnyCommand } from "./command.js";

/** Returns the paths of the commands, options and choices without a Chinese name, such as "moderate check". */
export const findUntranslated = (commands: readonly AnyCommand[]): string[] =>
  commands
    .flatMap((command) => pathsOf(command))
    .filter((path) => localizationsOf(path).name_localizations === undefined)
    .map((path) => path.join(" "));

function pathsOf(command: AnyCommand, around: readonly string[] = []): string[][] {
  const path = [...around, command.name];
  if ("menu" in command) return [path];
  if ("subcommands" in command) return [path, ...command.subcommands.flatMap((inner) => pathsOf(inner, path))];
  const options = Object.entries(command.options).flatMap(([name, { choices = [] }]) => [
    [...path, name],
    ...choices.map(({ value }) => [...path, name, value]),
  ]);
  return [path, ...options];
}
