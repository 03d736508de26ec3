/** A Discord-compatible server on the loopback address, for tests, benchmarks and the local page. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { getRequestListener } from "@hono/node-server";
import { matchReplies } from "./actions.js";
import { createEmitter } from "./emitter.js";
import { createEndpoint, type Endpoint } from "./endpoint.js";
import { createFaults } from "./faults.js";
import { createGateway, type Gateway } from "./gateway.js";
import type { Channel } from "./model.js";
import { createPerson, type Person } from "./people.js";
import { DISCORD_LIMITS, type RateLimits } from "./rate-limits.js";
import { createRest, type Exchange } from "./rest.js";
import type { Dispatch } from "./session.js";
import { addUser, channelNamed, createStore, type StoreOptions } from "./store.js";

export interface SandboxOptions extends StoreOptions {
  limits?: Partial<RateLimits>;
}

export type Sandbox = Awaited<ReturnType<typeof openSandbox>>;

const MOST_EXCHANGES = 10_000;

export async function openSandbox(options: SandboxOptions = {}) {
  const store = createStore(options);
  const faults = createFaults();
  const exchanges: Exchange[] = [];
  const ended = createEmitter<Exchange>();
  const dispatches = createEmitter<Dispatch>();

  const observe = (exchange: Exchange): void => {
    exchanges.push(exchange);
    if (exchanges.length > MOST_EXCHANGES) exchanges.shift();
    ended.emit(exchange);
  };
  const gateway = createGateway({ store, faults, observe: dispatches.emit });
  const limits = { ...DISCORD_LIMITS, ...options.limits };
  const rest = createRest({ store, faults, limits, observe });
  const endpoint = createEndpoint(store, observe);
  const server = createServer(getRequestListener(rest.fetch, { overrideGlobalObjects: false }));
  server.on("upgrade", gateway.upgrade);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  store.gatewayUrl = `ws://127.0.0.1:${port}`;

  const expectReply = matchReplies(store);
  const people = new Map<string, Person>();
  return {
    /** The base of REST, for discord.js's `rest.api`. */
    url: `http://127.0.0.1:${port}/api`,
    gatewayUrl: store.gatewayUrl,
    /** The bot's token. */
    token: store.token,
    bot: store.bot,
    store,
    /** Durations may be changed while the sandbox is open. */
    times: store.times,
    gateway: gateway as Gateway,
    /** Sends interactions over HTTP instead of the gateway. */
    endpoint: endpoint as Endpoint,
    faults,
    /** The most recent requests and their answers. */
    exchanges: exchanges as readonly Exchange[],
    /** Calls its argument for each exchange as it ends; returns the function that stops it. */
    observe: ended.listen,
    /** Calls its argument for each event that a session of the gateway receives; returns the function that stops it. */
    observeDispatches: dispatches.listen,
    /** Calls its argument for each event of the store, before intents. */
    listen: store.listen,
    channel: (name: string): Channel => channelNamed(store, name),
    /** Returns the person of that name, who is created at the first call. */
    person(name: string): Person {
      const person = people.get(name) ?? createPerson(store, addUser(store, name), expectReply);
      people.set(name, person);
      return person;
    },
    /** Returns everyone created so far. */
    people: (): readonly Person[] => [...people.values()],
    async close(): Promise<void> {
      gateway.stop();
      endpoint.stop();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
