/** The address that Discord sends interactions to: who isn't Discord gets no further than this. */
import type { HttpBindings } from "@hono/node-server";
import { Hono, type MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { Logger } from "pino";
import { listenOn, type WebAddress, type WebServer } from "./listening.js";
import { createSignatureCheck } from "./signature.js";

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

export interface InteractionsOptions extends WebAddress {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Gives the first answer; undefined where there is none to be given here, or none in time. */
  answer(interaction: Received): Promise<Answer | undefined>;
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

export const INTERACTIONS_PATH = "/interactions";

/** Room for the longest message of Discord's, with embeds, in the Apps menu, many times over. */
const MAX_BODY = 512 * 1024;

const PING = 1;
const PONG = { type: 1 };

export async function openInteractionsServer(options: InteractionsOptions): Promise<WebServer> {
  const { publicKey, answer, log, now = Date.now } = options;
  const isSigned = createSignatureCheck(publicKey, now);
  const app = new Hono<{ Bindings: HttpBindings }>();

  app.post(INTERACTIONS_PATH, limitBody, async ({ req, env, body, json }) => {
    const raw = new Uint8Array(await req.arrayBuffer());
    const [signature, timestamp] = [req.header("x-signature-ed25519"), req.header("x-signature-timestamp")];
    if (!isSigned({ signature, timestamp, body: raw })) return body("invalid request signature", 401);
    const interaction = parse(raw);
    if (interaction === undefined) return body("not an interaction", 400);
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
const count = bodyLimit({ maxSize: MAX_BODY, onError: ({ body }) => body(null, 413) });
const limitBody: MiddlewareHandler = (context, next) => {
  const length = Number(context.req.header("content-length"));
  return length <= MAX_BODY ? next() : count(context, next);
};

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
