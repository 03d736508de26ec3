/** The conversation on one gateway socket: HELLO, then IDENTIFY or RESUME, then heartbeats until it ends. */
import type { Socket } from "node:net";
import { GatewayCloseCodes, GatewayIntentBits, GatewayOpcodes } from "discord-api-types/v10";
import type { WebSocket } from "ws";
import type { Faults, GatewayFault, Moment } from "./faults.js";
import { createLink, type Link } from "./link.js";
import { describeGuild, describeReady } from "./payloads.js";
import { createGatewaySession, type Dispatch, type GatewaySession } from "./session.js";
import { shardOf } from "./snowflake.js";
import type { Store } from "./store.js";
import { PRIVILEGED } from "./visibility.js";

const Op = GatewayOpcodes;
const Close = GatewayCloseCodes;
const LISTENED_TO_ONLY = [Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers];
/** After these close codes a session cannot be resumed, nor after 1000 or 1001 from the client. */
const ENDINGS = new Set<number>([
  1000,
  1001,
  Close.AuthenticationFailed,
  Close.InvalidSeq,
  Close.InvalidShard,
  Close.ShardingRequired,
  Close.InvalidAPIVersion,
  Close.InvalidIntents,
  Close.DisallowedIntents,
]);
const MOST_SENDS_A_MINUTE = 120;
const LONGEST_PAYLOAD = 4096;

interface Frame {
  op: number;
  d?: unknown;
}

export interface GatewayState {
  readonly store: Store;
  readonly faults: Faults;
  readonly sessions: Map<string, GatewaySession>;
  /** When each concurrency key last identified. */
  readonly identified: Map<number, number>;
  readonly observe: (dispatch: Dispatch) => void;
}

export function handleSocket(state: GatewayState, socket: WebSocket, tcp: Socket, query: URLSearchParams): void {
  const { store, sessions } = state;
  const link = createLink(socket, tcp, query.get("compress") === "zlib-stream");
  let session: GatewaySession | undefined;
  let minute = { startedAt: store.now(), sends: 0 };

  socket.on("close", (code) => {
    if (session?.link !== link) return;
    session.link = undefined;
    session.leftAt = store.now();
    if (ENDINGS.has(code) || !session.resumable) sessions.delete(session.id);
  });
  socket.on("error", () => link.reset());
  socket.on("message", (data) => {
    if (store.now() - minute.startedAt > 60_000) minute = { startedAt: store.now(), sends: 0 };
    minute.sends += 1;
    if (minute.sends > MOST_SENDS_A_MINUTE) return link.close(Close.RateLimited, "You are being rate limited.");
    const text = String(data);
    const frame = text.length > LONGEST_PAYLOAD ? undefined : parseFrame(text);
    if (frame) handleFrame(frame);
    else link.close(Close.DecodeError, "Error while decoding payload.");
  });

  if (query.get("v") === "10")
    link.sendOp(Op.Hello, { heartbeat_interval: store.times.heartbeatEvery, _trace: ["sandbox"] });
  else link.close(Close.InvalidAPIVersion, "Invalid API version.");

  function handleFrame({ op, d }: Frame): void {
    if (op === Op.Heartbeat) beat(d);
    else if (op === Op.Identify || op === Op.Resume) begin(op, d);
    else if (!LISTENED_TO_ONLY.includes(op)) link.close(Close.UnknownOpcode, "Unknown opcode.");
    else if (!session) link.close(Close.NotAuthenticated, "Not authenticated.");
  }

  function begin(op: number, d: unknown): void {
    if (session && !session.invalidated) link.close(Close.AlreadyAuthenticated, "Already authenticated.");
    else if (op === Op.Identify) session = fails("identify") ? undefined : identify(state, link, d);
    else session = fails("resume") ? undefined : resume(state, link, d);
  }

  function beat(sequence: unknown): void {
    if (fails("heartbeat")) return;
    if (typeof sequence === "number") session?.forgetUpTo(sequence);
    link.sendOp(Op.HeartbeatAck);
  }

  function fails(moment: Moment): boolean {
    const fault = state.faults.takeGateway(moment);
    if (fault) commit(fault, link);
    return fault !== undefined;
  }
}

function commit(fault: GatewayFault, link: Link): void {
  if (fault.do === "close") link.close(fault.code);
  else if (fault.do === "refuse") link.reset();
}

function parseFrame(text: string): Frame | undefined {
  try {
    const frame: unknown = JSON.parse(text);
    return typeof frame === "object" && frame !== null && "op" in frame ? (frame as Frame) : undefined;
  } catch {
    return;
  }
}

function identify(state: GatewayState, link: Link, data: unknown): GatewaySession | undefined {
  const { store, sessions, observe } = state;
  const { token, intents = 0, shard = [0, 1] } = (data ?? {}) as { token?: string; intents?: number; shard?: Shard };
  const refuse = (code: number, reason: string) => void link.close(code, reason);
  store.sessionStarts.remaining = Math.max(0, store.sessionStarts.remaining - 1);
  if (!isToken(store, token)) return refuse(Close.AuthenticationFailed, "Authentication failed.");
  if (intents & PRIVILEGED & ~store.privilegedIntents) return refuse(Close.DisallowedIntents, "Disallowed intent(s).");
  const [id, count] = shard;
  if (!(id >= 0 && id < count)) return refuse(Close.InvalidShard, "Invalid shard.");
  if (isTooSoon(state, id)) return void link.sendOp(Op.InvalidSession, false);

  const session = createGatewaySession([id, count], intents, link, observe);
  sessions.set(session.id, session);
  const guilds = shardOf(store.guild.id, count) === id ? [store.guild.id] : [];
  session.dispatch("READY", describeReady(store, session, guilds));
  if (intents & GatewayIntentBits.Guilds && guilds.length > 0) session.dispatch("GUILD_CREATE", describeGuild(store));
  return session;
}

type Shard = [id: number, count: number];

function isTooSoon({ store, identified }: GatewayState, shardId: number): boolean {
  const key = shardId % store.sessionStarts.max_concurrency;
  const last = identified.get(key);
  const tooSoon = last !== undefined && store.now() - last < store.times.identifyEvery;
  if (!tooSoon) identified.set(key, store.now());
  return tooSoon;
}

function resume({ store, sessions }: GatewayState, link: Link, data: unknown): GatewaySession | undefined {
  const { token, session_id: id = "", seq = 0 } = (data ?? {}) as { token?: string; session_id?: string; seq?: number };
  const session = sessions.get(id);
  const hasExpired = session && !session.link && store.now() - session.leftAt > store.times.sessionLife;
  if (!isToken(store, token) || !session?.resumable || hasExpired) return void link.sendOp(Op.InvalidSession, false);
  if (seq > session.sequence()) return void link.close(Close.InvalidSeq, "Invalid seq.");
  if (session.link !== link) session.link?.reset();
  session.link = link;
  session.invalidated = false;
  session.replay(seq);
  session.dispatch("RESUMED", { _trace: ["sandbox"] });
  return session;
}

/** Some libraries send the REST form of the token here too. */
function isToken(store: Store, token: string | undefined): boolean {
  return token?.replace(/^Bot /, "") === store.token;
}
