/** The table of what the sandbox answers, each route under its name in Discord's OpenAPI file. */
import { applicationRoutes } from "./application-routes.js";
import { guildRoutes } from "./guild-routes.js";
import { interactionRoutes } from "./interaction-routes.js";
import { messageRoutes } from "./message-routes.js";
import type { Route } from "./route.js";

/** Literal segments come before parameters: `@original` before `:message`. */
export const ROUTES: readonly Route[] = [...applicationRoutes, ...messageRoutes, ...guildRoutes, ...interactionRoutes];
