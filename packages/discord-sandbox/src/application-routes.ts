/** What an application asks about itself: gateway, user, application, and its commands. */
import {
  type APIApplication,
  type APIApplicationCommand,
  type APIGatewayBotInfo,
  ApplicationCommandType,
} from "discord-api-types/v10";
import { type CommandBody, commandsSchema, holdsTooMany, typeOf } from "./command-schema.js";
import { describeApplicationFlags, describeOwnUser, ENGLISH } from "./payloads.js";
import { isRefusal, missingAccess, type Refusal, tooManyCommands } from "./refusals.js";
import { type Answer, type Call, ok, type Route, route } from "./route.js";
import type { Store } from "./store.js";
import { refuseBody } from "./validation.js";

const COMMANDS = "/applications/:application/commands";
const GUILD_COMMANDS = "/applications/:application/guilds/:guild/commands";

export const applicationRoutes: readonly Route[] = [
  route("get_bot_gateway", "GET", "/gateway/bot", (store) => ok(describeGateway(store))),
  route("get_gateway", "GET", "/gateway", ({ gatewayUrl }) => ok({ url: gatewayUrl })),
  route("get_my_user", "GET", "/users/@me", (store) => ok({ ...describeOwnUser(store), locale: ENGLISH })),
  route("get_my_application", "GET", "/applications/@me", (store) => ok(describeApplication(store))),
  route("get_my_oauth2_application", "GET", "/oauth2/applications/@me", (store) => ok(describeApplication(store))),
  route("list_application_commands", "GET", COMMANDS, listCommands),
  route("bulk_set_application_commands", "PUT", COMMANDS, setCommands),
  route("list_guild_application_commands", "GET", GUILD_COMMANDS, listCommands),
  route("bulk_set_guild_application_commands", "PUT", GUILD_COMMANDS, setCommands),
];

function describeGateway({ gatewayUrl, recommendedShards, sessionStarts }: Store): APIGatewayBotInfo {
  return { url: gatewayUrl, shards: recommendedShards, session_start_limit: { ...sessionStarts } };
}

/** The last three fields are in the published OpenAPI file only. */
function describeApplication(store: Store): APIApplication & Record<string, unknown> {
  return {
    id: store.bot.id,
    name: store.bot.username,
    icon: null,
    description: "",
    summary: "",
    bot: store.bot,
    bot_public: true,
    bot_require_code_grant: false,
    verify_key: store.publicKey,
    owner: store.owner,
    team: null,
    redirect_uris: [],
    interactions_endpoint_url: store.interactionsUrl,
    role_connections_verification_url: null,
    approximate_guild_count: 1,
    approximate_user_install_count: 0,
    approximate_user_authorization_count: 0,
    ...describeApplicationFlags(store),
    type: null,
    explicit_content_filter: 0,
    eligible_oauth2_scopes: ["bot", "applications.commands"],
  };
}

/** The id of the guild whose commands are meant, or "global". */
function findScope(store: Store, { params }: Call): string | Refusal {
  if (params["application"] !== store.bot.id) return missingAccess();
  const guild = params["guild"];
  return guild === undefined || guild === store.guild.id ? (guild ?? "global") : missingAccess();
}

function listCommands(store: Store, call: Call): Answer | Refusal {
  const scope = findScope(store, call);
  if (isRefusal(scope)) return scope;
  const commands = store.commands.get(scope) ?? [];
  const localized = call.query.get("with_localizations") === "true";
  return ok(localized ? commands : commands.map(omitLocalizations));
}

/** Discord lists translations only when asked to, so a comparison that doesn't ask always finds a difference. */
function omitLocalizations(command: APIApplicationCommand): object {
  return JSON.parse(JSON.stringify(command, (key, value) => (key.endsWith("_localizations") ? undefined : value)));
}

function setCommands(store: Store, call: Call): Answer | Refusal {
  const scope = findScope(store, call);
  if (isRefusal(scope)) return scope;
  const inGuild = scope !== "global";
  const refusal = refuseBody(commandsSchema(inGuild), call.body);
  if (refusal) return refusal;
  const bodies = call.body as CommandBody[];
  if (holdsTooMany(bodies)) return tooManyCommands();
  const before = store.commands.get(scope) ?? [];
  const commands = bodies.map((body) => {
    const namesake = before.find(({ type, name }) => type === typeOf(body) && name === body.name);
    return keepCommand(store, body, namesake, inGuild);
  });
  store.commands.set(scope, commands);
  return ok(commands);
}

/** An overwritten command keeps its id, and its version too when nothing changed. */
function keepCommand(
  store: Store,
  body: CommandBody,
  before: APIApplicationCommand | undefined,
  inGuild: boolean,
): APIApplicationCommand {
  const { id = store.nextId(), version = store.nextId() } = before ?? {};
  const permissions = body.default_member_permissions ?? null;
  const command = {
    id,
    application_id: store.bot.id,
    version,
    default_member_permissions: permissions === null ? null : String(permissions),
    type: typeOf(body),
    name: body.name,
    name_localizations: body.name_localizations ?? null,
    description: body.description ?? "",
    description_localizations: body.description_localizations ?? null,
    nsfw: body.nsfw ?? false,
    ...(typeOf(body) === ApplicationCommandType.ChatInput && body.options?.length ? { options: body.options } : {}),
    ...(inGuild
      ? { guild_id: store.guild.id }
      : {
          dm_permission: body.dm_permission ?? true,
          contexts: body.contexts ?? null,
          integration_types: body.integration_types ?? [0],
        }),
  } as APIApplicationCommand;
  const same = before && JSON.stringify(command) === JSON.stringify(before);
  return same ? before : { ...command, version: before ? store.nextId() : version };
}
