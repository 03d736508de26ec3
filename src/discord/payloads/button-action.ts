/** The custom ids of buttons. They hold everything that a press needs, so nothing is stored. */
import type { Page } from "../../core/decision/decision.js";
import { type CalendarDate, parseDate } from "../../core/values/calendar.js";
import { formatLabel, type Label, parseLabel } from "../../core/values/label.js";
import type { MessagePlace } from "../common/message-place.js";

/** The answer that a button is about: its label if it has one, and its day if that is not today. */
export interface AnswerRef {
  readonly label?: Label | undefined;
  readonly on?: CalendarDate | undefined;
}

export type ButtonAction =
  | { readonly kind: "answer"; readonly label: Label; readonly on?: CalendarDate | undefined }
  /** `to` is the page's language. */
  | { readonly kind: "page"; readonly id: Page["id"]; readonly page: number; readonly to: "en" | "zh" }
  /** "Why this answer?" and "Not what I asked". */
  | ({ readonly kind: "why" | "other" } & AnswerRef)
  | ({ readonly kind: "language"; readonly to: "en" | "zh" } & AnswerRef)
  /** "Ask the moderators": `place` is the message with the answer, if it is not the button's own. */
  | { readonly kind: "moderators"; readonly place?: MessagePlace }
  /** `place` is the post, and `question` the message with its question. */
  | { readonly kind: "withdraw"; readonly place: MessagePlace; readonly question: string }
  /** Opens the form of the command at that path, filled in with a group of questions on the button's page. */
  | { readonly kind: "form"; readonly command: string; readonly group: number }
  /** Shows another page of that command's questions. */
  | { readonly kind: "questions"; readonly command: string; readonly page: number }
  /** `asker` is the person whose question or command led to the message. */
  | { readonly kind: "delete"; readonly asker: string };

/** Returns at most 100 characters, Discord's limit: a label has two ids of at most 40. */
export function encodeCustomId(action: ButtonAction): string {
  switch (action.kind) {
    case "answer":
    case "why":
    case "other":
      return `${action.kind}:${encodeAnswerRef(action)}`;
    case "language":
      return `lang:${action.to}:${encodeAnswerRef(action)}`;
    case "page":
      return `page:${action.id}:${action.page}:${action.to}`;
    case "moderators":
      return action.place ? `moderators:${encodePlace(action.place)}` : "moderators";
    case "withdraw":
      return `withdraw:${encodePlace(action.place)}:${action.question}`;
    case "form":
      return `form:${action.command}:${action.group}`;
    case "questions":
      return `questions:${action.command}:${action.page}`;
    case "delete":
      return `delete:${action.asker}`;
  }
}

/** Returns undefined for a button that another version of the bot made and this one does not know. */
export function decodeCustomId(customId: string): ButtonAction | undefined {
  const [kind, rest] = splitOnce(customId, ":");
  switch (kind) {
    case "answer":
    case "why":
    case "other": {
      const about = decodeAnswerRef(rest);
      if (kind !== "answer") return about && { kind, ...about };
      return about?.label && { kind, label: about.label, on: about.on };
    }
    case "lang": {
      const [to, ref] = splitOnce(rest, ":");
      const about = decodeAnswerRef(ref);
      return about && (to === "en" || to === "zh") ? { kind: "language", to, ...about } : undefined;
    }
    case "page": {
      const [, id, page, to] = PAGE.exec(rest) ?? [];
      return id === undefined ? undefined : { kind, id: id as Page["id"], page: Number(page), to: to as "en" | "zh" };
    }
    case "moderators": {
      if (rest === "") return { kind };
      const place = decodePlace(rest);
      return place && { kind, place };
    }
    case "withdraw": {
      const [, post = "", question = ""] = /^(\d+:\d+):(\d{17,20})$/.exec(rest) ?? [];
      const place = decodePlace(post);
      return place && { kind, place, question };
    }
    case "form":
    case "questions": {
      const [, command, number] = /^([a-z -]+):([1-9]\d{0,3})$/.exec(rest) ?? [];
      if (command === undefined) return undefined;
      return kind === "form" ? { kind, command, group: Number(number) } : { kind, command, page: Number(number) };
    }
    case "delete":
      return SNOWFLAKE.test(rest) ? { kind, asker: rest } : undefined;
    default:
      return undefined;
  }
}

const PAGE = /^(apps|timeline|sources|about|privacy):([1-9]\d{0,3}):(en|zh)$/;

const SNOWFLAKE = /^\d{17,20}$/;

const encodeAnswerRef = ({ label, on }: AnswerRef): string =>
  `${label === undefined ? "" : formatLabel(label)}${on === undefined ? "" : `@${on}`}`;

function decodeAnswerRef(text: string): AnswerRef | undefined {
  const [name, day] = splitOnce(text, "@");
  const label = parseLabel(name);
  const on = parseDate(day);
  if ((name !== "" && label === undefined) || (day !== "" && on === undefined)) return undefined;
  return { label, on };
}

const encodePlace = ({ channelId, messageId }: MessagePlace): string => `${channelId}:${messageId}`;

function decodePlace(text: string): MessagePlace | undefined {
  const [channelId, messageId] = splitOnce(text, ":");
  return SNOWFLAKE.test(channelId) && SNOWFLAKE.test(messageId) ? { channelId, messageId } : undefined;
}

/** Returns `text` before and after the first `mark`. Without a mark, all of it is before. */
function splitOnce(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
