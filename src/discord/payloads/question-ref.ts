/** The last line of a reply to a command: it says what is answered, so that nothing is stored. */
import { commandNamed, nameOfCommand } from "../../core/i18n/command-words.js";
import { wordsIn } from "../../core/i18n/words.js";
import { LOCALES, type Locale } from "../../core/values/locale.js";
import { formatLink, type MessageLink } from "../common/message-place.js";
import { CUT, escapeUserText, unescapeUserText } from "./user-text.js";

export type QuestionRef =
  /** The text that a slash command was given. */
  | ({ readonly kind: "command"; readonly command: string } & RepeatedText)
  /** A message, from the Apps menu. Its text is repeated if the bot can't read the message again. */
  | { readonly kind: "message"; readonly link: MessageLink; readonly repeated?: RepeatedText };

/** A text that the asker wrote or chose. `isCut`: only its beginning is known. */
interface RepeatedText {
  readonly text: string;
  readonly isCut?: true;
}

/** A longer text is cut, in characters. */
const MAX_TEXT = 150;

export function renderQuestionRef(asked: QuestionRef, locale: Locale = "en"): string {
  if (asked.kind === "command")
    return `-# /${nameOfCommand(asked.command, locale)}: ${escapeUserText(asked.text, MAX_TEXT)}`;
  const repeated = asked.repeated ? `: ${escapeUserText(asked.repeated.text, MAX_TEXT)}` : "";
  return `-# [${wordsIn(locale).thisMessage}](<${formatLink(asked.link)}>)${repeated}`;
}

const COMMAND_LINE = /^-# \/(?<command>[\p{L}\w-]+): (?<text>.+)$/u;
const MESSAGE_LINE = new RegExp(
  `^-# \\[(?:${LOCALES.map((locale) => wordsIn(locale).thisMessage).join("|")})\\]` +
    String.raw`\(<https://discord\.com/channels/(?<server>@me|\d+)/(?<channel>\d+)/(?<message>\d+)>\)(?:: (?<repeated>.+))?$`,
);

/** Returns what the last line of a reply refers to, or undefined if it is no such line. */
export function parseQuestionRef(content: string): QuestionRef | undefined {
  const line = content.split("\n").at(-1) ?? "";
  const { command, text } = COMMAND_LINE.exec(line)?.groups ?? {};
  if (command !== undefined && text !== undefined)
    return { kind: "command", command: commandNamed(command), ...readRepeated(text) };
  const { server, channel, message, repeated } = MESSAGE_LINE.exec(line)?.groups ?? {};
  if (channel === undefined || message === undefined) return undefined;
  const place = { channelId: channel, messageId: message };
  const link = server === "@me" ? place : { serverId: server, ...place };
  return { kind: "message", link, ...(repeated !== undefined && { repeated: readRepeated(repeated) }) };
}

function readRepeated(escaped: string): RepeatedText {
  const text = unescapeUserText(escaped);
  const isCut = text.endsWith(CUT) && [...text].length === MAX_TEXT;
  return { text, ...(isCut && { isCut }) };
}
