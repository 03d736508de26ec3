/** What exists on the sandbox's Discord: one application with its bot, one guild, channels, people, commands. */
import { generateKeyPairSync, randomBytes } from "node:crypto";
import {
  type APIApplicationCommand,
  type APITextChannel,
  type APIThreadChannel,
  type APIUser,
  ChannelType,
  PermissionFlagsBits,
  type Snowflake,
  ThreadAutoArchiveDuration,
} from "discord-api-types/v10";
import { createEmitter } from "./emitter.js";
import { type Channel, type Interaction, NO_FLAGS, type Post, type StoreEvent } from "./model.js";
import { createSnowflakes } from "./snowflake.js";
import { DISCORD_TIMES, type Times } from "./times.js";

export interface StoreOptions {
  botName?: string;
  guildName?: string;
  /** Names of the guild's text channels. */
  channels?: readonly string[];
  privilegedIntents?: number;
  shards?: number;
  maxConcurrency?: number;
  times?: Partial<Times>;
}

const { ViewChannel, SendMessages, EmbedLinks, AttachFiles, ReadMessageHistory } = PermissionFlagsBits;
const { AddReactions, CreatePublicThreads, SendMessagesInThreads } = PermissionFlagsBits;
const READING = ViewChannel | ReadMessageHistory;
const WRITING = SendMessages | EmbedLinks | AttachFiles | AddReactions;
const ORDINARY_PERMISSIONS = String(READING | WRITING | CreatePublicThreads | SendMessagesInThreads);

export type Store = ReturnType<typeof createStore>;

export function createStore(options: StoreOptions) {
  const times = { ...DISCORD_TIMES, ...options.times };
  const now = () => times.now();
  const nextId = createSnowflakes(now);
  const events = createEmitter<StoreEvent>();
  const posts = createEmitter<Post>();
  const { publicKey, privateKey } = generateKeyPairSync("ed25519");
  const bot = createUser(nextId(), options.botName ?? "bot", true);
  const owner = createUser(nextId(), "owner");
  const store = {
    times,
    token: `${Buffer.from(bot.id).toString("base64url")}.sandbox.${randomBytes(24).toString("base64url")}`,
    /** The application's id and the bot's are the same, as for every application made since 2016. */
    bot,
    owner,
    guild: {
      id: nextId(),
      name: options.guildName ?? "The guild",
      joinedAt: new Date(now()).toISOString(),
      /** The role that Discord manages for the bot. */
      botRole: nextId(),
    },
    users: new Map([bot, owner].map((user) => [user.id, user])),
    channels: new Map<Snowflake, Channel>(),
    /** By guild id, or "global". */
    commands: new Map<string, APIApplicationCommand[]>(),
    /** By id; their tokens are looked up in `tokens`. */
    interactions: new Map<Snowflake, Interaction>(),
    tokens: new Map<string, Interaction>(),
    nonces: new Map<string, { readonly post: Post; readonly at: number }>(),
    /** Where the gateway listens; empty until it does. */
    gatewayUrl: "",
    /** What `/gateway/bot` returns; every IDENTIFY takes one from `remaining`. */
    sessionStarts: {
      total: 1000,
      remaining: 1000,
      reset_after: 24 * 3_600_000,
      max_concurrency: options.maxConcurrency ?? 1,
    },
    recommendedShards: options.shards ?? 1,
    /** The privileged intents switched on in the developer portal. */
    privilegedIntents: options.privilegedIntents ?? 0,
    /** Where interactions go instead of to the gateway. */
    interactionsUrl: null as string | null,
    /** The application's, in hexadecimal; it verifies those interactions. */
    publicKey: Buffer.from(publicKey.export({ format: "jwk" }).x ?? "", "base64url").toString("hex"),
    privateKey,
    /** What the bot may do, in every channel of the guild. */
    botPermissions: ORDINARY_PERMISSIONS,
    nextId,
    now,
    emit: events.emit,
    /** Returns the function that stops listening. */
    listen: events.listen,
    /** Call it for each message that was created, changed or removed, also for an ephemeral one. */
    show: posts.emit,
    /** Calls its argument for each of these messages; returns the function that stops it. */
    watch: posts.listen,
  };
  for (const name of options.channels ?? ["general"]) addChannel(store, createTextChannel(store, name));
  return store;
}

function createUser(id: Snowflake, username: string, bot = false): APIUser {
  return {
    id,
    username,
    global_name: bot ? null : username,
    discriminator: bot ? "0001" : "0",
    avatar: null,
    flags: NO_FLAGS,
    public_flags: NO_FLAGS,
    primary_guild: null,
    ...(bot && { bot }),
  };
}

export function addUser(store: Store, name: string): APIUser {
  const user = createUser(store.nextId(), name);
  store.users.set(user.id, user);
  return user;
}

function createTextChannel(store: Store, name: string): APITextChannel {
  return {
    id: store.nextId(),
    type: ChannelType.GuildText,
    guild_id: store.guild.id,
    name,
    position: store.channels.size,
    permission_overwrites: [],
    parent_id: null,
    nsfw: false,
    topic: null,
    flags: NO_FLAGS,
    rate_limit_per_user: 0,
    last_message_id: null,
  };
}

/** Adds a thread begun from a message: a channel with the same id as the message. */
export function addThread(
  store: Store,
  { channel, message: { id } }: Post,
  guildId: Snowflake,
  asked: { readonly name: string; readonly auto_archive_duration?: ThreadAutoArchiveDuration | undefined },
): APIThreadChannel {
  const { name, auto_archive_duration = ThreadAutoArchiveDuration.ThreeDays } = asked;
  const archived = { archived: false, archive_timestamp: new Date(store.now()).toISOString(), locked: false };
  const data = {
    id,
    type: ChannelType.PublicThread,
    guild_id: guildId,
    parent_id: channel.id,
    owner_id: store.bot.id,
    name,
    flags: NO_FLAGS,
    last_message_id: null,
    message_count: 0,
    member_count: 1,
    total_message_sent: 0,
    rate_limit_per_user: 0,
    applied_tags: [],
    thread_metadata: { ...archived, auto_archive_duration },
  } satisfies APIThreadChannel;
  addChannel(store, data);
  store.emit({ t: "THREAD_CREATE", d: { ...data, newly_created: true } });
  return data;
}

function addChannel(store: Store, data: Channel["data"]): Channel {
  const guildId = "guild_id" in data ? data.guild_id : undefined;
  const channel = { id: data.id, data, posts: new Map(), ...(guildId && { guildId }) };
  store.channels.set(data.id, channel);
  return channel;
}

export function openDm(store: Store, person: APIUser): Channel {
  const known = [...store.channels.values()].find(
    ({ data }) => data.type === ChannelType.DM && data.recipients?.some(({ id }) => id === person.id),
  );
  if (known) return known;
  return addChannel(store, {
    id: store.nextId(),
    type: ChannelType.DM,
    name: null,
    flags: NO_FLAGS,
    last_message_id: null,
    recipients: [person],
  });
}

export function channelNamed(store: Store, name: string): Channel {
  for (const channel of store.channels.values()) if (channel.data.name === name) return channel;
  throw new Error(`The sandbox has no channel named ${name}`);
}
