/** What the Discord room is given by main: commands, knowledge, settings, a log and a clock. */
import type { Logger } from "pino";
import type { AnyCommand, ChannelSettings, CommandContext, Reload } from "../command.js";
import type { Delivery } from "./delivery.js";
import { createDesk, type Desk } from "./desk.js";
import type { Tally } from "./tally.js";

export interface House {
  readonly commands: readonly AnyCommand[];
  /** The knowledge in force, its version and today's date, looked up anew for each question. */
  context(): CommandContext & { readonly version: string };
  readonly channels: ChannelSettings;
  readonly reload: Reload;
  /** What is wrong with the data files, a line each, while an earlier set of them is in force. */
  readonly dataProblems?: () => readonly string[];
  /** The server whose moderators own the answers: the data can be reloaded there, and notices about it go there. */
  readonly homeServer?: string | undefined;
  readonly delivery: Delivery;
  /** What the bot has on its mind, of this run alone. */
  readonly desk: Desk;
  readonly log: Logger;
  readonly tally: Tally;
}

/** A bot that is told nothing else: without a state folder nothing is listed, nothing can be changed. */
export const withoutState = (context: House["context"]): Pick<House, "channels" | "reload" | "desk"> => ({
  channels: {
    of: () => ({ ambient: [] }),
    isAnyListed: () => false,
    change: async () => ({ kind: "failed", problem: "This bot was started without a place to keep settings." }),
  },
  reload: async () => ({ kind: "unchanged", version: context().version }),
  desk: createDesk(),
});
