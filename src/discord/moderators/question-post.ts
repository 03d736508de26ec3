/** Renders a question for the moderators' channel, the only place where it is kept, and reads it from there again. */
import type { Health, SentQuestions } from "../../command/context.js";
import { wordsIn } from "../../core/i18n/words.js";
import { LOCALES, type Locale } from "../../core/values/locale.js";
import type { BotContext } from "../context/bot-context.js";
import { type MessagePayload, plain, renderMarkdown, small } from "../payloads/rendering.js";
import { escapeUserText, unescapeUserText } from "../payloads/user-text.js";

/** In characters: escaping may double them, and the lines around need some room. */
const MAX_QUESTION = 800;

/** `question` is missing if it can no longer be read, and "cut" if its end is not known. `link` leads to it. */
export function renderPost(
  question: { readonly kind: "whole" | "cut"; readonly text: string } | undefined,
  link: string,
  locale: Locale,
): MessagePayload {
  const { title, place, unreadable, cut } = wordsIn(locale).post;
  const text = question === undefined ? plain(unreadable) : `> ${escapeUserText(question.text, MAX_QUESTION)}`;
  const remarks = question?.kind === "cut" ? [small(plain(cut))] : [];
  return renderMarkdown([`**${plain(title)}**`, text, ...remarks, small(place(link))].join("\n"));
}

/** Returns the question in a post of the bot; undefined if it is no such post, or only links to its question. */
export function parsePost(content: string): string | undefined {
  const [title, quoted = ""] = content.split("\n");
  const isPost = LOCALES.some((locale) => title === `**${plain(wordsIn(locale).post.title)}**`);
  return isPost && quoted.startsWith("> ") ? unescapeUserText(quoted.slice(2)) : undefined;
}

/** The latest posts of the channel that are searched; reading them takes five requests. */
const MOST_POSTS = 500;

/** Returns the questions that people sent to the moderators of a server. */
export async function readSentQuestions(
  serverId: string,
  health: Health,
  { channels, delivery }: BotContext,
): Promise<SentQuestions> {
  const { moderators } = channels.of(serverId);
  if (moderators === undefined) return { kind: "unset" };
  const channel = await health.ofChannel(moderators, "history");
  if (channel.kind === "gone") return channel;
  if (channel.missing.length > 0) return { kind: "missing", missing: channel.missing };
  const history = await delivery.history(moderators, MOST_POSTS);
  if (history === undefined) return { kind: "failed" };
  const own = history.messages.filter(({ author, client }) => author.id === client.user.id);
  return { kind: "read", questions: own.flatMap(({ content }) => parsePost(content) ?? []), isWhole: history.isWhole };
}
