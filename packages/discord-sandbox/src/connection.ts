/** The conversation on one gateway socket: HELLO, then IDENTIFY or RESUME, then heartbeats until it ends. */
import type { WebSocket } from "ws";
import type { Faults, GatewayFault, Moment } from "./faults.js";
import type { Link } from "./link.js";
import type { World } from "./model.js";
import { describeGuild, describeReady } from "./payloads.js";
import { createSession, type Dispatch, type Session } from "./session.js";
import { shardOf } from "./snowflake.js";
import { GUILDS, PRIVILEGED } from "./visibility.js";

const OP = { heartbeat: 1, identify: 2, presence: 3, voice: 4, resume: 6, invalid: 9, members: 8, hello: 10, ack: 11 };
const LISTENED_TO_ONLY = [OP.presence, OP.voice, OP.members];
const CLOSE = {
  unknownOpcode: 4001,
  decodeError: 4002,
  notAuthenticated: 4003,
  authenticationFailed: 4004,
  alreadyAuthenticated: 4005,
  invalidSequence: 4007,
  rateLimited: 4008,
  invalidShard: 4010,
  invalidVersion: 4012,
  disallowedIntents: 4014,
};
/** After these the server keeps nothing to resume; 1000 and 1001 mean the same when the client says them. */
const ENDINGS = new Set([1000, 1001, 4004, 4007, 4010, 4011, 4012, 4013, 4014]);
const MOST_SENDS_A_MINUTE = 120;
const LONGEST_PAYLOAD = 4096;

interface Frame {
  op: number;
  d?: unknown;
}

export interface GatewayState {
  readonly world: World;
  readonly faults: Faults;
  readonly sessions: Map<string, Session>;
  /** When each concurrency key last identified. */
  readonly identified: Map<number, number>;
  readonly gatewayUrl: () => string;
  readonly observe: (dispatch: Dispatch) => void;
}

export function attend(state: GatewayState, socket: WebSocket, link: Link, query: URLSearchParams): void {
  const { world, sessions } = state;
  let session: Session | undefined;
  let minute = { startedAt: world.now(), sends: 0 };

  socket.on("close", (code) => {
    if (session?.link !== link) return;
    session.link = undefined;
    session.leftAt = world.now();
    if (ENDINGS.has(code) || !session.resumable) sessions.delete(session.id);
  });
  socket.on("error", () => link.reset());
  socket.on("message", (data) => {
    if (world.now() - minute.startedAt > 60_000) minute = { startedAt: world.now(), sends: 0 };
    minute.sends += 1;
    if (minute.sends > MOST_SENDS_A_MINUTE) return link.close(CLOSE.rateLimited, "You are being rate limited.");
    const text = String(data);
    const frame = text.length > LONGEST_PAYLOAD ? undefined : parseFrame(text);
    if (frame) hear(frame);
    else link.close(CLOSE.decodeError, "Error while decoding payload.");
  });

  if (query.get("v") === "10")
    send(link, OP.hello, { heartbeat_interval: world.times.heartbeatEvery, _trace: ["sandbox"] });
  else link.close(CLOSE.invalidVersion, "Invalid API version.");

  function hear({ op, d }: Frame): void {
    if (op === OP.heartbeat) beat(d);
    else if (op === OP.identify || op === OP.resume) begin(op, d);
    else if (!LISTENED_TO_ONLY.includes(op)) link.close(CLOSE.unknownOpcode, "Unknown opcode.");
    else if (!session) link.close(CLOSE.notAuthenticated, "Not authenticated.");
  }

  function begin(op: number, d: unknown): void {
    if (session && !session.invalidated) link.close(CLOSE.alreadyAuthenticated, "Already authenticated.");
    else if (op === OP.identify) session = fails("identify") ? undefined : identify(state, link, d);
    else session = fails("resume") ? undefined : resume(state, link, d);
  }

  function beat(sequence: unknown): void {
    if (fails("heartbeat")) return;
    if (typeof sequence === "number") session?.forgetUpTo(sequence);
    send(link, OP.ack);
  }

  function fails(moment: Moment): boolean {
    const fault = state.faults.takeGateway(moment);
    if (fault) commit(fault, link);
    return fault !== undefined;
  }
}

function commit(fault: GatewayFault, link: Link): void {
  if (fault.do === "close") link.close(fault.code);
  else if (fault.do === "invalidate") send(link, OP.invalid, fault.resumable);
  else if (fault.do !== "ignore") link.reset();
}

function send(link: Link, op: number, d: unknown = null): void {
  link.send(JSON.stringify({ op, d }));
}

function parseFrame(text: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === "object" && frame !== null && "op" in frame ? (frame as Frame) : undefined;
  } catch {
    return;
  }
}

function identify(state: GatewayState, link: Link, data: unknown): Session | undefined {
  const { world, sessions, gatewayUrl, observe } = state;
  const { token, intents = 0, shard = [0, 1] } = (data ?? {}) as { token?: string; intents?: number; shard?: Shard };
  const refuse = (code: number, reason: string) => void link.close(code, reason);
  world.sessionStarts.remaining = Math.max(0, world.sessionStarts.remaining - 1);
  if (!isToken(world, token)) return refuse(CLOSE.authenticationFailed, "Authentication failed.");
  if (intents & PRIVILEGED & ~world.privilegedIntents) return refuse(CLOSE.disallowedIntents, "Disallowed intent(s).");
  const [id, count] = shard;
  if (!(id >= 0 && id < count)) return refuse(CLOSE.invalidShard, "Invalid shard.");
  if (isTooSoon(state, id)) return void send(link, OP.invalid, false);

  const session = createSession([id, count], intents, link, observe);
  sessions.set(session.id, session);
  const guilds = shardOf(world.guild.id, count) === id ? [world.guild.id] : [];
  session.dispatch("READY", describeReady(world, session, gatewayUrl(), guilds));
  if (intents & GUILDS && guilds.length > 0) session.dispatch("GUILD_CREATE", describeGuild(world));
  return session;
}

type Shard = [id: number, count: number];

function isTooSoon({ world, identified }: GatewayState, shardId: number): boolean {
  const key = shardId % world.sessionStarts.max_concurrency;
  const last = identified.get(key);
  const tooSoon = last !== undefined && world.now() - last < world.times.identifyEvery;
  if (!tooSoon) identified.set(key, world.now());
  return tooSoon;
}

function resume({ world, sessions }: GatewayState, link: Link, data: unknown): Session | undefined {
  const { token, session_id: id = "", seq = 0 } = (data ?? {}) as { token?: string; session_id?: string; seq?: number };
  const session = sessions.get(id);
  if (!isToken(world, token) || !session?.resumable) return void send(link, OP.invalid, false);
  if (seq > session.sequence()) return void link.close(CLOSE.invalidSequence, "Invalid seq.");
  if (session.link !== link) session.link?.reset();
  session.link = link;
  session.invalidated = false;
  session.replay(seq, link);
  session.dispatch("RESUMED", { _trace: ["sandbox"] });
  return session;
}

/** Some libraries send the REST form of the token here too. */
function isToken(world: World, token: string | undefined): boolean {
  return token?.replace(/^Bot /, "") === world.token;
}
