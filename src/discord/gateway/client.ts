/** Creates the discord.js client: which events it gets, what it remembers, and that it pings nobody. */
import {
  Client,
  Events,
  GatewayIntentBits,
  Options,
  Partials,
  type RESTOptions,
  SimpleShardingStrategy,
  type WebSocketOptions,
} from "discord.js";
import { LRUCache } from "lru-cache";
import type { HttpTransport } from "./http-transport.js";
import type { IdentifyThrottler, ShardRange } from "./shard-range.js";

interface ClientSettings {
  readonly rest: Partial<RESTOptions>;
  readonly readsContent: boolean;
  /** As many as Discord recommends if it is undefined. */
  readonly shards: ShardRange | undefined;
  /** If it is given, interactions come that way, and the client connects to nothing. */
  readonly transport: HttpTransport | undefined;
  /** Spaces the IDENTIFY requests. By default discord.js does, 5 s apart, within this process. */
  readonly identifyThrottler: IdentifyThrottler | undefined;
  /** Aborted when the login failed: from then on the client connects to nothing. */
  readonly abandoned: AbortSignal;
}

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

/** What an answer needs to know of a person comes with the event. Of itself the bot needs to know its permissions. */
const keepOverLimit = ({ id, client }: { id: string; client: Client }) => id === client.user?.id;
const ITSELF = { maxSize: 0, keepOverLimit };
/** discord.js looks for the people of an event here while it is handled. */
const FEW = { maxSize: 200, keepOverLimit };

export function createClient(settings: ClientSettings): Client {
  const { rest, readsContent, shards, transport, identifyThrottler, abandoned } = settings;
  const client = new Client({
    intents: transport ? [] : [Guilds, GuildMessages, DirectMessages, ...(readsContent ? [MessageContent] : [])],
    // Without them the events of a direct message's channel, and of a message that isn't kept, are dropped silently.
    partials: [Partials.Channel, Partials.Message],
    allowedMentions: { parse: [], repliedUser: false },
    ...(shards ? { shards: [...shards.ids], shardCount: shards.count } : { shards: "auto" as const }),
    rest,
    // Messages are rendered with Discord's own field names: discord.js would look through all of it for others.
    jsonTransformer: (payload) => payload,
    ws: {
      ...(identifyThrottler ? { buildIdentifyThrottler: identifyThrottler } : {}),
      buildStrategy: transport?.buildStrategy ?? untilAbandoned(abandoned),
    },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      EntitlementManager: 0,
      GuildEmojiManager: 0,
      GuildForumThreadManager: 0,
      GuildMemberManager: ITSELF,
      GuildScheduledEventManager: 0,
      GuildStickerManager: 0,
      // What people reply to and edit. Older messages are fetched from Discord.
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

/**
 * A client whose login failed goes on connecting twice a second, even after `destroy()`. Before each connection it asks
 * for the session to resume: once it is abandoned, it gets no answer and stops there.
 */
const untilAbandoned =
  (abandoned: AbortSignal): NonNullable<WebSocketOptions["buildStrategy"]> =>
  (manager) => {
    const { options } = manager;
    const { retrieveSessionInfo } = options;
    options.retrieveSessionInfo = (shard) =>
      abandoned.aborted ? new Promise(() => undefined) : retrieveSessionInfo(shard);
    return new SimpleShardingStrategy(manager);
  };

const MAX_DIRECT_CHANNELS = 500;

/** discord.js cannot limit channels, and each person who ever wrote to the bot has one; Discord sends it with each message. */
function forgetDirectMessages(client: Client): void {
  const direct = new LRUCache<string, true>({
    max: MAX_DIRECT_CHANNELS,
    dispose: (_, id) => void client.channels.cache.delete(id),
    noDisposeOnSet: true,
  });
  const note = ({ channelId, guildId }: { channelId: string | null; guildId: string | null }): void => {
    if (guildId === null && channelId !== null) direct.set(channelId, true);
  };
  client.on(Events.MessageCreate, note);
  client.on(Events.InteractionCreate, note);
}
