/** What a person can do on Discord; each action records what the bot did in response. */
import {
  type APIApplicationCommand,
  type APIInteraction,
  type APIUser,
  ApplicationCommandType,
  ComponentType,
  PermissionFlagsBits,
} from "discord-api-types/v10";
import { type Action, createAction } from "./actions.js";
import { fillIn, findCommand, type OptionValues, offeredCommands } from "./command-options.js";
import { everyComponent } from "./component-schema.js";
import {
  describeAppsMenu,
  describeAutocomplete,
  describeComponent,
  describeModalSubmit,
  describeSlash,
  type Origin,
} from "./interaction-payloads.js";
import { openInteraction } from "./interactions.js";
import { findMentions, USER_PINGS } from "./message-body.js";
import type { Channel, Post } from "./model.js";
import { describeMessageEvent, ENGLISH } from "./payloads.js";
import { asReplyTo, draftMessage, publish, revise, withdraw } from "./posts.js";
import { channelNamed, openDm, type Store } from "./store.js";

/** A channel, or the name of one of the guild's. */
export type Place = Channel | string;

export type Said = Action & { readonly said: Post };

export type Person = ReturnType<typeof createPerson>;

export function createPerson(store: Store, user: APIUser, expectReply: (action: Action) => void) {
  const find = (place: Place | undefined): Channel => {
    if (typeof place === "object") return place;
    const first = [...store.channels.values()].find(({ guildId }) => guildId);
    if (place === undefined && first) return first;
    return channelNamed(store, place ?? "general");
  };

  const origin = (channel: Channel): Origin => ({ ...person, store, channel });

  const interact = (payload: APIInteraction, channel: Channel, source?: Post): Action => {
    const action = createAction(store, { t: "INTERACTION_CREATE", d: payload }, channel, source);
    openInteraction(store, { payload, invoker: user, channel, record: action.record, ...(source && { source }) });
    return action;
  };

  const useComponent = (post: Post, customId: string, type: number, values?: string[]): Action => {
    if (post.removed) throw new Error("The message is gone");
    if (post.onlyFor && post.onlyFor !== user.id) throw new Error("Only its addressee sees an ephemeral message");
    const every = everyComponent(post.message.components ?? []).map(({ component }) => component);
    const component = every.find((candidate) => candidate.type === type && candidate.custom_id === customId);
    if (!component) throw new Error(`The message has no component "${customId}" of type ${type}`);
    if (component.disabled) throw new Error(`The component "${customId}" is disabled`);
    const unknown = values?.find((value) => !component.options?.some((option) => option.value === value));
    if (unknown !== undefined) throw new Error(`The menu "${customId}" doesn't offer "${unknown}"`);
    return interact(describeComponent(origin(post.channel), post, component, values), post.channel, post);
  };

  const write = (text: string, repliesTo?: APIUser, pings = true) => {
    if (text.length > 2000) throw new Error("Discord's client doesn't send more than 2000 characters");
    return { content: text, ...findMentions(store, text, { ...USER_PINGS, replied_user: pings }, repliesTo) };
  };

  const isOwn = (post: Post): boolean => post.message.author.id === user.id;

  const manages = ({ channel, onlyFor }: Post): boolean =>
    channel.guildId !== undefined &&
    onlyFor === undefined &&
    (BigInt(person.permissions) & PermissionFlagsBits.ManageMessages) !== 0n;

  const person = {
    user,
    /** The language of the person's client. */
    locale: ENGLISH,
    /** Whether the person installed the app for themselves, and uses it where the guild has not installed it. */
    hasOwnApp: false,
    /** What the person may do in the guild, as a bit set in decimal. */
    permissions: store.botPermissions,
    /** The commands, also those of the Apps menu, that the person's client shows there. */
    offered: (place: Place): APIApplicationCommand[] => offeredCommands(store, find(place), person.permissions),
    /** The direct messages with the bot. */
    dm: () => openDm(store, user),
    say(place: Place, text: string, { replyTo, ping = true }: { replyTo?: Post; ping?: boolean } = {}): Said {
      const channel = find(place);
      const said = publish(store, channel, {
        ...draftMessage(store, channel, user),
        ...write(text, replyTo?.message.author, ping),
        ...(replyTo && asReplyTo(replyTo)),
      });
      const action = createAction(store, { t: "MESSAGE_CREATE", d: describeMessageEvent(store, said) }, channel);
      expectReply(action);
      return Object.assign(action, { said });
    },
    edit(post: Post, text: string): void {
      if (!isOwn(post)) throw new Error("A person changes only their own messages");
      revise(store, post, write(text));
    },
    /** Deletes their own message; in a guild also another's, if they may manage messages and it is not ephemeral. */
    remove(post: Post): void {
      if (!isOwn(post) && !manages(post))
        throw new Error("A person deletes only their own messages, unless they may manage messages");
      withdraw(store, post);
    },
    /** `name` may go on with group and subcommand, separated by spaces. Without a place it is the first channel. */
    slash(name: string, options: OptionValues = {}, place?: Place): Action {
      const channel = find(place);
      return interact(describeSlash(origin(channel), fillIn(store, name, options, channel)), channel);
    },
    autocomplete(name: string, options: OptionValues, focused: string, place?: Place): Action {
      const channel = find(place);
      const typed = fillIn(store, name, options, channel, focused);
      return interact(describeAutocomplete(origin(channel), typed), channel);
    },
    press: (post: Post, customId: string): Action => useComponent(post, customId, ComponentType.Button),
    /** Picks from a menu of strings. */
    choose: (post: Post, customId: string, values: string[]): Action =>
      useComponent(post, customId, ComponentType.StringSelect, values),
    useAppsMenu(name: string, post: Post): Action {
      const command = findCommand(store, name, ApplicationCommandType.Message, post.channel);
      return interact(describeAppsMenu(origin(post.channel), command, post.message), post.channel);
    },
    /** `opened` is the action that the bot answered with a modal. */
    submitModal({ responses, channel, source }: Action, values: Readonly<Record<string, string>>): Action {
      const opened = responses.find((response) => response.kind === "modal");
      if (!opened) throw new Error("The bot hasn't opened a modal");
      return interact(describeModalSubmit(origin(channel), opened.modal, values, source), channel, source);
    },
  };
  return person;
}
