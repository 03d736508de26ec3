/** The bot on Discord: one client, its events, and the one place where what went wrong is caught. */
import { randomBytes } from "node:crypto";
import { Client, Events, GatewayIntentBits, Partials } from "discord.js";
import { createDelivery } from "./delivery.js";
import { type House, withoutState } from "./house.js";
import { answerInteraction } from "./interactions.js";
import { answerMessage } from "./messages.js";
import { registerCommands } from "./registration.js";

export interface BotOptions
  extends Omit<House, "delivery" | "channels" | "reload">,
    Partial<Pick<House, "channels" | "reload">> {
  readonly token: string;
  /** Another base of Discord's REST API, such as a proxy's: without version and without a slash at its end. */
  readonly api?: string | undefined;
}

export interface Bot {
  readonly client: Client<true>;
  /** Whether the commands had to be registered anew. */
  readonly registered: boolean;
  close(): Promise<void>;
}

/** Logs in and answers from then on. Rejects when Discord refuses the token or an intent. */
export async function openBot({ token, api, ...given }: BotOptions): Promise<Bot> {
  const house: House = { ...withoutState(given.context), ...given, delivery: createDelivery() };
  const { log } = house;
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages, GatewayIntentBits.DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    ...(api === undefined ? {} : { rest: { api } }),
  });
  const guard = (what: string, work: Promise<void>): void => {
    work.catch((error: unknown) =>
      log.error({ err: error, reference: randomBytes(4).toString("hex") }, `${what} failed`),
    );
  };
  client.on(Events.Error, (error) => log.error({ err: error }, "the client reported an error"));
  client.on(Events.InteractionCreate, (interaction) => guard("an interaction", answerInteraction(interaction, house)));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  client.on(Events.MessageCreate, (message) => {
    if (client.isReady()) guard("a message", answerMessage(message, client, house));
  });
  await client.login(token);
  const connected = await ready;
  const registered = await registerCommands(connected, house.commands);
  log.info({ registered, servers: connected.guilds.cache.size }, "connected");
  return { client: connected, registered, close: () => client.destroy() };
}
