/** The address that Discord sends interactions to: who isn't Discord gets no further than this. */
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import { listenOn, type WebAddress, type WebServer } from "./listening.js";
import { type Claim, createSignatureCheck } from "./signature.js";

/** What the signed body is taken for: more is up to whoever answers. */
export interface Received {
  readonly id: string;
  readonly type: number;
  readonly token: string;
}

interface Answer {
  /** JSON. */
  readonly body: string;
  sent(): void;
  lost(): void;
}

/** Why a request was turned away: not signed by Discord, not from now, or too long or no interaction. */
export type RefusalReason = "signature" | "stale" | "malformed";

export interface InteractionsOptions extends WebAddress {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Gives the first answer; undefined where there is none to be given here, or none in time. */
  answer(interaction: Received): Promise<Answer | undefined>;
  readonly meter?: { turnedAway(reason: RefusalReason): void };
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export const INTERACTIONS_PATH = "/interactions";

/** Room for the longest message of Discord's, with embeds, in the Apps menu, many times over. */
const MAX_BODY = 512 * 1024;

const EXPLANATIONS = { 400: "not an interaction", 401: "invalid request signature", 413: "too long" };

interface Environment {
  Bindings: HttpBindings;
  Variables: { claim: Exclude<Claim, { refused: unknown }> };
}

const PING = 1;
const PONG = { type: 1 };

export async function openInteractionsServer(options: InteractionsOptions): Promise<WebServer> {
  const { publicKey, answer, meter, log, now = Date.now } = options;
  const claimOf = createSignatureCheck(publicKey, now);
  const app = new Hono<Environment>();
  const turnAway = ({ body }: Context, status: 400 | 401 | 413, reason: RefusalReason) => {
    meter?.turnedAway(reason);
    return body(EXPLANATIONS[status], status);
  };

  // Anybody may send a long body; it is not worth reading where the headers already say that Discord did not.
  const readHeaders: MiddlewareHandler<Environment> = (context, next) => {
    const { req } = context;
    const [signature, timestamp] = [req.header("x-signature-ed25519"), req.header("x-signature-timestamp")];
    const claim = claimOf({ signature, timestamp });
    if ("refused" in claim) return Promise.resolve(turnAway(context, 401, claim.refused));
    context.set("claim", claim);
    return next();
  };
  const limitBody = createBodyLimit((context) => turnAway(context, 413, "malformed"));

  app.post(INTERACTIONS_PATH, readHeaders, limitBody, async (context) => {
    const { req, env, body, json } = context;
    const raw = new Uint8Array(await req.arrayBuffer());
    if (!context.get("claim").isOf(raw)) return turnAway(context, 401, "signature");
    const interaction = parse(raw);
    if (interaction === undefined) return turnAway(context, 400, "malformed");
    if (interaction.type === PING) return json(PONG);
    const given = await answer(interaction as Received);
    if (given === undefined) return body(null, 202);
    const { outgoing } = env;
    if (outgoing.destroyed) given.lost();
    else outgoing.once("close", () => (outgoing.writableFinished ? given.sent() : given.lost()));
    return body(given.body, 200, { "content-type": "application/json" });
  });
  app.notFound(({ body }) => body(null, 404));
  app.onError((error, { body }) => {
    log.error({ err: error }, "an interaction could not be taken");
    return body(null, 500);
  });

  return listenOn(options, app);
}

/** A length that is announced is kept to by Node itself; counting what comes is slower, and left for the rest. */
function createBodyLimit(onError: (context: Context) => Response): MiddlewareHandler {
  const count = bodyLimit({ maxSize: MAX_BODY, onError });
  return (context, next) => {
    const length = Number(context.req.header("content-length"));
    return length <= MAX_BODY ? next() : count(context, next);
  };
}

/** Undefined where it is none; a PING has no more than its type. */
function parse(raw: Uint8Array): (Pick<Received, "type"> & Partial<Received>) | undefined {
  try {
    const whole = JSON.parse(Buffer.from(raw).toString());
    const { id, type, token } = whole as Record<string, unknown>;
    const isWhole = type === PING || (typeof id === "string" && /^\d{1,20}$/.test(id) && typeof token === "string");
    return typeof type === "number" && isWhole ? whole : undefined;
  } catch {
    return undefined;
  }
}
