/** Interactions that come over HTTP: discord.js takes them for a gateway's, and a first answer goes back as the response. */
import {
  type APIGatewayBotInfo,
  type APIInteraction,
  ChannelType,
  DefaultRestOptions,
  DiscordAPIError,
  type RESTOptions,
  Routes,
  type WebSocketOptions,
} from "discord.js";
import { createBoundedMap } from "../common/memory.js";

type MakeRequest = RESTOptions["makeRequest"];
type BuildStrategy = NonNullable<WebSocketOptions["buildStrategy"]>;

/** A first answer, as JSON. One of the two functions is to be called, once it is known how it went; the first call counts. */
export interface Answer {
  readonly body: string;
  sent(): void;
  /** The connection broke before: the answer then goes to Discord by a request of our own. */
  lost(): void;
}

export interface LineOptions {
  /** Asked of Discord where it is missing. The bot's user has the same id, as for every application made since 2016. */
  readonly applicationId?: string | undefined;
  /** Milliseconds for which a request is held open, at most: Discord gives up after three seconds. */
  readonly hold: number;
}

export interface Line {
  /** The first answer to `interaction`; undefined where there was none in time, or where it had been told before. */
  answer(interaction: APIInteraction): Promise<Answer | undefined>;
  /** For discord.js, in the place of the one that connects to the gateway. */
  readonly buildStrategy: BuildStrategy;
  /** Sends requests by `network`, but for the first answers that somebody waits for. */
  carry(network: MakeRequest | undefined): MakeRequest;
}

const SHARD = 0;
const CALLBACK = /\/interactions\/(\d+)\/[^/]+\/callback(?:\?|$)/;

/** As many servers are remembered, and of each no more than what its interactions said. */
const MOST_SERVERS = 2000;

/** What discord.js asks before it connects: nothing is connected, and no session is begun. */
const NO_GATEWAY: APIGatewayBotInfo = {
  url: "",
  shards: 1,
  session_start_limit: { total: 1, remaining: 1, reset_after: 24 * 3_600_000, max_concurrency: 1 },
};

export function openLine({ applicationId, hold }: LineOptions): Line {
  const waiting = new Map<string, (body: string) => Promise<void>>();
  const servers = createBoundedMap<string, string>(MOST_SERVERS, (id) => tell("GUILD_DELETE", { id }));
  let tell: (t: string, d: object) => void = () => undefined;

  /** discord.js drops the messages of a server that it doesn't know, and the gateway tells of servers first. */
  const introduce = ({ guild_id: id, guild }: APIInteraction): void => {
    if (id === undefined) return;
    if (servers.get(id) === undefined) tell("GUILD_CREATE", { ...guild, id, unavailable: false });
    servers.set(id, id);
  };

  return {
    answer(interaction) {
      const { id } = interaction;
      if (waiting.has(id)) return Promise.resolve(undefined);
      return new Promise((resolve, reject) => {
        const release = (answer?: Answer): void => {
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
        try {
          const whole = handleAutocomplete(interaction);
          introduce(whole);
          tell("INTERACTION_CREATE", whole);
        } catch (error) {
          release();
          reject(error);
        }
      });
    },
    buildStrategy: (manager) => ({
      spawn: () => undefined,
      async connect() {
        const emit = manager.emit.bind(manager) as (event: string, payload: object) => boolean;
        const id = applicationId ?? (await askForId(manager.options.rest));
        tell = (t, d) => void emit("dispatch", { data: { op: 0, t, s: 0, d }, shardId: SHARD });
        const ready = { user: { id, username: "", bot: true }, guilds: [], application: { id } };
        emit("ready", { data: ready, shardId: SHARD });
        tell("READY", ready);
      },
      destroy: () => undefined,
      send: () => undefined,
      fetchStatus: () => Promise.reject(new Error("There is no gateway")),
    }),
    carry:
      (network = DefaultRestOptions.makeRequest) =>
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

/** Discord sends all of this; discord.js fails without it, and other servers that speak as Discord may leave it out. */
function handleAutocomplete(interaction: APIInteraction): APIInteraction {
  const { channel_id: id, guild_id, user } = interaction as { channel_id?: string; guild_id?: string; user?: unknown };
  const channel =
    guild_id === undefined ? { id, type: ChannelType.DM, recipients: [user] } : { id, type: ChannelType.GuildText };
  const usual = { entitlements: [], authorizing_integration_owners: {}, locale: "en-US", ...(id && { channel }) };
  return { ...usual, ...interaction } as APIInteraction;
}

/** Of the application, or of its user, which is the same. */
async function askForId(rest: { get(route: `/${string}`): Promise<unknown> }): Promise<string> {
  const asked = await rest.get(Routes.currentApplication()).catch((error: unknown) => {
    if (error instanceof DiscordAPIError && error.status === 404) return rest.get(Routes.user());
    throw error;
  });
  return (asked as { id: string }).id;
}
