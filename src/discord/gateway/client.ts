/** The discord.js client as this bot uses it: what it hears, what it remembers, and that it pings nobody. */
import { Client, Events, GatewayIntentBits, Options, Partials, type RESTOptions } from "discord.js";
import { createBoundedMap } from "../common/memory.js";
import type { Line } from "./line.js";
import type { IdentifyThrottler, ShardRange } from "./shard-range.js";

export interface ClientSettings {
  readonly rest: Partial<RESTOptions>;
  readonly readsContent: boolean;
  /** All that Discord recommends where it is missing. */
  readonly shards: ShardRange | undefined;
  /** Connects to nothing where it is given: interactions come that way. */
  readonly line: Line | undefined;
  /** Spaces the beginnings of sessions. Unless given, discord.js does, 5 s apart, within this process. */
  readonly identifyThrottler: IdentifyThrottler | undefined;
}

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

/** Of people nothing is looked up later: what an answer needs comes with the event. Of itself the bot needs to know its rights. */
const keepOverLimit = ({ id, client }: { id: string; client: Client }) => id === client.user?.id;
const ITSELF = { maxSize: 0, keepOverLimit };
/** Until an event has been dealt with, its people are looked for here. */
const FEW = { maxSize: 200, keepOverLimit };

export function createClient({ rest, readsContent, shards, line, identifyThrottler }: ClientSettings): Client {
  const client = new Client({
    intents: line ? [] : [Guilds, GuildMessages, DirectMessages, ...(readsContent ? [MessageContent] : [])],
    // Without them the events of a direct message's channel, and of a message that isn't kept, are dropped silently.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    ...(shards ? { shards: [...shards.ids], shardCount: shards.count } : { shards: "auto" as const }),
    rest,
    // What is drawn has Discord's own names already: discord.js would look through all of it for others.
    jsonTransformer: (drawn) => drawn,
    ws: {
      ...(identifyThrottler ? { buildIdentifyThrottler: identifyThrottler } : {}),
      ...(line ? { buildStrategy: line.buildStrategy } : {}),
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      AutoModerationRuleManager: 0,
      BaseGuildEmojiManager: 0,
      EntitlementManager: 0,
      GuildBanManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildInviteManager: 0,
      GuildMemberManager: ITSELF,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      // What people reply to, and what they edit; Discord is asked for what is further back.
      MessageManager: 10,
      PresenceManager: 0,
      ReactionManager: 0,
      ReactionUserManager: 0,
      StageInstanceManager: 0,
      ThreadMemberManager: 0,
      UserManager: FEW,
      VoiceStateManager: 0,
    }),
  });
  forgetDirectMessages(client);
  return client;
}

/** As many direct messages' channels are kept; Discord tells of a channel again with its next message. */
const MOST_DIRECT = 500;

/** Channels can't be limited as the rest can, and everybody who ever wrote to the bot has one. */
function forgetDirectMessages(client: Client): void {
  const direct = createBoundedMap<string, string>(MOST_DIRECT, (id) => void client.channels.cache.delete(id));
  const note = ({ channelId, guildId }: { channelId: string | null; guildId: string | null }): void => {
    if (guildId === null && channelId !== null) direct.set(channelId, channelId);
  };
  client.on(Events.MessageCreate, note);
  client.on(Events.InteractionCreate, note);
}
