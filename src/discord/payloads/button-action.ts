/** What a button carries: everything that its press needs, so that nothing has to be remembered. */
import { type CalendarDate, parseDate } from "../../core/values/calendar.js";
import { formatLabel, type Label, parseLabel } from "../../core/values/label.js";

/** A reply that a button is about: its label where it answered something, and the day where that is not today. */
export interface AnswerRef {
  readonly label?: Label;
  readonly on?: CalendarDate;
}

/** Where a message is. */
interface Place {
  readonly channelId: string;
  readonly messageId: string;
}

export type ButtonAction =
  | { readonly kind: "answer"; readonly label: Label; readonly on?: CalendarDate }
  | { readonly kind: "page"; readonly id: "timeline" | "sources"; readonly page: number }
  /** "Why this answer?" and "Not what I asked". */
  | ({ readonly kind: "why" | "other" } & AnswerRef)
  /** "Ask the moderators": `place` is the message that shows the question, where it is not the button's own. */
  | { readonly kind: "moderators"; readonly place?: Place }
  /** `place` is the post, `question` the message that its question is in: a button of an older version lacks it. */
  | { readonly kind: "withdraw"; readonly place: Place; readonly question?: string }
  /** Opens the form of that command (its path) about the questions of a group on the button's page. */
  | { readonly kind: "form"; readonly command: string; readonly group: number }
  /** Another page of that command's questions. */
  | { readonly kind: "questions"; readonly command: string; readonly page: number }
  /** `asker` caused the message. */
  | { readonly kind: "delete"; readonly asker: string };

/** At most 100 characters, as Discord allows; a label has two ids of at most 40. */
export function encodeCustomId(press: ButtonAction): string {
  switch (press.kind) {
    case "answer":
    case "why":
    case "other":
      return `${press.kind}:${encodeAnswerRef(press)}`;
    case "page":
      return `page:${press.id}:${press.page}`;
    case "moderators":
      return press.place ? `moderators:${encodePlace(press.place)}` : "moderators";
    case "withdraw":
      return `withdraw:${encodePlace(press.place)}${press.question === undefined ? "" : `:${press.question}`}`;
    case "form":
      return `form:${press.command}:${press.group}`;
    case "questions":
      return `questions:${press.command}:${press.page}`;
    case "delete":
      return `delete:${press.asker}`;
  }
}

/** What the button of that id asks for; undefined for the button of another bot or of an older version. */
export function decodeCustomId(customId: string): ButtonAction | undefined {
  const [kind, rest] = splitOnce(customId, ":");
  switch (kind) {
    case "answer": {
      const about = decodeAnswerRef(rest);
      return about?.label && { kind, ...about, label: about.label };
    }
    case "why":
    case "other": {
      const about = decodeAnswerRef(rest);
      return about && { kind, ...about };
    }
    case "page": {
      const match = /^(timeline|sources):([1-9]\d{0,3})$/.exec(rest);
      return match ? { kind, id: match[1] as "timeline" | "sources", page: Number(match[2]) } : undefined;
    }
    case "moderators": {
      if (rest === "") return { kind };
      const place = decodePlace(rest);
      return place && { kind, place };
    }
    case "withdraw": {
      const [, post = "", question] = /^(\d+:\d+)(?::(\d{17,20}))?$/.exec(rest) ?? [];
      const place = decodePlace(post);
      return place && { kind, place, ...(question && { question }) };
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

const SNOWFLAKE = /^\d{17,20}$/;

const encodeAnswerRef = ({ label, on }: AnswerRef): string =>
  `${label === undefined ? "" : formatLabel(label)}${on === undefined ? "" : `@${on}`}`;

function decodeAnswerRef(text: string): AnswerRef | undefined {
  const [name, day] = splitOnce(text, "@");
  const label = parseLabel(name);
  const on = parseDate(day);
  if ((name !== "" && label === undefined) || (day !== "" && on === undefined)) return undefined;
  return { ...(label && { label }), ...(on && { on }) };
}

const encodePlace = ({ channelId, messageId }: Place): string => `${channelId}:${messageId}`;

function decodePlace(text: string): Place | undefined {
  const [channelId, messageId] = splitOnce(text, ":");
  return SNOWFLAKE.test(channelId) && SNOWFLAKE.test(messageId) ? { channelId, messageId } : undefined;
}

/** `text` before and after the first `mark`; all of it and nothing where there is none. */
function splitOnce(text: string, mark: string): [before: string, after: string] {
  const at = text.indexOf(mark);
  return at < 0 ? [text, ""] : [text.slice(0, at), text.slice(at + 1)];
}
