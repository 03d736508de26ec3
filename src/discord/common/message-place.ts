/** Where a message is, and links to it. */
import type { Message } from "discord.js";

export interface MessagePlace {
  readonly channelId: string;
  readonly messageId: string;
}

export interface MessageLink extends MessagePlace {
  /** Missing in a direct message. */
  readonly serverId?: string | undefined;
}

export const placeOf = ({ channelId, id }: Message): MessagePlace => ({ channelId, messageId: id });

export const formatLink = ({ serverId = "@me", channelId, messageId }: MessageLink): string =>
  `https://discord.com/channels/${serverId}/${channelId}/${messageId}`;

/** Returns the message that `text` links to, or undefined if it holds no such link. */
export function findLink(text: string): MessagePlace | undefined {
  const [, channelId, messageId] = /\bdiscord\.com\/channels\/(?:@me|\d+)\/(\d+)\/(\d+)/.exec(text) ?? [];
  return channelId === undefined || messageId === undefined ? undefined : { channelId, messageId };
}
