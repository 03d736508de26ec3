/** Every command, in the order in which people see them. A new command is added to this list. */
import type { AnyCommand } from "../src/command/command.js";
import { answerThis } from "./answer-this.js";
import { ask } from "./ask.js";
import { banStatus } from "./ban-status.js";
import { moderate } from "./moderate.js";
import { pages } from "./pages.js";

export const commands: readonly AnyCommand[] = [banStatus, ask, ...pages, moderate, answerThis];
