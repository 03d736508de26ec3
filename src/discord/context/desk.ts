/** What the bot has on its mind: bounded, made of ids alone, and lost at a restart without harm. */
import { createManners, type Manners, type MannersOptions } from "./manners.js";
import { createProxiedMessages, type ProxiedMessages } from "./proxied-messages.js";
import { createReplyMemory, type ReplyMemory } from "./reply-memory.js";

export interface Desk {
  readonly manners: Manners;
  readonly replies: ReplyMemory;
  readonly proxied: ProxiedMessages;
}

export const createDesk = (manners: MannersOptions = {}): Desk => ({
  manners: createManners(manners),
  replies: createReplyMemory(),
  proxied: createProxiedMessages(),
});
