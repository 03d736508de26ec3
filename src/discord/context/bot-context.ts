/** What handlers need: commands, the current knowledge, settings, delivery, memory and a log. */
import type { Logger } from "pino";
import type { AnyCommand } from "../../command/command.js";
import type { CommandContext, IgnoredMessage, RunContext } from "../../command/context.js";
import type { DataNews } from "../../core/quality/news.js";
import type { Counters } from "../common/counters.js";
import type { Delivery } from "../delivery/delivery.js";
import type { BotMemory } from "./bot-memory.js";

export interface BotContext extends Pick<RunContext, "channels" | "reload" | "review"> {
  readonly commands: readonly AnyCommand[];
  /** Returns the current knowledge, its version and today's date. Call it for each question. */
  context(): CommandContext & { readonly version: string };
  /** The address at which the data folder can be edited, without a slash at its end. A file's path is appended. */
  readonly dataUrl?: string | undefined;
  readonly onDataNews?: (listener: (news: DataNews) => void) => void;
  /** Returns the problems of the newest data files, a line each, while the last good ones are in force. */
  readonly dataProblems?: () => readonly string[];
  /** The server whose moderators own the answers: they can reload the data, and get notices about it. */
  readonly homeServer?: string | undefined;
  readonly delivery: Delivery;
  /** Called when the bot stays silent on a person's message. The local page shows the reason; Discord never does. */
  readonly onIgnored?: ((ignored: IgnoredMessage) => void) | undefined;
  readonly memory: BotMemory;
  readonly log: Logger;
  readonly counters: Counters;
}
