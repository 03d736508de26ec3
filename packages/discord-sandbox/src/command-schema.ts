/** Discord's rules for application commands: names, lengths, order, uniqueness, and where they may be used. */
import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  InteractionContextType,
  Locale,
} from "discord-api-types/v10";
import { z } from "zod";
import { list, report, rule, text } from "./validation.js";

const CHAT_NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const MENU_NAME = /^.{1,32}$/u;
const MOST_CHARACTERS = 8000;

const name = (fits: (value: string) => boolean) =>
  text(1, 1000).check(
    rule((value) => value !== "" && !fits(value), "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid"),
  );
const chatName = name((value) => CHAT_NAME.test(value) && value === value.toLowerCase());
const menuName = name((value) => MENU_NAME.test(value));
const description = text(1, 100);
const translated = (value: z.ZodType<string>) => z.partialRecord(z.enum(Locale), value).nullish();

const named = (value: z.ZodType<string>) => ({ name: value, name_localizations: translated(value) });
const described = { description, description_localizations: translated(description) };

export const choice = z.looseObject({
  ...named(text(1, 100)),
  value: z.union([text(0, 100), z.number()]),
});

/** What commands and options have in common. */
interface Declared {
  readonly name: string;
  readonly name_localizations?: unknown;
  readonly description?: string | null | undefined;
  readonly description_localizations?: unknown;
  readonly required?: boolean | undefined;
  readonly choices?: readonly z.output<typeof choice>[] | null | undefined;
  readonly options?: readonly Declared[] | null | undefined;
}

const option = z
  .looseObject({
    type: z.int(),
    ...named(chatName),
    ...described,
    required: z.boolean().optional(),
    autocomplete: z.boolean().optional(),
    choices: list(choice, 0, 25).nullish(),
    max_length: z.int().optional(),
    get options(): z.ZodOptional<z.ZodNullable<z.ZodType<readonly Declared[]>>> {
      return options.nullish();
    },
  })
  .check(
    rule(
      ({ autocomplete, choices }) => autocomplete === true && (choices?.length ?? 0) > 0,
      "APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES_EXCLUSIVE",
      "Autocomplete and choices are mutually exclusive",
    ),
    rule(
      ({ type, max_length: most = 0 }) => type === ApplicationCommandOptionType.String && most > 6000,
      "BASE_TYPE_MAX_LENGTH",
      "Must be 6000 or fewer in length.",
      ["max_length"],
    ),
  );

const options: z.ZodType<readonly Declared[]> = list(option, 0, 25).check((payload) => {
  const names = payload.value.map((one) => one.name);
  for (const [index, own] of payload.value.entries()) {
    if (names.indexOf(own.name) < index)
      report(payload, "APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS", "Option name already exists", [index, "name"]);
    if (own.required && payload.value.slice(0, index).some(({ required }) => !required)) {
      const message = "Required options must be placed before non-required options";
      report(payload, "APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID", message, [index]);
    }
  }
});

const shared = z.looseObject({
  options: options.nullish(),
  default_member_permissions: z
    .union([
      z.int(),
      z.string().check(rule((value) => !/^\d+$/.test(value), "NUMBER_TYPE_COERCE", "Value is not int.")),
    ])
    .nullish(),
  dm_permission: z.boolean().nullish(),
  nsfw: z.boolean().nullish(),
  contexts: z.array(z.enum(InteractionContextType)).nullish(),
  integration_types: z.array(z.enum(ApplicationIntegrationType)).nullish(),
});

const chatCommand = shared.extend({
  type: z.literal(ApplicationCommandType.ChatInput).nullish(),
  ...named(chatName),
  ...described,
});

const menuCommand = shared.extend({
  type: z.literal([
    ApplicationCommandType.User,
    ApplicationCommandType.Message,
    ApplicationCommandType.PrimaryEntryPoint,
  ]),
  ...named(menuName),
  description: z
    .string()
    .check(
      rule(
        (value) => value !== "",
        "APPLICATION_COMMAND_DESCRIPTION_NOT_ALLOWED",
        "Context menu commands cannot have description",
      ),
    )
    .nullish(),
  description_localizations: z.unknown().optional(),
});

const command = z.discriminatedUnion("type", [chatCommand, menuCommand]);

export type CommandBody = z.output<typeof command>;

export const typeOf = ({ type }: CommandBody): ApplicationCommandType => type ?? ApplicationCommandType.ChatInput;

/** All commands of a scope; `inGuild` if they are those of a guild. */
export const commandsSchema = (inGuild: boolean) =>
  z
    .array(
      command.check(
        rule(
          (body) => sizeOf(body) > MOST_CHARACTERS,
          "APPLICATION_COMMAND_TOO_LARGE",
          "Command exceeds maximum size (8000)",
        ),
        invalidContexts(
          ({ contexts, integration_types: installs }) =>
            contexts?.includes(InteractionContextType.PrivateChannel) === true &&
            !installs?.includes(ApplicationIntegrationType.UserInstall),
          "A private channel needs the user install type",
        ),
        invalidContexts(
          ({ contexts }) => inGuild && contexts?.some((context) => context !== InteractionContextType.Guild) === true,
          "A guild command can be used in its guild only",
        ),
      ),
    )
    .check((payload) => {
      const keys = payload.value.map((body) => `${typeOf(body)} ${body.name}`);
      for (const [index, key] of keys.entries())
        if (keys.indexOf(key) < index)
          report(payload, "APPLICATION_COMMANDS_DUPLICATE_NAME", "Application command names must be unique", [
            index,
            "name",
          ]);
    });

const invalidContexts = (isBroken: (body: CommandBody) => boolean, message: string) =>
  rule(isBroken, "APPLICATION_COMMAND_INVALID_CONTEXTS", message, ["contexts"]);

/** Names, descriptions and values together, each at its longest translation: Discord limits a command as a whole. */
function sizeOf(part: Declared): number {
  const longest = (own: string | null | undefined, translations: unknown) =>
    Math.max(own?.length ?? 0, ...Object.values(translations ?? {}).map((value) => String(value).length));
  return [
    longest(part.name, part.name_localizations),
    longest(part.description, part.description_localizations),
    ...(part.options ?? []).map(sizeOf),
    ...(part.choices ?? []).map((one) => longest(one.name, one.name_localizations) + String(one.value).length),
  ].reduce((sum, size) => sum + size, 0);
}

const MOST_OF_TYPE: Readonly<Record<ApplicationCommandType, number>> = {
  [ApplicationCommandType.ChatInput]: 100,
  [ApplicationCommandType.User]: 15,
  [ApplicationCommandType.Message]: 15,
  [ApplicationCommandType.PrimaryEntryPoint]: 1,
};

export const holdsTooMany = (commands: readonly CommandBody[]): boolean =>
  commands.some(
    (body) => commands.filter((other) => typeOf(other) === typeOf(body)).length > MOST_OF_TYPE[typeOf(body)],
  );
