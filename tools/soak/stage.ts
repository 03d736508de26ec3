/** What a fault of a soak can use. */
import type { Sandbox } from "discord-sandbox";
import type { Chooser } from "../common/random.js";
import type { Environment } from "./environment.js";
import type { Members, Way } from "./members.js";
import type { Asked } from "./question-log.js";

export interface SoakStage extends Environment {
  readonly random: Chooser;
  readonly members: Members;
}

export interface SoakFault {
  /** As in the list of faults, with a word on what it is. */
  readonly id: string;
  /** What is said meanwhile may never reach the bot, by Discord's own rules. */
  readonly deaf?: true;
  /** The status with which the bot ends by design. */
  readonly ends?: number;
  run(stage: SoakStage): Promise<void> | void;
}

/** Happens while the bot restarts. */
export interface LoginFault {
  readonly id: string;
  /** The status with which the bot ends by design, before it is started again without the fault. */
  readonly ends?: number;
  readonly settings?: Readonly<Record<string, string>>;
  /** Returns the function that takes the fault away. */
  apply(sandbox: Sandbox): () => void;
}

/** Asks in that way, and once more where there was nothing to ask about. */
export function askFor(stage: SoakStage, way: Way, times = 1): Asked[] {
  return Array.from({ length: times }, () => stage.members.ask(way) ?? stage.members.ask("mention")).filter(
    (asked) => asked !== undefined,
  );
}
