/** Reads the questions that people sent to the moderators from their channel, the only place where they are kept. */
import type { Client } from "discord.js";
import type { SentQuestions } from "../../command/context.js";
import type { BotContext } from "../context/bot-context.js";
import { createHealth } from "./health.js";
import { parsePost } from "./question-post.js";

/** The latest posts of the channel that are searched; reading them takes five requests. */
const MOST_POSTS = 500;

export async function readSentQuestions(
  client: Client<true>,
  serverId: string,
  bot: BotContext,
): Promise<SentQuestions> {
  const { channels, delivery } = bot;
  const { moderators } = channels.of(serverId);
  if (moderators === undefined) return { kind: "unset" };
  const health = await createHealth(client, bot).ofChannel(serverId, moderators, "history");
  if (health.kind === "gone") return { kind: "gone" };
  if (health.missing.length > 0) return { kind: "missing", missing: health.missing };
  const history = await delivery.history(moderators, MOST_POSTS);
  if (history === undefined) return { kind: "failed" };
  const own = history.messages.filter(({ author }) => author.id === client.user.id);
  return { kind: "read", questions: own.flatMap(({ content }) => parsePost(content) ?? []), isWhole: history.isWhole };
}
