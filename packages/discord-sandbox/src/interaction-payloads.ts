/** What the bot receives when a person uses a command, a component or a modal. */
import {
  type APIApplicationCommand,
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteractionDataOption,
  type APIBaseInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIMessage,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalInteractionResponseCallbackData,
  type APIModalSubmission,
  type APIModalSubmissionComponent,
  type APIModalSubmitInteraction,
  type APIUser,
  ApplicationCommandType,
  ApplicationIntegrationType,
  ComponentType,
  InteractionContextType,
  InteractionType,
  type Locale,
} from "discord-api-types/v10";
import type { TypedCommand } from "./command-options.js";
import type { Component } from "./component-schema.js";
import { createToken } from "./interactions.js";
import type { Channel, Post } from "./model.js";
import { describeMember, ENGLISH } from "./payloads.js";
import type { Store } from "./store.js";

const { GuildInstall, UserInstall } = ApplicationIntegrationType;

/** Who uses it, where, and in which language. */
export interface Origin {
  readonly store: Store;
  readonly user: APIUser;
  readonly channel: Channel;
  readonly locale: Locale;
  /** What the user may do in the guild. */
  readonly permissions: string;
  /** Whether the user installed the app, and the guild did not. */
  readonly hasOwnApp?: boolean;
}

type Common = Omit<APIBaseInteraction<InteractionType, never>, "type" | "data" | "channel" | "channel_id"> & {
  channel: Channel["data"];
  channel_id: string;
};

function describeOrigin({ store, user, channel, locale, permissions, hasOwnApp = false }: Origin): Common {
  const common = {
    id: store.nextId(),
    application_id: store.bot.id,
    token: createToken(),
    version: 1 as const,
    channel: channel.data,
    channel_id: channel.id,
    app_permissions: store.botPermissions,
    locale,
    entitlements: [],
    attachment_size_limit: 10 * 1024 * 1024,
  };
  if (!channel.guildId)
    return {
      ...common,
      user,
      context: InteractionContextType.BotDM,
      authorizing_integration_owners: { [GuildInstall]: "0" },
    };
  return {
    ...common,
    context: InteractionContextType.Guild,
    authorizing_integration_owners: hasOwnApp ? { [UserInstall]: user.id } : { [GuildInstall]: channel.guildId },
    guild_id: channel.guildId,
    guild: { id: channel.guildId, features: [], locale: ENGLISH },
    guild_locale: ENGLISH,
    member: { ...describeMember(store, user), permissions },
  };
}

export function describeSlash(origin: Origin, typed: TypedCommand): APIChatInputApplicationCommandInteraction {
  return { ...describeOrigin(origin), type: InteractionType.ApplicationCommand, data: describeCommand(typed) };
}

export function describeAutocomplete(
  origin: Origin,
  typed: TypedCommand,
): APIApplicationCommandAutocompleteInteraction {
  const type = InteractionType.ApplicationCommandAutocomplete;
  return { ...describeOrigin(origin), type, data: describeCommand(typed) };
}

function describeCommand<Type extends InteractionType>({ command, options, resolved }: TypedCommand) {
  return {
    id: command.id,
    type: ApplicationCommandType.ChatInput as const,
    name: command.name,
    options: options as APIApplicationCommandInteractionDataOption<Type>[],
    ...(command.guild_id && { guild_id: command.guild_id }),
    ...(resolved && { resolved }),
  };
}

export function describeAppsMenu(
  origin: Origin,
  command: APIApplicationCommand,
  message: APIMessage,
): APIMessageApplicationCommandInteraction {
  const data = {
    id: command.id,
    type: ApplicationCommandType.Message as const,
    name: command.name,
    target_id: message.id,
    resolved: { messages: { [message.id]: message } },
    ...(command.guild_id && { guild_id: command.guild_id }),
  };
  return { ...describeOrigin(origin), type: InteractionType.ApplicationCommand, data };
}

export function describeComponent(
  origin: Origin,
  { message }: Post,
  component: Component,
  values?: string[],
): APIMessageComponentInteraction {
  const id = component.custom_id ?? "";
  const data = values
    ? { component_type: ComponentType.StringSelect as const, custom_id: id, values, ...numbered(component) }
    : { component_type: ComponentType.Button as const, custom_id: id, ...numbered(component) };
  return { ...describeOrigin(origin), type: InteractionType.MessageComponent, data, message };
}

/** Sent by Discord, though its documented types leave it out. */
const numbered = ({ id }: Component) => (id === undefined ? {} : { id });

export function describeModalSubmit(
  origin: Origin,
  modal: APIModalInteractionResponseCallbackData,
  values: Readonly<Record<string, string>>,
  source?: Post,
): APIModalSubmitInteraction {
  const data: APIModalSubmission = {
    custom_id: modal.custom_id,
    components: (modal.components as Component[]).map((component, index) => submit(component, index + 1, values)),
  };
  return {
    ...describeOrigin(origin),
    type: InteractionType.ModalSubmit,
    data,
    ...(source && { message: source.message }),
  };
}

function submit(
  component: Component,
  id: number,
  values: Readonly<Record<string, string>>,
): APIModalSubmissionComponent {
  const field = (own: Component) => {
    const { custom_id = "", required = true, max_length = 4000 } = own;
    const given = values[custom_id] ?? presetOf(own);
    if (required && given === "") throw new Error(`The modal's field "${custom_id}" is required`);
    if (given.length > max_length) throw new Error(`The modal's field "${custom_id}" takes no more text`);
    return { named: { custom_id, id: id + 100 }, given };
  };
  const textOf = (own: Component) => {
    const { named, given } = field(own);
    return { ...named, type: ComponentType.TextInput as const, value: given };
  };
  if (component.type === ComponentType.TextDisplay) return { type: component.type, id };
  if (component.type === ComponentType.ActionRow)
    return { type: component.type, id, components: (component.components ?? []).map(textOf) };
  const labelled = component.component ?? { type: ComponentType.TextInput };
  if (labelled.type === ComponentType.TextInput) return { type: ComponentType.Label, id, component: textOf(labelled) };
  const { named, given } = field(labelled);
  const isOffered = given === "" || labelled.options?.some(({ value }) => value === given);
  if (!isOffered) throw new Error(`The menu "${named.custom_id}" doesn't offer "${given}"`);
  return {
    type: ComponentType.Label,
    id,
    component: { ...named, type: ComponentType.StringSelect, values: given === "" ? [] : [given] },
  };
}

/** Returns what a field holds when the form opens. */
const presetOf = ({ value, options }: Component): string =>
  value ?? options?.find((option) => option.default)?.value ?? "";
