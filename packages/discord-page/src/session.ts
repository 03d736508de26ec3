/** Performs in the sandbox what people do on the page, and returns the outcome. */
import {
  type APIApplicationCommandInteraction,
  type APIApplicationCommandInteractionDataOption,
  ApplicationCommandOptionType,
  InteractionType,
} from "discord-api-types/v10";
import type { Sandbox } from "discord-sandbox";
import type { Action } from "discord-sandbox/actions";
import type { Channel, Post } from "discord-sandbox/model";
import type { Person } from "discord-sandbox/people";
import type { Store } from "discord-sandbox/store";
import { LRUCache } from "lru-cache";
import type { Outcome, ShownPost, Snapshot } from "./protocol.js";
import type { PageRequest } from "./requests.js";
import type { TrafficLog } from "./traffic-log.js";

/** The latest messages of each channel that are shown. */
const MOST_SHOWN = 300;
const MAX_MODALS = 50;
const MAX_REMARKS = 1000;
const { Subcommand, SubcommandGroup } = ApplicationCommandOptionType;
const DONE: Outcome = { kind: "done" };

/** What the page shows, and which people can use it. */
export interface SessionOptions {
  readonly sandbox: Sandbox;
  /** The sandbox's channels that are shown, in this order; the first is open at the start. */
  readonly channels: readonly {
    readonly name: string;
    readonly topic: string;
    /** Only moderators see it on the page; the sandbox knows nothing of that. */
    readonly forModerators?: boolean;
  }[];
  /** The people that a user of the page can be; the first one at the start. The sandbox knows their permissions. */
  readonly people: readonly { readonly name: string; readonly moderates: boolean }[];
}

export function createSession({ sandbox, channels, people }: SessionOptions, trafficLog: TrafficLog) {
  const members = people.map(({ name, moderates }) => ({ person: sandbox.person(name), moderates }));
  const shown = channels.map((channel) => ({ ...channel, id: sandbox.channel(channel.name).id }));
  /** The actions that the bot answered with a modal, until it is submitted. */
  const modals = new LRUCache<string, Action>({ max: MAX_MODALS });

  /** By message. */
  const remarks = new LRUCache<string, string>({ max: MAX_REMARKS });

  const show = (post: Post): ShownPost => {
    const remark = remarks.get(post.message.id);
    return { ...showPost(sandbox.store, post), ...(remark && { remark }) };
  };

  const personOf = (id: string): Person => find(members.find(({ person }) => person.user.id === id)?.person, "person");
  const channelOf = (id: string): Channel => find(sandbox.store.channels.get(id), "channel");
  const postOf = (channel: string, id: string): Post => find(channelOf(channel).posts.get(id), "message");

  const answerOf = async (action: Action): Promise<Outcome> => {
    const response = await action.answer(sandbox.times.acknowledgeWithin).catch(() => undefined);
    if (response === undefined) return { kind: "silence" };
    if (response.kind === "choices") return { kind: "choices", choices: response.choices };
    if (response.kind !== "modal") return DONE;
    modals.set(action.id, action);
    return { kind: "modal", action: action.id, modal: response.modal };
  };

  const handle = async (request: PageRequest): Promise<Outcome> => {
    const person = personOf(request.as);
    person.locale = request.locale;
    switch (request.do) {
      case "say": {
        const { channel, text, replyTo, ping = true } = request;
        const quoted = replyTo === undefined ? {} : { replyTo: postOf(channel, replyTo), ping };
        person.say(channelOf(channel), text, quoted);
        return DONE;
      }
      case "edit":
        person.edit(postOf(request.channel, request.post), request.text);
        return DONE;
      case "remove":
        person.remove(postOf(request.channel, request.post));
        return DONE;
      case "offered":
        return { kind: "offered", commands: person.offered(channelOf(request.channel)) };
      case "slash":
        return answerOf(person.slash(request.name, request.options, channelOf(request.channel)));
      case "complete": {
        const { name, options, focused, channel } = request;
        return answerOf(person.autocomplete(name, options, focused, channelOf(channel)));
      }
      case "press":
        return answerOf(person.press(postOf(request.channel, request.post), request.customId));
      case "menu":
        return answerOf(person.useAppsMenu(request.name, postOf(request.channel, request.post)));
      case "submit": {
        const outcome = await answerOf(person.submitModal(find(modals.get(request.action), "form"), request.values));
        if (outcome.kind !== "silence") modals.delete(request.action);
        return outcome;
      }
      case "records":
        return { kind: "records", records: trafficLog.recordsOf(postOf(request.channel, request.post)) };
    }
  };

  return {
    describe(): Omit<Snapshot, "version"> {
      const { username: name } = sandbox.bot;
      const direct = members.map(({ person }) => ({ id: person.dm().id, name, topic: "", directFor: person.user.id }));
      const everywhere = [...shown, ...direct];
      return {
        bot: { id: sandbox.bot.id, name },
        guild: { id: sandbox.store.guild.id, name: sandbox.store.guild.name },
        channels: everywhere,
        people: members.map(({ person: { user }, moderates }) => ({ id: user.id, name: user.username, moderates })),
        posts: everywhere.flatMap(({ id }) => [...channelOf(id).posts.values()].slice(-MOST_SHOWN).map(show)),
      };
    },
    show,
    /** Adds a remark to a message. Returns the message, or undefined if it is gone. */
    remark(channelId: string, messageId: string, text: string): ShownPost | undefined {
      const post = sandbox.store.channels.get(channelId)?.posts.get(messageId);
      if (post === undefined) return undefined;
      remarks.set(messageId, text);
      return show(post);
    },
    /** Never rejects: the sandbox throws if a person can't do something, and the outcome is a problem then. */
    handle: (request: PageRequest): Promise<Outcome> =>
      handle(request).catch((error: Error) => ({ kind: "problem", problem: error.message })),
  };
}

function showPost({ interactions }: Store, { message, onlyFor, removed }: Post): ShownPost {
  const { payload } = interactions.get(message.interaction_metadata?.id ?? "") ?? {};
  const used = payload?.type === InteractionType.ApplicationCommand ? describeUse(payload.data) : undefined;
  return { message, ...(onlyFor && { onlyFor }), ...(used && { used }), ...(removed && { gone: true }) };
}

/** Describes a command as Discord does above the answer: a slash command with its group and subcommand. */
function describeUse(data: APIApplicationCommandInteraction["data"]): NonNullable<ShownPost["used"]> {
  const deeper = (options: readonly APIApplicationCommandInteractionDataOption[] = []): string[] =>
    options.flatMap((option) =>
      option.type === Subcommand || option.type === SubcommandGroup ? [option.name, ...deeper(option.options)] : [],
    );
  const command = [data.name, ...("options" in data ? deeper(data.options) : [])].join(" ");
  return { command, ...("target_id" in data && { target: data.target_id }) };
}

function find<T>(found: T | undefined, what: string): T {
  if (found === undefined) throw new Error(`That ${what} is gone.`);
  return found;
}
