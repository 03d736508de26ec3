/** Which permissions the bot needs in a channel. */
import type { GuildBasedChannel, PermissionsString } from "discord.js";
import type { ChannelUse } from "../../command/context.js";

/**
 * Replying needs the history: without it Discord refuses a message that refers to another (160002). In a forum, all
 * messages are in threads. The chat of a voice channel needs the permission to connect.
 */
export function permissionsFor(use: ChannelUse, channel: GuildBasedChannel): PermissionsString[] {
  const needed: PermissionsString[] = ["ViewChannel"];
  if (channel.isVoiceBased()) needed.push("Connect");
  if (use !== "history")
    needed.push(channel.isThread() || channel.isThreadOnly() ? "SendMessagesInThreads" : "SendMessages");
  if (use !== "post") needed.push("ReadMessageHistory");
  return needed;
}
