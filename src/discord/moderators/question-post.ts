/** Renders a question for the moderators' channel, and reads it from there again. */
import { wordsIn } from "../../core/i18n/words.js";
import { LOCALES, type Locale } from "../../core/values/locale.js";
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
