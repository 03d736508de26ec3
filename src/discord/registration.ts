/** Registers the commands with Discord, only if they changed: creating one counts towards a daily limit. */
import { type Client, Routes } from "discord.js";
import type { BotContext } from "./context/bot-context.js";
import { type Declaration, declareAll, signatureOf } from "./declarations.js";

/** Remembers which server was the home at the last start. */
export interface HomeRecord {
  last(): string | undefined;
  save(serverId: string | undefined): Promise<void>;
}

/**
 * Registers `commands` everywhere, those for the home server there, and removes the latter from a former home. Returns
 * whether anything changed.
 */
export async function registerCommands(
  client: Client<true>,
  { commands, homeServer, log }: BotContext,
  homeRecord: HomeRecord | undefined,
): Promise<boolean> {
  const { id } = client.application;
  const writeTo = (server: string, wanted: readonly Declaration[]): Promise<boolean> =>
    write(client, Routes.applicationGuildCommands(id, server), wanted).catch((error: unknown) => {
      log.warn({ err: error, server, hint: "invite the bot to the server, then restart it" }, "commands.not_written");
      return false;
    });
  const everywhere = await write(client, Routes.applicationCommands(id), declareAll(commands, "everywhere"));
  const former = homeRecord?.last();
  const removed = former !== undefined && former !== homeServer && (await writeTo(former, []));
  // A bot that is not on its home server yet, or lacks the scope there, is useful everywhere else.
  const atHome = homeServer !== undefined && (await writeTo(homeServer, declareAll(commands, "home-server")));
  if (former !== homeServer) await homeRecord?.save(homeServer);
  return everywhere || removed || atHome;
}

async function write(client: Client<true>, route: `/${string}`, wanted: readonly Declaration[]): Promise<boolean> {
  // Without this parameter Discord leaves translations out, and every comparison would find a difference.
  const query = new URLSearchParams({ with_localizations: "true" });
  const present = [await client.rest.get(route, { query })].flat();
  if (signatureOf(present) === signatureOf(wanted)) return false;
  await client.rest.put(route, { body: wanted });
  return true;
}
