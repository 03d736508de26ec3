/** The table of what the sandbox answers, each route under its name in Discord's OpenAPI file. */

import { applicationRoutes } from "./application-routes.js";
import { guildRoutes } from "./guild-routes.js";
import { interactionRoutes } from "./interaction-routes.js";
import type { Upload } from "./message-body.js";
import { messageRoutes } from "./message-routes.js";
import type { Refusal } from "./refusals.js";
import { threadRoutes } from "./thread-routes.js";
import type { World } from "./world.js";

export interface Call {
  readonly params: Record<string, string>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
  /** Where this sandbox's gateway listens. */
  readonly gatewayUrl: string;
}

export interface Answer {
  status: number;
  /** Left out for 204: a body labelled JSON but empty breaks clients. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  /** Discord's operationId. */
  readonly operation: string;
  readonly method: string;
  /** Parameters are written `:name`. */
  readonly path: string;
  /** The token in the path is the authorization, and the global rate limit doesn't count. */
  readonly byToken?: true;
  readonly handle: (world: World, call: Call) => Answer | Refusal;
}

const ROUTES: readonly Route[] = [
  ...applicationRoutes,
  ...messageRoutes,
  ...threadRoutes,
  ...guildRoutes,
  ...interactionRoutes,
];

/** Literal segments beat parameters: `@original` before `:message`. */
const MATCHERS = ROUTES.map((route) => ({
  route,
  pattern: new RegExp(`^${route.path.replace(/:(\w+)/g, "(?<$1>[^/]+)")}$`),
  parameters: route.path.split(":").length,
})).sort((a, b) => a.parameters - b.parameters);

export type Found = { route: Route; params: Record<string, string> } | "no such path" | "no such method";

export function findRoute(method: string, path: string): Found {
  const matching = MATCHERS.flatMap(({ route, pattern }) => {
    const match = pattern.exec(path);
    return match ? [{ route, params: { ...match.groups } }] : [];
  });
  if (matching.length === 0) return "no such path";
  return matching.find(({ route }) => route.method === method) ?? "no such method";
}
