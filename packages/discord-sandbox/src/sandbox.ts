/** A Discord-compatible server on the loopback address, for tests, benchmarks and the local page. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import type { APIUser } from "discord-api-types/v10";
import { matchReplies } from "./actions.js";
import { createEmitter } from "./emitter.js";
import { createEndpoint, type Endpoint } from "./endpoint.js";
import type { StoreEvent } from "./events.js";
import { createFaults, type Faults } from "./faults.js";
import { createGateway, type Gateway } from "./gateway.js";
import type { Channel, Store } from "./model.js";
import { createPerson, type Person } from "./people.js";
import { DISCORD_LIMITS, type RateLimits } from "./rate-limits.js";
import { createRest, type Exchange } from "./rest.js";
import type { Dispatch } from "./session.js";
import { addUser, channelNamed, createStore, type StoreOptions } from "./store.js";
import type { Times } from "./times.js";

export interface SandboxOptions extends StoreOptions {
  limits?: Partial<RateLimits>;
}

export interface Sandbox {
  /** The base of REST, for discord.js's `rest.api`. */
  readonly url: string;
  readonly gatewayUrl: string;
  /** The bot's token. */
  readonly token: string;
  readonly bot: APIUser;
  readonly store: Store;
  /** Durations may be changed while the sandbox is open. */
  readonly times: Times;
  readonly gateway: Gateway;
  /** Sends interactions over HTTP instead of the gateway. */
  readonly endpoint: Endpoint;
  readonly faults: Faults;
  /** The most recent requests and their answers. */
  readonly exchanges: readonly Exchange[];
  /** Calls `observer` for each exchange as it ends; returns the function that stops it. */
  observe(observer: (exchange: Exchange) => void): () => void;
  /** Calls `observer` for each event that a session of the gateway receives; returns the function that stops it. */
  observeDispatches(observer: (dispatch: Dispatch) => void): () => void;
  /** Calls `listener` for each event of the store, before intents. */
  listen(listener: (event: StoreEvent) => void): () => void;
  channel(name: string): Channel;
  /** Returns the person of that name, who is created at the first call. */
  person(name: string): Person;
  /** Returns everyone created so far. */
  people(): readonly Person[];
  close(): Promise<void>;
}

const MOST_EXCHANGES = 10_000;

export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const store = createStore(options);
  const faults = createFaults();
  const exchanges: Exchange[] = [];
  const ended = createEmitter<Exchange>();
  const dispatches = createEmitter<Dispatch>();
  // Still known after the server is closed: a request may be answered later than that.
  let port = 0;
  const address = () => `127.0.0.1:${port}`;
  const gatewayUrl = () => `ws://${address()}`;

  const observe = (exchange: Exchange): void => {
    exchanges.push(exchange);
    if (exchanges.length > MOST_EXCHANGES) exchanges.shift();
    ended.emit(exchange);
  };
  const gateway = createGateway({ store, faults, gatewayUrl, observe: dispatches.emit });
  const limits = { ...DISCORD_LIMITS, ...options.limits };
  const rest = createRest({ store, faults, limits, gatewayUrl, observe });
  const endpoint = createEndpoint(store, observe);
  const server = createServer(getRequestListener(rest.fetch, { overrideGlobalObjects: false }));
  server.on("upgrade", gateway.upgrade);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  ({ port } = server.address() as AddressInfo);

  const expectReply = matchReplies(store);
  const people = new Map<string, Person>();
  return {
    url: `http://${address()}/api`,
    gatewayUrl: gatewayUrl(),
    token: store.token,
    bot: store.bot,
    store,
    times: store.times,
    gateway,
    endpoint,
    faults,
    exchanges,
    observe: ended.listen,
    observeDispatches: dispatches.listen,
    listen: store.listen,
    channel: (name) => channelNamed(store, name),
    person(name) {
      const person = people.get(name) ?? createPerson(store, addUser(store, name), expectReply);
      people.set(name, person);
      return person;
    },
    people: () => [...people.values()],
    async close() {
      gateway.stop();
      endpoint.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
