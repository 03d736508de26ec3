/** Discord's REST API over HTTP: reads a request, authorizes, limits, lets scripted faults in, writes the answer. */
import type { IncomingMessage, ServerResponse } from "node:http";
import type { Faults } from "./faults.js";
import type { Upload } from "./message-body.js";
import type { Store } from "./model.js";
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
import type { Answer, Call, Route } from "./route.js";
import { findRoute } from "./routes.js";
import { isSnowflake } from "./snowflake.js";

/** One request and what was answered, for whoever wants to judge them. */
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
  /** A scripted fault had its hand in it. */
  readonly faulted: boolean;
  readonly at: number;
}

export interface RestOptions {
  store: Store;
  faults: Faults;
  limits: RateLimits;
  gatewayUrl: () => string;
  observe: (exchange: Exchange) => void;
}

interface Incoming {
  body: unknown;
  uploads: Upload[];
}

const MAJOR_PARAMETERS = ["channel", "guild", "webhook", "token", "interaction"];

export function createRest({ store, faults, limits, gatewayUrl, observe }: RestOptions) {
  const admit = createRateLimiter(limits, store.now);

  const handle = (route: Route, call: Call): Answer | Refusal => {
    try {
      return route.handle(store, call);
    } catch (problem) {
      return { status: 500, body: { code: 0, message: `The sandbox failed: ${problem}` } };
    }
  };

  return async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "GET" } = request;
    const { pathname, searchParams: query } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = decodeURIComponent(pathname).replace(/^\/api(\/v10)?(?=\/)/, "");
    const found = findRoute(method, path);
    const incoming = await readBody(request);
    const conclude = (answer: Answer | "reset", operation?: string, faulted = false) => {
      const whole = answer !== "reset" && { status: answer.status, responseBody: answer.body };
      const requestBody = isRefusal(incoming) ? undefined : incoming.body;
      const entry = { method, path, query: Object.fromEntries(query), requestBody, faulted, at: store.now() };
      observe({ ...entry, ...(operation && { operation }), ...whole });
      if (answer === "reset") request.socket.resetAndDestroy();
      else write(response, answer);
    };
    if (typeof found === "string")
      return conclude(toAnswer(found === "no such path" ? notFound() : methodNotAllowed()));

    const { route, params } = found;
    const major = MAJOR_PARAMETERS.map((name) => params[name]).join(" ");
    const admission = admit(route.operation, major, !route.byToken);
    const work = (): Answer => {
      if (admission.refused) return admission.refused;
      const refusal = refuse(store, route, params, request.headers.authorization);
      if (refusal) return toAnswer(refusal);
      if (isRefusal(incoming)) return toAnswer(incoming);
      return toAnswer(handle(route, { params, query, ...incoming, gatewayUrl: gatewayUrl() }));
    };
    const fault = faults.takeRest(route.operation);
    const body = isRefusal(incoming) ? undefined : incoming.body;
    const answer = fault ? await fault({ operation: route.operation, method, path, body }, work) : work();
    if (answer === "reset") return conclude(answer, route.operation, true);
    conclude({ ...answer, headers: { ...admission.headers, ...answer.headers } }, route.operation, fault !== undefined);
  };
}

function refuse(
  store: Store,
  route: Route,
  params: Record<string, string>,
  authorization: string | undefined,
): Refusal | undefined {
  if (!route.byToken && authorization !== `Bot ${store.token}`) return unauthorized();
  const invalid = Object.entries(params).filter(([name, value]) => name !== "token" && !isSnowflake(value));
  if (invalid.length === 0 || params["message"] === "@original") return;
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

function write(response: ServerResponse, { status, body, headers }: Answer): void {
  if (response.destroyed) return;
  if (body === undefined) return void response.writeHead(status, headers).end();
  const asIs = typeof body === "string";
  response.writeHead(status, { "content-type": asIs ? "text/html" : "application/json", ...headers });
  response.end(asIs ? body : JSON.stringify(body));
}

async function readBody(request: IncomingMessage): Promise<Incoming | Refusal> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  if (bytes.length === 0) return { body: undefined, uploads: [] };
  return type.startsWith("multipart/form-data") ? readForm(bytes, type) : parse(bytes.toString());
}

async function readForm(bytes: Buffer, type: string): Promise<Incoming | Refusal> {
  const form = await new Response(bytes, { headers: { "content-type": type } }).formData();
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
