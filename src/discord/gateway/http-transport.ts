/** Feeds interactions that come over HTTP to discord.js as if a gateway sent them; a first answer becomes the response. */
import {
  type APIApplication,
  type APIGatewayBotInfo,
  type APIInteraction,
  ChannelType,
  DefaultRestOptions,
  type RESTOptions,
  Routes,
  type WebSocketOptions,
} from "discord.js";
import { LRUCache } from "lru-cache";

type MakeRequest = RESTOptions["makeRequest"];
type BuildStrategy = NonNullable<WebSocketOptions["buildStrategy"]>;

/** A first answer. Call `sent` or `lost` once it is known how the response went; the first call counts. */
interface FirstAnswer {
  /** JSON. */
  readonly body: string;
  sent(): void;
  /** The connection broke before: the answer then goes to Discord in a request. */
  lost(): void;
}

export type HttpTransport = ReturnType<typeof createHttpTransport>;

const SHARD = 0;
const CALLBACK = /\/interactions\/(\d+)\/[^/]+\/callback(?:\?|$)/;

const MAX_SERVERS = 2000;

/** The reply to what discord.js asks before it connects: nothing is connected, and no session begins. */
const NO_GATEWAY: APIGatewayBotInfo = {
  url: "",
  shards: 1,
  session_start_limit: { total: 1, remaining: 1, reset_after: 24 * 3_600_000, max_concurrency: 1 },
};

/**
 * Discord is asked for `applicationId` if it is missing. A request is held open for `hold` milliseconds at most: Discord
 * gives up after three seconds.
 */
export function createHttpTransport(applicationId: string | undefined, hold: number) {
  const waiting = new Map<string, (body: string) => Promise<void>>();
  const servers = new LRUCache<string, true>({
    max: MAX_SERVERS,
    dispose: (_, id) => emit("GUILD_DELETE", { id }),
    noDisposeOnSet: true,
  });
  let emit: (t: string, d: object) => void = () => undefined;

  /** discord.js drops the messages of a server that it doesn't know; a gateway sends the servers first. */
  const introduce = ({ guild_id: id, guild }: APIInteraction): void => {
    if (id === undefined) return;
    if (!servers.has(id)) emit("GUILD_CREATE", { ...guild, id, unavailable: false });
    servers.set(id, true);
  };

  return {
    /**
     * Returns the first answer to `interaction`; undefined if there was none in time, or if it came before. Rejects if
     * discord.js can't read it.
     */
    answer(interaction: APIInteraction): Promise<FirstAnswer | undefined> {
      const { id } = interaction;
      if (waiting.has(id)) return Promise.resolve(undefined);
      return new Promise((resolve) => {
        const release = (answer?: FirstAnswer): void => {
          clearTimeout(timer);
          waiting.delete(id);
          resolve(answer);
        };
        const timer = setTimeout(release, hold);
        waiting.set(
          id,
          (body) =>
            new Promise((sent, broken) => {
              const lost = () => broken(Object.assign(new Error("Discord hung up"), { code: "ECONNRESET" }));
              release({ body, sent, lost });
            }),
        );
        const whole = complete(interaction);
        introduce(whole);
        emit("INTERACTION_CREATE", whole);
      });
    },
    /** For discord.js, instead of the strategy that connects to the gateway. */
    buildStrategy: ((manager) => ({
      spawn: () => undefined,
      async connect() {
        const dispatch = manager.emit.bind(manager) as (event: string, payload: object) => boolean;
        // The bot's user has the same id, as for every application created since 2016.
        const id =
          applicationId ?? ((await manager.options.rest.get(Routes.currentApplication())) as APIApplication).id;
        emit = (t, d) => void dispatch("dispatch", { data: { op: 0, t, s: 0, d }, shardId: SHARD });
        const ready = { user: { id, username: "", bot: true }, guilds: [], application: { id } };
        dispatch("ready", { data: ready, shardId: SHARD });
        emit("READY", ready);
      },
      destroy: () => undefined,
      send: () => undefined,
      fetchStatus: () => Promise.reject(new Error("There is no gateway")),
    })) satisfies BuildStrategy,
    /** Returns a function that sends requests with `network`, except for first answers whose response is waited for. */
    interceptRequests:
      (network: MakeRequest = DefaultRestOptions.makeRequest): MakeRequest =>
      async (url, init) => {
        if (url.endsWith(Routes.gatewayBot())) return Response.json(NO_GATEWAY);
        const id = CALLBACK.exec(url)?.[1];
        const send = id === undefined ? undefined : waiting.get(id);
        if (send === undefined || typeof init.body !== "string") return network(url, init);
        await send(init.body);
        return new Response(null, { status: 204 });
      },
  };
}

/** Adds what discord.js needs: Discord sends all of it, and other servers with Discord's protocol may leave it out. */
function complete(interaction: APIInteraction): APIInteraction {
  const { channel_id: id, guild_id, user } = interaction as { channel_id?: string; guild_id?: string; user?: unknown };
  const channel =
    guild_id === undefined ? { id, type: ChannelType.DM, recipients: [user] } : { id, type: ChannelType.GuildText };
  const usual = { entitlements: [], authorizing_integration_owners: {}, locale: "en-US", ...(id && { channel }) };
  return { ...usual, ...interaction } as APIInteraction;
}
