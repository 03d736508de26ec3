/** What a question looks like in the moderators' channel, and how it is read from there again. */
import { memberWordsIn } from "../../core/i18n/member-words.js";
import { LOCALES, type Locale } from "../../core/values/locale.js";
import { type Drawn, drawMarkdown, plain, small } from "../payloads/rendering.js";
import { escapeUserText, unescapeUserText } from "../payloads/user-text.js";

/** At worst every character is escaped by another, and the frame needs some room too. */
const MAX_QUESTION = 800;

interface PostedQuestion {
  /** "cut" where its end could not be read. */
  readonly kind: "whole" | "cut";
  readonly text: string;
}

/** `question` is missing where it can be read no more; `link` leads to it. */
export function renderPost(question: PostedQuestion | undefined, link: string, locale: Locale): Drawn {
  const { title, place, unreadable, cut } = memberWordsIn(locale).post;
  const text = question === undefined ? plain(unreadable) : `> ${escapeUserText(question.text, MAX_QUESTION)}`;
  const remarks = question?.kind === "cut" ? [small(plain(cut))] : [];
  return drawMarkdown([`**${plain(title)}**`, text, ...remarks, small(place(link))].join("\n"));
}

/** The question in a post of ours; undefined where `content` is of another kind, or could only link to its question. */
export function parsePost(content: string): string | undefined {
  const [title, quoted = ""] = content.split("\n");
  const isPost = LOCALES.some((locale) => title === `**${plain(memberWordsIn(locale).post.title)}**`);
  return isPost && quoted.startsWith("> ") ? unescapeUserText(quoted.slice(2)) : undefined;
}
