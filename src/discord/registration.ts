/** Tells Discord which commands there are, and only when that changed: creating them anew counts towards a daily limit. */
import { type Client, Routes } from "discord.js";
import type { Logger } from "pino";
import type { AnyCommand } from "../command/command.js";
import { type Declaration, declareAll, signatureOf } from "./declarations.js";

/** Registers `commands` everywhere, and those for the home server there; gives whether anything had to be written. */
export async function registerCommands(
  client: Client<true>,
  commands: readonly AnyCommand[],
  { homeServer, log }: { readonly homeServer?: string | undefined; readonly log?: Logger } = {},
): Promise<boolean> {
  const { id } = client.application;
  const everywhere = await write(client, Routes.applicationCommands(id), declareAll(commands, "everywhere"));
  if (homeServer === undefined) return everywhere;
  const atHome = write(client, Routes.applicationGuildCommands(id, homeServer), declareAll(commands, "home-server"));
  // A bot that is not on its home server yet, or lacks the scope there, is of use everywhere else.
  const written = await atHome.catch((error: unknown) => {
    log?.warn({ err: error, homeServer }, "no commands on the home server: invite the bot there, then restart it");
    return false;
  });
  return everywhere || written;
}

async function write(client: Client<true>, route: `/${string}`, wanted: readonly Declaration[]): Promise<boolean> {
  // Discord leaves translations out unless asked, and every comparison would find a difference.
  const query = new URLSearchParams({ with_localizations: "true" });
  const present = (await client.rest.get(route, { query })) as Declaration[];
  if (signatureOf(present) === signatureOf(wanted)) return false;
  await client.rest.put(route, { body: wanted });
  return true;
}
