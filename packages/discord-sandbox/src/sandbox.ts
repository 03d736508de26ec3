/** A Discord of one's own on the loopback address, for tests, the benchmark and the local page. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { APIUser } from "discord-api-types/v10";
import { matchReplies } from "./acts.js";
import { createEndpoint, type Endpoint } from "./endpoint.js";
import type { WorldEvent } from "./events.js";
import { createFaults, type Faults } from "./faults.js";
import { createGateway, type Gateway } from "./gateway.js";
import type { Channel, World } from "./model.js";
import { createPerson, type Person } from "./people.js";
import { DISCORD_LIMITS, type RateLimits } from "./rate-limits.js";
import { createRest, type Exchange } from "./rest.js";
import type { Dispatch } from "./session.js";
import type { Times } from "./times.js";
import { addTextChannel, addUser, channelNamed, createWorld, type WorldOptions } from "./world.js";

export interface SandboxOptions extends WorldOptions {
  port?: number;
  limits?: Partial<RateLimits>;
}

export interface Sandbox {
  /** The base of REST, for discord.js's `rest.api`. */
  readonly url: string;
  readonly gatewayUrl: string;
  /** The bot's token. */
  readonly token: string;
  readonly bot: APIUser;
  readonly world: World;
  /** Durations may be changed while the sandbox is open. */
  readonly times: Times;
  readonly gateway: Gateway;
  /** Where interactions can be had over HTTP, in the place of the gateway. */
  readonly endpoint: Endpoint;
  readonly faults: Faults;
  /** The most recent requests and their answers. */
  readonly exchanges: readonly Exchange[];
  /** Tells of each exchange as it ends; returns the function that stops it. */
  observe(observer: (exchange: Exchange) => void): () => void;
  /** Tells of each event that a session of the gateway is told; returns the function that stops it. */
  observeDispatches(observer: (dispatch: Dispatch) => void): () => void;
  /** Tells of each event of the world, before intents. */
  listen(listener: (event: WorldEvent) => void): () => void;
  channel(name: string): Channel;
  addChannel(name: string): Channel;
  /** The person of that name, who comes into being when first called. */
  person(name: string): Person;
  /** Everybody who has come into being so far. */
  people(): readonly Person[];
  close(): Promise<void>;
}

const MOST_EXCHANGES = 10_000;

export async function openSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const world = createWorld(options);
  const faults = createFaults();
  const exchanges: Exchange[] = [];
  const observers = new Set<(exchange: Exchange) => void>();
  const dispatchObservers = new Set<(dispatch: Dispatch) => void>();
  const address = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const gatewayUrl = () => `ws://${address()}`;

  const observe = (exchange: Exchange): void => {
    exchanges.push(exchange);
    if (exchanges.length > MOST_EXCHANGES) exchanges.shift();
    for (const observer of observers) observer(exchange);
  };
  const gateway = createGateway({
    world,
    faults,
    gatewayUrl,
    observe(dispatch) {
      for (const observer of dispatchObservers) observer(dispatch);
    },
  });
  const limits = { ...DISCORD_LIMITS, ...options.limits };
  const serve = createRest({ world, faults, limits, gatewayUrl, observe });
  const endpoint = createEndpoint(world, observe);
  const server = createServer((request, response) => {
    // Reading fails when the client goes away in the middle of its request: nobody is left to answer.
    serve(request, response).catch(() => response.destroy());
  });
  server.on("upgrade", gateway.upgrade);
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });

  const replies = matchReplies(world);
  const people = new Map<string, Person>();
  return {
    url: `http://${address()}/api`,
    gatewayUrl: gatewayUrl(),
    token: world.token,
    bot: world.bot,
    world,
    times: world.times,
    gateway,
    endpoint,
    faults,
    exchanges,
    observe(observer) {
      observers.add(observer);
      return () => void observers.delete(observer);
    },
    observeDispatches(observer) {
      dispatchObservers.add(observer);
      return () => void dispatchObservers.delete(observer);
    },
    listen: world.listen,
    channel: (name) => channelNamed(world, name),
    addChannel: (name) => addTextChannel(world, name),
    person(name) {
      const person = people.get(name) ?? createPerson(world, addUser(world, name), replies);
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
