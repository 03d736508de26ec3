/** The objects Discord sends, built under the types of its documentation, so that the compiler checks each field. */
import {
  type APIApplication,
  type APIGuildMember,
  type APIRole,
  type APIThreadChannel,
  type APIUser,
  ApplicationFlags,
  ChannelType,
  type GatewayGuildCreateDispatchData,
  GatewayIntentBits,
  type GatewayMessageCreateDispatchData,
  type GatewayReadyDispatchData,
  type Locale,
  type Snowflake,
} from "discord-api-types/v10";
import { type Channel, NO_FLAGS, type Post } from "./model.js";
import type { Store } from "./store.js";

export const ENGLISH = "en-US" as Locale;

export function describeMember(store: Store, user: APIUser): APIGuildMember {
  return { user, ...describeMembership(store), roles: user.id === store.bot.id ? [store.guild.botRole] : [] };
}

function describeMembership(store: Store): Omit<APIGuildMember, "user"> {
  return {
    nick: null,
    avatar: null,
    banner: null,
    roles: [],
    joined_at: store.guild.joinedAt,
    premium_since: null,
    communication_disabled_until: null,
    deaf: false,
    mute: false,
    pending: false,
    flags: NO_FLAGS,
  };
}

/** For MESSAGE_CREATE and MESSAGE_UPDATE. Without `channel_type` clients drop a direct message silently. */
export function describeMessageEvent(store: Store, { message, channel }: Post): GatewayMessageCreateDispatchData {
  if (!channel.guildId) return { ...message, channel_type: channel.data.type };
  const membership = describeMembership(store);
  return {
    ...message,
    channel_type: channel.data.type,
    guild_id: channel.guildId,
    member: membership,
    mentions: message.mentions.map((user) => ({ ...user, member: membership })),
  };
}

export const describeOwnUser = ({ bot }: Store) => ({ ...bot, mfa_enabled: false, verified: true, email: null });

export function describeReady(
  store: Store,
  session: { id: string; shard: [id: number, count: number] },
  guildIds: Snowflake[],
): GatewayReadyDispatchData {
  return {
    v: 10,
    user: describeOwnUser(store),
    guilds: guildIds.map((id) => ({ id, unavailable: true })),
    session_id: session.id,
    resume_gateway_url: store.gatewayUrl,
    shard: session.shard,
    application: { id: store.bot.id, ...describeApplicationFlags(store) },
  };
}

export function describeGuild(store: Store): GatewayGuildCreateDispatchData {
  const { id, name, joinedAt } = store.guild;
  const threads = [];
  const channels = [];
  for (const { data } of store.channels.values()) {
    if (isThread(data)) threads.push(data);
    else if (data.type !== ChannelType.DM) channels.push(data);
  }
  return {
    id,
    name,
    icon: null,
    splash: null,
    discovery_splash: null,
    banner: null,
    description: null,
    features: [],
    vanity_url_code: null,
    owner_id: store.owner.id,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 0,
    default_message_notifications: 1,
    explicit_content_filter: 0,
    roles: [describeEveryone(store), describeBotRole(store)],
    emojis: [],
    stickers: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: NO_FLAGS,
    rules_channel_id: null,
    public_updates_channel_id: null,
    safety_alerts_channel_id: null,
    premium_tier: 0,
    premium_progress_bar_enabled: false,
    preferred_locale: ENGLISH,
    nsfw_level: 0,
    hub_type: null,
    incidents_data: null,
    joined_at: joinedAt,
    large: false,
    unavailable: false,
    member_count: store.users.size,
    voice_states: [],
    members: [describeMember(store, store.bot)],
    channels,
    threads,
    presences: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

const isThread = (data: Channel["data"]): data is APIThreadChannel => data.type >= 10 && data.type <= 12;

function describeEveryone(store: Store): APIRole {
  return {
    id: store.guild.id,
    name: "@everyone",
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: 0,
    permissions: store.botPermissions,
    managed: false,
    mentionable: false,
    flags: NO_FLAGS,
  };
}

function describeBotRole(store: Store): APIRole {
  return {
    ...describeEveryone(store),
    id: store.guild.botRole,
    name: store.bot.username,
    position: 1,
    managed: true,
    tags: { bot_id: store.bot.id },
  };
}

/** The portal's switches, as the "limited" flags of an application below the verification threshold. */
export function describeApplicationFlags(store: Store): Pick<APIApplication, "flags" | "flags_new"> {
  const limited = [
    [GatewayIntentBits.GuildPresences, ApplicationFlags.GatewayPresenceLimited],
    [GatewayIntentBits.GuildMembers, ApplicationFlags.GatewayGuildMembersLimited],
    [GatewayIntentBits.MessageContent, ApplicationFlags.GatewayMessageContentLimited],
  ] as const;
  const flags = limited.reduce((sum, [intent, flag]) => sum | (store.privilegedIntents & intent ? flag : 0), 0);
  return { flags, flags_new: String(flags) };
}
