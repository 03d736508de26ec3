/** The table of what the sandbox answers, each route under its name in Discord's OpenAPI file. */
import { applicationRoutes } from "./application-routes.js";
import { guildRoutes } from "./guild-routes.js";
import { interactionRoutes } from "./interaction-routes.js";
import { messageRoutes } from "./message-routes.js";
import type { Route } from "./route.js";
import { threadRoutes } from "./thread-routes.js";

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
