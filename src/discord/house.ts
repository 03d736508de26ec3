/** What the Discord room is given by main: commands, knowledge, settings, a log and a clock. */
import type { Logger } from "pino";
import type { ChannelSettings, Command, CommandContext, Reload } from "../command.js";
import type { Delivery } from "./delivery.js";

export interface House {
  readonly commands: readonly Command[];
  /** The knowledge in force, its version and today's date, looked up anew for each question. */
  context(): CommandContext & { readonly version: string };
  readonly channels: ChannelSettings;
  readonly reload: Reload;
  /** The server whose moderators own the answers: the data can be reloaded there, and notices about it go there. */
  readonly homeServer?: string | undefined;
  readonly delivery: Delivery;
  readonly log: Logger;
}

/** A bot without a state folder: nothing is listed, nothing can be changed. */
export const withoutState = (context: House["context"]): Pick<House, "channels" | "reload"> => ({
  channels: {
    of: () => ({ ambient: [] }),
    change: async () => ({ kind: "failed", problem: "This bot was started without a place to keep settings." }),
  },
  reload: async () => ({ kind: "unchanged", version: context().version }),
});
