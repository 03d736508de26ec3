/** What the Discord room is given by main: commands, knowledge, settings, a log and a clock. */
import type { Logger } from "pino";
import type { Command, CommandContext } from "../command.js";
import type { Delivery } from "./delivery.js";

export interface House {
  readonly commands: readonly Command[];
  /** The knowledge in force, its version and today's date, looked up anew for each question. */
  context(): CommandContext & { readonly version: string };
  readonly delivery: Delivery;
  readonly log: Logger;
}
