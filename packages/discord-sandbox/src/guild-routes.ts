/** Routes of the guild, for a bot that no gateway informs. */
import type { APIGuild, APIGuildMember } from "discord-api-types/v10";
import { describeGuild, describeMember } from "./payloads.js";
import { missingAccess, unknownMember } from "./refusals.js";
import type { Route } from "./route.js";

export const guildRoutes: readonly Route[] = [
  {
    operation: "get_guild",
    method: "GET",
    path: "/guilds/:guild",
    handle: (store, { params }) =>
      params["guild"] === store.guild.id ? { status: 200, body: describeWhole(describeGuild(store)) } : missingAccess(),
  },
  {
    operation: "list_guild_channels",
    method: "GET",
    path: "/guilds/:guild/channels",
    handle: (store, { params }) =>
      params["guild"] === store.guild.id ? { status: 200, body: describeGuild(store).channels } : missingAccess(),
  },
  {
    operation: "get_guild_member",
    method: "GET",
    path: "/guilds/:guild/members/:user",
    handle(store, { params }) {
      if (params["guild"] !== store.guild.id) return missingAccess();
      const user = store.users.get(params["user"] ?? "");
      return user ? { status: 200, body: describeMember(store, user) satisfies APIGuildMember } : unknownMember();
    },
  },
];

/** Leaves out what only the gateway sends, and adds what only REST does. */
function describeWhole(described: ReturnType<typeof describeGuild>): APIGuild & Record<string, unknown> {
  const { joined_at, large, unavailable, voice_states, members, channels, threads, presences, ...guild } = described;
  const { stage_instances, guild_scheduled_events, soundboard_sounds, member_count, ...whole } = guild;
  return {
    ...whole,
    region: "deprecated",
    home_header: null,
    nsfw: false,
    widget_enabled: false,
    widget_channel_id: null,
    max_presences: null,
    max_members: 500_000,
    max_video_channel_users: 25,
    max_stage_video_channel_users: 50,
    premium_subscription_count: 0,
    approximate_member_count: member_count,
    approximate_presence_count: member_count,
  };
}
