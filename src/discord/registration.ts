/** Tells Discord which commands there are, and only when that changed: creating them anew counts towards a daily limit. */
import {
  type APIApplicationCommandOption,
  ApplicationCommandOptionType,
  type ApplicationCommandType,
  ApplicationIntegrationType,
  type Client,
  InteractionContextType,
  type RESTPostAPIChatInputApplicationCommandsJSONBody,
  Routes,
} from "discord.js";
import type { Command, Option } from "../command.js";

type Declared = Required<
  Pick<
    RESTPostAPIChatInputApplicationCommandsJSONBody,
    "name" | "description" | "options" | "contexts" | "integration_types"
  >
> & { type: ApplicationCommandType.ChatInput };

/** Registers `commands` for all servers and direct messages; gives whether anything had to be written. */
export async function registerCommands(client: Client<true>, commands: readonly Command[]): Promise<boolean> {
  const wanted = commands.map(declare);
  const route = Routes.applicationCommands(client.application.id);
  const present = (await client.rest.get(route)) as Declared[];
  if (signature(present) === signature(wanted)) return false;
  await client.rest.put(route, { body: wanted });
  return true;
}

export function declare({ name, description, options }: Command): Declared {
  return {
    type: 1,
    name,
    description,
    options: Object.entries(options)
      .sort(([, a], [, b]) => Number(b.required ?? false) - Number(a.required ?? false))
      .map(([key, option]) => declareOption(key, option)),
    contexts: [InteractionContextType.Guild, InteractionContextType.BotDM, InteractionContextType.PrivateChannel],
    integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  };
}

function declareOption(
  name: string,
  { type, description, required = false, complete, min }: Option,
): APIApplicationCommandOption {
  if (type === "integer")
    return {
      type: ApplicationCommandOptionType.Integer,
      name,
      description,
      required,
      ...(min === undefined ? {} : { min_value: min }),
    };
  return {
    type: ApplicationCommandOptionType.String,
    name,
    description,
    required,
    ...(complete ? { autocomplete: true } : {}),
  };
}

/** Only what we declare, in one order: Discord adds ids, versions and defaults of its own. */
function signature(commands: readonly Declared[]): string {
  const sorted = [...commands].sort((a, b) => a.name.localeCompare(b.name, "en"));
  return JSON.stringify(
    sorted.map(({ type, name, description, options, contexts, integration_types }) => ({
      type,
      name,
      description,
      options: (options ?? []).map((option) => ({
        type: option.type,
        name: option.name,
        description: option.description,
        required: option.required ?? false,
        autocomplete: ("autocomplete" in option && option.autocomplete) ?? false,
        min: ("min_value" in option && option.min_value) || null,
      })),
      contexts: [...(contexts ?? [])].sort(),
      integration_types: [...(integration_types ?? [])].sort(),
    })),
  );
}
