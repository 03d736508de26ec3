/** Serves the address to which Discord sends interactions, and refuses requests from anyone else. */
import type { HttpBindings } from "@hono/node-server";
import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { validator } from "hono/validator";
import type { Logger } from "pino";
import { z } from "zod";
import { createClockSkew } from "./clock-skew.js";
import { listenOn, type WebAddress } from "./listening.js";
import { createSignatureCheck } from "./signature.js";

const PING = 1;
const PONG = { type: 1 };

const ping = z.object({ type: z.literal(PING) });
const interaction = z.looseObject({ id: z.string().regex(/^\d{1,20}$/), type: z.number(), token: z.string() });

/** The part of an interaction that is checked here. */
export type ReceivedInteraction = Readonly<Pick<z.output<typeof interaction>, "id" | "type" | "token">>;

interface InteractionResponse {
  /** JSON. */
  readonly body: string;
  sent(): void;
  lost(): void;
}

/** Why a request was refused: not signed by Discord, signed at another time, or too long or no interaction. */
type RequestRefusal = "signature" | "stale" | "malformed";

export interface InteractionsOptions extends WebAddress {
  /** The application's, 64 hexadecimal digits. */
  readonly publicKey: string;
  /** Returns the first answer; undefined if there is none, or none in time. */
  answer(interaction: ReceivedInteraction): Promise<InteractionResponse | undefined>;
  readonly recorder?: { refusedRequest(reason: RequestRefusal): void };
  readonly log: Logger;
  /** Milliseconds since 1970. */
  readonly now?: () => number;
}

const INTERACTIONS_PATH = "/interactions";

/** Many times the longest message of Discord's, with embeds, in the Apps menu. */
const MAX_BODY = 512 * 1024;

const EXPLANATIONS = { 400: "not an interaction", 401: "invalid request signature", 413: "too long" };

export type InteractionsServer = Awaited<ReturnType<typeof openInteractionsServer>>;

/** Rejects if the address can't be listened on. */
export async function openInteractionsServer(options: InteractionsOptions) {
  const { publicKey, answer, recorder, log, now = Date.now } = options;
  const skew = createClockSkew(log, now);
  const claimOf = createSignatureCheck(publicKey, now);
  const app = new Hono<{ Bindings: HttpBindings }>();
  const refuse = ({ body }: Context, status: 400 | 401 | 413, reason: RequestRefusal): Response => {
    recorder?.refusedRequest(reason);
    return body(EXPLANATIONS[status], status);
  };

  // Anyone may send a long body: it is not read if the headers already tell that it is not Discord's.
  const readHeaders = validator("header", (headers, context) => {
    const { "x-signature-ed25519": signature, "x-signature-timestamp": timestamp } = headers;
    return claimOf(signature, timestamp) ?? refuse(context, 401, "signature");
  });
  const limitBody = bodyLimit({ maxSize: MAX_BODY, onError: (context) => refuse(context, 413, "malformed") });

  app.post(INTERACTIONS_PATH, readHeaders, limitBody, async (context) => {
    const { req, env, body, json } = context;
    const { age, isStale, isOf } = req.valid("header");
    if (!isOf(await req.bytes())) return refuse(context, 401, "signature");
    if (isStale) {
      skew.outOfTime(age);
      return refuse(context, 401, "stale");
    }
    skew.inTime();
    const sent: unknown = await req.json().catch(() => undefined);
    if (ping.safeParse(sent).success) return json(PONG);
    const { data } = interaction.safeParse(sent);
    if (data === undefined) return refuse(context, 400, "malformed");
    const given = await answer(data);
    if (given === undefined) return body(null, 202);
    const { outgoing } = env;
    if (outgoing.destroyed) given.lost();
    else outgoing.once("close", () => (outgoing.writableFinished ? given.sent() : given.lost()));
    return body(given.body, 200, { "content-type": "application/json" });
  });
  app.notFound(({ body }) => body(null, 404));
  app.onError((error, { body }) => {
    log.error({ err: error }, "interaction.bug");
    return body(null, 500);
  });

  return {
    ...(await listenOn(options, app)),
    /** Returns why Discord's requests are refused; undefined if nothing seems wrong. */
    problem: skew.problem,
  };
}
