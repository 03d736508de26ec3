/** Discord's REST API over HTTP: reads a request, authorizes, limits, lets scripted faults in, writes the answer. */
import type { HttpBindings } from "@hono/node-server";
import { RESPONSE_ALREADY_SENT } from "@hono/node-server/utils/response";
import { type Context, Hono } from "hono";
import { applicationRoutes } from "./application-routes.js";
import type { Faults } from "./faults.js";
import { guildRoutes } from "./guild-routes.js";
import { interactionRoutes } from "./interaction-routes.js";
import type { Upload } from "./message-body.js";
import { messageRoutes } from "./message-routes.js";
import { createRateLimiter, type RateLimits } from "./rate-limits.js";
import {
  invalidBody,
  invalidJson,
  isRefusal,
  methodNotAllowed,
  notFound,
  type Refusal,
  unauthorized,
} from "./refusals.js";
import type { Answer, Route } from "./route.js";
import { isSnowflake } from "./snowflake.js";
import type { Store } from "./store.js";

/** One request and its response. */
export interface Exchange {
  /** Discord's operationId; absent for a path the sandbox doesn't know. */
  readonly operation?: string;
  readonly method: string;
  /** Decoded, and without the `/api/v10`. */
  readonly path: string;
  readonly query: Record<string, string>;
  readonly requestBody?: unknown;
  /** Absent when the connection was cut. */
  readonly status?: number;
  readonly responseBody?: unknown;
  /** Whether a scripted fault took part. */
  readonly faulted: boolean;
  readonly at: number;
}

interface RestOptions {
  store: Store;
  faults: Faults;
  limits: RateLimits;
  observe: (exchange: Exchange) => void;
}

type Bindings = { Bindings: HttpBindings };

interface Incoming {
  body: unknown;
  uploads: Upload[];
}

/** Literal segments come before parameters: `@original` before `:message`. */
const ROUTES: readonly Route[] = [...applicationRoutes, ...messageRoutes, ...guildRoutes, ...interactionRoutes];
const MAJOR_PARAMETERS = ["channel", "guild", "webhook", "token", "interaction"];

export function createRest({ store, faults, limits, observe }: RestOptions): Hono<Bindings> {
  const checkLimits = createRateLimiter(limits, store.now);

  async function serve(context: Context<Bindings>, found: Route | Refusal): Promise<Response> {
    const { method, path, raw } = context.req;
    const query = new URL(raw.url).searchParams;
    const incoming = await readBody(raw);
    const body = isRefusal(incoming) ? undefined : incoming.body;
    const conclude = (answer: Answer | "reset", faulted = false): Response => {
      const entry = { method, path, query: Object.fromEntries(query), requestBody: body, faulted, at: store.now() };
      const whole = answer !== "reset" && { status: answer.status, responseBody: answer.body };
      observe({ ...entry, ...(!isRefusal(found) && { operation: found.operation }), ...whole });
      if (answer !== "reset") return toResponse(answer);
      context.env.incoming.socket.resetAndDestroy();
      return RESPONSE_ALREADY_SENT;
    };
    if (isRefusal(found)) return conclude(toAnswer(found));

    const { operation } = found;
    const params = context.req.param();
    const major = MAJOR_PARAMETERS.map((name) => params[name]).join(" ");
    const limited = checkLimits(operation, major, !found.byToken);
    const work = (): Answer => {
      if (limited.refused) return limited.refused;
      const refused = checkAccess(store, found, params, raw.headers.get("authorization"));
      if (refused) return toAnswer(refused);
      if (isRefusal(incoming)) return toAnswer(incoming);
      try {
        return toAnswer(found.handle(store, { params, query, ...incoming }));
      } catch (problem) {
        return { status: 500, body: { code: 0, message: `The sandbox failed: ${problem}` } };
      }
    };
    const fault = faults.takeRest(operation);
    const answer = fault ? await fault({ operation, method, path, body }, work) : work();
    if (answer === "reset") return conclude(answer, true);
    return conclude({ ...answer, headers: { ...limited.headers, ...answer.headers } }, fault !== undefined);
  }

  const app = new Hono<Bindings>({
    getPath: ({ url }) => decodeURIComponent(new URL(url).pathname).replace(/^\/api(\/v10)?(?=\/)/, ""),
  });
  for (const route of ROUTES) app.on(route.method, route.path, (context) => serve(context, route));
  for (const { path } of ROUTES) app.all(path, (context) => serve(context, methodNotAllowed()));
  return app.notFound((context) => serve(context, notFound()));
}

function checkAccess(
  store: Store,
  route: Route,
  params: Record<string, string>,
  authorization: string | null,
): Refusal | undefined {
  if (!route.byToken && authorization !== `Bot ${store.token}`) return unauthorized();
  const invalid = Object.entries(params).filter(([name, value]) => name !== "token" && !isSnowflake(value));
  if (invalid.length === 0) return;
  return invalidBody(
    invalid.map(([name, value]) => ({
      path: [`${name}_id`],
      code: "NUMBER_TYPE_COERCE",
      message: `Value "${value}" is not snowflake.`,
    })),
  );
}

function toAnswer(result: Answer | Refusal): Answer {
  return isRefusal(result) ? { status: result.status, body: result.error } : result;
}

function toResponse({ status, body, headers }: Answer): Response {
  if (body === undefined) return new Response(null, { status, ...(headers && { headers }) });
  const asIs = typeof body === "string";
  const type = asIs ? "text/html" : "application/json";
  return new Response(asIs ? body : JSON.stringify(body), { status, headers: { "content-type": type, ...headers } });
}

async function readBody(request: Request): Promise<Incoming | Refusal> {
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) return readForm(await request.formData());
  const text = await request.text();
  return text === "" ? { body: undefined, uploads: [] } : parse(text);
}

function readForm(form: FormData): Incoming | Refusal {
  const parsed = parse(String(form.get("payload_json") ?? "{}"));
  if (isRefusal(parsed)) return parsed;
  const files = [...form.values()].filter((value) => typeof value !== "string");
  const uploads = files.map(({ name, type, size }) => ({ filename: name, contentType: type, size }));
  return { body: parsed.body, uploads };
}

/** Some clients send ids as bare integers, too long for a JavaScript number: they are quoted before parsing. */
function parse(text: string): Incoming | Refusal {
  const quoted = text.replace(/"(?:[^"\\]|\\.)*"|\b\d{16,20}\b/g, (token) => (token[0] === '"' ? token : `"${token}"`));
  try {
    return { body: JSON.parse(quoted), uploads: [] };
  } catch {
    return invalidJson();
  }
}
