/** Every command, in the order in which people see them: a new one is added here and nowhere else. */
import type { AnyCommand } from "../src/command/command.js";
import { about } from "./about.js";
import { answerThis } from "./answer-this.js";
import { apps } from "./apps.js";
import { ask } from "./ask.js";
import { banStatus } from "./ban-status.js";
import { moderate } from "./moderate.js";
import { privacy } from "./privacy.js";
import { sources } from "./sources.js";
import { timeline } from "./timeline.js";

export const commands: readonly AnyCommand[] = [
  banStatus,
  ask,
  apps,
  timeline,
  sources,
  about,
  privacy,
  moderate,
  answerThis,
];
