/** Looks at a server as Discord has it: its channels, and what the bot may do in them. */
import { ApplicationFlagsBitField, type Client, GatewayIntentBits, type GuildBasedChannel } from "discord.js";
import type { ChannelUse } from "../../command/context.js";
import { permissionsFor } from "../common/permissions.js";

/** Returns the setting in the Developer Portal, or what it was at the start if Discord does not respond. */
export async function isContentGranted({ application }: Client<true>): Promise<boolean> {
  const { GatewayMessageContent, GatewayMessageContentLimited } = ApplicationFlagsBitField.Flags;
  const { flags } = await application.fetch().catch(() => application);
  return flags?.any([GatewayMessageContent, GatewayMessageContentLimited]) === true;
}

export const isOnGateway = ({ options }: Client): boolean => options.intents.has(GatewayIntentBits.Guilds);

/** A server with its channels, without threads, and with the bot as its member. */
export type Look = NonNullable<Awaited<ReturnType<typeof lookAt>>>;

/** The gateway keeps the cache up to date. Without it, the server is fetched from Discord. */
export async function lookAt(client: Client<true>, id: string) {
  if (isOnGateway(client)) {
    const server = client.guilds.cache.get(id);
    return server && { server, channels: server.channels.cache, me: await server.members.fetchMe() };
  }
  try {
    const server = await client.guilds.fetch({ guild: id, force: true });
    return { server, channels: await server.channels.fetch(), me: await server.members.fetchMe({ force: true }) };
  } catch {
    return undefined;
  }
}

export async function findChannel({ server, channels }: Look, id: string): Promise<GuildBasedChannel | undefined> {
  return channels.get(id) ?? (await server.channels.fetch(id, { force: true }).catch(() => null)) ?? undefined;
}

/** Returns the permissions that the bot lacks, as Discord's settings name them. */
export function missingIn({ me }: Look, channel: GuildBasedChannel, use: ChannelUse): string[] {
  const held = channel.permissionsFor(me);
  const missing = permissionsFor(use, channel).filter((permission) => !held?.has(permission));
  return missing.map((permission) => permission.replace(/(?<=[a-z])(?=[A-Z])/g, " ").replace(" In ", " in "));
}
