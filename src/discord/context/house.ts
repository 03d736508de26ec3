/** What the Discord room is given by main: commands, knowledge, settings, a log and a clock. */
import type { Logger } from "pino";
import type { AnyCommand } from "../../command/command.js";
import type { ChannelSettings, CommandContext, IgnoredMessage, Ports, Reload } from "../../command/context.js";
import type { DataNews } from "../../core/quality/news.js";
import type { Counters } from "../common/counters.js";
import type { Delivery } from "../delivery/delivery.js";
import { createDesk, type Desk } from "./desk.js";

export interface House {
  readonly commands: readonly AnyCommand[];
  /** The knowledge in force, its version and today's date, looked up anew for each question. */
  context(): CommandContext & { readonly version: string };
  readonly channels: ChannelSettings;
  readonly reload: Reload;
  readonly review: Ports["review"];
  /** Where the data folder can be edited, without a slash at its end: a file's path goes behind it. */
  readonly dataUrl?: string | undefined;
  /** Has whoever listens hear what becomes of each edit of the data. */
  readonly onDataNews?: (listener: (news: DataNews) => void) => void;
  /** What is wrong with the data files, a line each, while an earlier set of them is in force. */
  readonly dataProblems?: () => readonly string[];
  /** The server whose moderators own the answers: the data can be reloaded there, and notices about it go there. */
  readonly homeServer?: string | undefined;
  readonly delivery: Delivery;
  /** Called when the bot stays silent on a person's message. The local page shows the reason; Discord never does. */
  readonly onIgnored?: ((ignored: IgnoredMessage) => void) | undefined;
  /** What the bot has on its mind, of this run alone. */
  readonly desk: Desk;
  readonly log: Logger;
  readonly counters: Counters;
}

/** A bot that is told nothing else: without a state folder nothing is listed, nothing can be changed. */
export const withoutState = (context: House["context"]): Pick<House, "channels" | "reload" | "review" | "desk"> => ({
  channels: {
    of: () => ({ listed: {} }),
    isAnyListed: () => false,
    change: async () => ({ kind: "failed", problem: "This bot was started without a place to keep settings." }),
  },
  reload: async () => ({ kind: "unchanged", version: context().version }),
  review: async () => ({ kind: "bad", problems: ["This bot was started without data files."], paste: [] }),
  desk: createDesk(),
});
