/** Discord's rules for application commands: names, lengths, order, uniqueness, and where they may be used. */
import { LOCALES } from "./locales.js";
import { badLength, type Complaint, required, tooLong } from "./refusals.js";

export interface CommandBody {
  type?: number | null;
  name: string;
  name_localizations?: Record<string, string> | null;
  description?: string | null;
  description_localizations?: Record<string, string> | null;
  options?: OptionBody[] | null;
  default_member_permissions?: string | number | null;
  dm_permission?: boolean | null;
  nsfw?: boolean | null;
  contexts?: number[] | null;
  integration_types?: number[] | null;
}

export interface OptionBody {
  type: number;
  name: string;
  name_localizations?: Record<string, string> | null;
  description: string;
  description_localizations?: Record<string, string> | null;
  required?: boolean;
  autocomplete?: boolean;
  choices?: { name: string; name_localizations?: Record<string, string> | null; value: string | number }[] | null;
  min_length?: number;
  max_length?: number;
  options?: OptionBody[] | null;
  [other: string]: unknown;
}

type Path = Complaint["path"];

export const CHAT_INPUT = 1;
const STRING = 3;
const MOST_PER_TYPE: Record<number, number> = { 1: 100, 2: 15, 3: 15, 4: 1 };
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
export function holdsTooMany(commands: readonly CommandBody[]): boolean {
  return Object.entries(MOST_PER_TYPE).some(
    ([type, most]) => commands.filter((command) => typeOf(command) === Number(type)).length > most,
  );
}

export function typeOf(command: CommandBody): number {
  return command.type ?? CHAT_INPUT;
}

export function complainAboutCommands(commands: readonly CommandBody[], inGuild: boolean): Complaint[] {
  const seen = new Set<string>();
  return commands.flatMap((command, index) => {
    const complaints = complainAboutCommand(command, [index], inGuild);
    const key = `${typeOf(command)} ${command.name}`;
    if (seen.has(key)) {
      const message = "Application command names must be unique";
      complaints.push({ path: [index, "name"], code: "APPLICATION_COMMANDS_DUPLICATE_NAME", message });
    }
    seen.add(key);
    return complaints;
  });
}

function complainAboutCommand(command: CommandBody, path: Path, inGuild: boolean): Complaint[] {
  const chat = typeOf(command) === CHAT_INPUT;
  const complaints = complainAboutName(command, path, chat);
  if (chat) complaints.push(...complainAboutDescription(command, path));
  else if (command.description) {
    const message = "Context menu commands cannot have description";
    complaints.push({ path: [...path, "description"], code: "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED", message });
  }
  complaints.push(...complainAboutOptions(command.options ?? [], [...path, "options"]));
  if (sizeOf(command) > 8000) {
    const message = "Command exceeds maximum size (8000)";
    complaints.push({ path, code: "APPLICATION_COMMAND_TOO_LARGE", message });
  }
  return [...complaints, ...complainAboutPlaces(command, path, inGuild)];
}

function complainAboutPlaces(command: CommandBody, path: Path, inGuild: boolean): Complaint[] {
  const complaints: Complaint[] = [];
  const { contexts, integration_types: installs, default_member_permissions: permissions } = command;
  const complain = (field: string, code: string, message: string) =>
    complaints.push({ path: [...path, field], code, message });
  if (contexts?.includes(2) && !installs?.includes(1)) {
    complain("contexts", "APPLICATION_COMMAND_INVALID_CONTEXTS", "A private channel needs the user install type");
  }
  if (inGuild && contexts?.some((context) => context !== 0)) {
    complain("contexts", "APPLICATION_COMMAND_INVALID_CONTEXTS", "A guild command can be used in its guild only");
  }
  if (permissions !== undefined && permissions !== null && !/^\d+$/.test(String(permissions))) {
    complain("default_member_permissions", "NUMBER_TYPE_COERCE", `Value "${permissions}" is not int.`);
  }
  return complaints;
}

function complainAboutName(named: CommandBody | OptionBody, path: Path, strict: boolean): Complaint[] {
  const fits = (name: string) => (strict ? NAME.test(name) && name === name.toLowerCase() : /^.{1,32}$/u.test(name));
  const complain = (where: Path): Complaint => ({
    path: where,
    code: "APPLICATION_COMMAND_INVALID_NAME",
    message: "Command name is invalid",
  });
  if (!named.name) return [required([...path, "name"])];
  const localized = complainAboutLocales(named.name_localizations, [...path, "name_localizations"]);
  for (const [locale, name] of Object.entries(named.name_localizations ?? {})) {
    if (!fits(name)) localized.push(complain([...path, "name_localizations", locale]));
  }
  return fits(named.name) ? localized : [complain([...path, "name"]), ...localized];
}

function complainAboutDescription(described: CommandBody | OptionBody, path: Path): Complaint[] {
  const here = [...path, "description_localizations"];
  const complaints = complainAboutLocales(described.description_localizations, here);
  for (const [locale, text] of Object.entries(described.description_localizations ?? {})) {
    if (text.length < 1 || text.length > 100) complaints.push(badLength([...here, locale], 1, 100));
  }
  if (!described.description) return [required([...path, "description"]), ...complaints];
  return described.description.length > 100 ? [badLength([...path, "description"], 1, 100), ...complaints] : complaints;
}

function complainAboutLocales(localizations: Record<string, string> | null | undefined, path: Path): Complaint[] {
  return Object.keys(localizations ?? {})
    .filter((locale) => !LOCALES.has(locale))
    .map((locale) => ({ path: [...path, locale], code: "ENUM_TYPE_COERCE", message: `"${locale}" is not a locale.` }));
}

function complainAboutOptions(options: readonly OptionBody[], path: Path): Complaint[] {
  const complaints = options.flatMap((option, index) => complainAboutOption(option, [...path, index]));
  if (options.length > 25) complaints.push(badLength(path, 0, 25));
  const seen = new Set<string>();
  let optional = false;
  for (const [index, option] of options.entries()) {
    if (seen.has(option.name)) {
      const message = "Option name already exists";
      complaints.push({
        path: [...path, index, "name"],
        code: "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS",
        message,
      });
    }
    seen.add(option.name);
    if (option.required && optional) {
      const message = "Required options must be placed before non-required options";
      complaints.push({ path: [...path, index], code: "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message });
    }
    optional ||= !option.required;
  }
  return complaints;
}

function complainAboutOption(option: OptionBody, path: Path): Complaint[] {
  const choices = option.choices ?? [];
  const complaints = [
    ...complainAboutName(option, path, true),
    ...complainAboutDescription(option, path),
    ...complainAboutOptions(option.options ?? [], [...path, "options"]),
    ...choices.flatMap((choice, index) => complainAboutChoice(choice, [...path, "choices", index])),
  ];
  if (choices.length > 25) complaints.push(badLength([...path, "choices"], 0, 25));
  if (option.autocomplete && choices.length > 0) {
    const message = "Autocomplete and choices are mutually exclusive";
    complaints.push({ path, code: "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_EXCLUSIVE", message });
  }
  if (option.type === STRING && (option.max_length ?? 1) > 6000)
    complaints.push(tooLong([...path, "max_length"], 6000));
  return complaints;
}

export function complainAboutChoice(choice: { name?: unknown; value?: unknown }, path: Path): Complaint[] {
  const complaints: Complaint[] = [];
  const { name, value } = choice;
  if (typeof name !== "string" || name.length < 1 || name.length > 100)
    complaints.push(badLength([...path, "name"], 1, 100));
  if (value === undefined || value === null) complaints.push(required([...path, "value"]));
  if (typeof value === "string" && value.length > 100) complaints.push(tooLong([...path, "value"], 100));
  return complaints;
}

/** Names, descriptions and values together, each at its longest translation. */
function sizeOf(part: CommandBody | OptionBody): number {
  const longest = (text: string | null | undefined, localized: Record<string, string> | null | undefined) =>
    Math.max(text?.length ?? 0, ...Object.values(localized ?? {}).map(({ length }) => length));
  const choices = "choices" in part ? (part.choices as OptionBody["choices"]) : [];
  const nested = (part.options ?? []).reduce((sum, option) => sum + sizeOf(option), 0);
  return (
    longest(part.name, part.name_localizations) +
    longest(part.description, part.description_localizations) +
    nested +
    (choices ?? []).reduce(
      (sum, choice) => sum + longest(choice.name, choice.name_localizations) + String(choice.value).length,
      0,
    )
  );
}
