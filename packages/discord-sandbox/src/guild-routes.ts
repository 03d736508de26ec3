/** Routes of the guild, for a bot that no gateway informs. */
import type { APIGuild } from "discord-api-types/v10";
import { describeGuild, describeMember } from "./payloads.js";
import { missingAccess, type Refusal, unknownMember } from "./refusals.js";
import { type Answer, type Call, ok, type Route, route } from "./route.js";
import type { Store } from "./store.js";

export const guildRoutes: readonly Route[] = [
  route("get_guild", "GET", "/guilds/:guild", inGuild(getGuild)),
  route("list_guild_channels", "GET", "/guilds/:guild/channels", inGuild(listChannels)),
  route("get_guild_member", "GET", "/guilds/:guild/members/:user", inGuild(getMember)),
];

function inGuild(handle: Route["handle"]): Route["handle"] {
  return (store, call) => (call.params["guild"] === store.guild.id ? handle(store, call) : missingAccess());
}

function listChannels(store: Store): Answer {
  return ok(describeGuild(store).channels);
}

function getMember(store: Store, { params }: Call): Answer | Refusal {
  const user = store.users.get(params["user"] ?? "");
  return user ? ok(describeMember(store, user)) : unknownMember();
}

/** Leaves out what only the gateway sends, and adds what only REST does. */
function getGuild(store: Store): Answer {
  const described = describeGuild(store);
  const { joined_at, large, unavailable, voice_states, members, channels, threads, presences, ...guild } = described;
  const { stage_instances, guild_scheduled_events, soundboard_sounds, member_count, ...whole } = guild;
  return ok({
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
  } satisfies APIGuild & Record<string, unknown>);
}
