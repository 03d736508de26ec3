/** For whom and where a message is rendered. */
import { type Writer, writerFor } from "../../core/reply/writer.js";
import type { CalendarDate } from "../../core/values/calendar.js";
import type { Locale } from "../../core/values/locale.js";
import type { BotContext } from "../context/bot-context.js";
import type { QuestionRef } from "../payloads/question-ref.js";

export interface RenderContext {
  readonly writer: Writer;
  readonly version: string;
  readonly today: CalendarDate;
  /** The person who caused the message and may delete it; missing in an ephemeral message. */
  readonly asker?: string | undefined;
  /** Whether the newest data files have problems, and earlier ones are in force. */
  readonly isLastGood?: boolean;
  hasModerators(): boolean;
  /** What is answered, if the message replies to no other message. */
  readonly asked?: QuestionRef | undefined;
}

/** `serverId` is null in a direct message. */
export function createRenderContext(
  { context, channels, dataProblems }: BotContext,
  locale: Locale,
  serverId: string | null,
  message: Pick<RenderContext, "asker" | "asked"> = {},
): RenderContext {
  const { answerer, version, today } = context();
  return {
    writer: writerFor(answerer.knowledge, locale),
    version,
    today,
    isLastGood: (dataProblems?.() ?? []).length > 0,
    hasModerators: () => serverId !== null && channels.of(serverId).moderators !== undefined,
    ...message,
  };
}
