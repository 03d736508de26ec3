/** What the bot remembers of this run: a bounded number of ids, which it can lose at a restart without harm. */
import { createModeratorPosts, type ModeratorPosts } from "./moderator-posts.js";
import { createProxiedMessages, type ProxiedMessages } from "./proxied-messages.js";
import { createRateLimits, type RateLimitOptions, type RateLimits } from "./rate-limits.js";
import { createRecentAnswers, type RecentAnswers } from "./recent-answers.js";
import { createReplyMemory, type ReplyMemory } from "./reply-memory.js";

export interface BotMemory {
  readonly rateLimits: RateLimits;
  readonly recentAnswers: RecentAnswers;
  readonly moderatorPosts: ModeratorPosts;
  readonly replies: ReplyMemory;
  readonly proxied: ProxiedMessages;
}

export function createBotMemory({ now = () => performance.now(), ...limits }: RateLimitOptions = {}): BotMemory {
  return {
    rateLimits: createRateLimits({ now, ...limits }),
    recentAnswers: createRecentAnswers(now),
    moderatorPosts: createModeratorPosts(now),
    replies: createReplyMemory(),
    proxied: createProxiedMessages(),
  };
}
