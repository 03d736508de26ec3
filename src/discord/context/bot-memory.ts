/** What the bot remembers of this run: a bounded number of ids, which it can lose at a restart without harm. */
import { createModeratorPosts } from "./moderator-posts.js";
import { createProxiedMessages } from "./proxied-messages.js";
import { createRateLimits, type RateLimitOptions } from "./rate-limits.js";
import { createRecentAnswers } from "./recent-answers.js";
import { createReplyMemory } from "./reply-memory.js";

export type BotMemory = Readonly<ReturnType<typeof createBotMemory>>;

interface BotMemoryOptions extends RateLimitOptions {
  /** A monotonic clock, in milliseconds. */
  readonly now?: () => number;
}

export const createBotMemory = ({ now = () => performance.now(), ...limits }: BotMemoryOptions = {}) => ({
  rateLimits: createRateLimits(now, limits),
  recentAnswers: createRecentAnswers(now),
  moderatorPosts: createModeratorPosts(now),
  replies: createReplyMemory(),
  proxied: createProxiedMessages(),
});
