/** Opens everything that takes part in a soak. */
import { setTimeout as sleep } from "node:timers/promises";
import type { LogLine } from "../common/bot-process.js";
import { createChooser } from "../common/random.js";
import { readTexts } from "../common/texts.js";
import { openEnvironment } from "./environment.js";
import { count, createFaultRunner } from "./fault-runner.js";
import { createFollower } from "./follow-ups.js";
import { createMembers } from "./members.js";
import type { Sample } from "./memory.js";
import { createModerators } from "./moderators.js";
import { createQuestionLog } from "./question-log.js";
import { createScore, watchUnasked } from "./score.js";

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Questions a second. */
  readonly rate: number;
  progress(line: string): void;
}

/** Milliseconds of a monotonic clock. */
export const now = (): number => performance.now();

export type Soak = Awaited<ReturnType<typeof openSoak>>;

/** Everyone and everything that takes part; nothing runs yet. */
export async function openSoak({ seed }: SoakOptions) {
  const random = createChooser(seed);
  const logged = new Map<string, number>();
  const problems: string[] = [];
  const underWay = (): string => faults.underWay() ?? "no fault";
  const questionLog = createQuestionLog(now, underWay);
  const environment = await openEnvironment((line) => {
    questionLog.handleLine(line);
    follower.handleLine(line);
    watchErrors(line);
  });
  const { sandbox, dataFolder } = environment;
  const members = createMembers(sandbox, questionLog, readTexts(), random);
  const moderators = createModerators(sandbox, dataFolder, questionLog, random);
  const follower = createFollower({ questionLog, members, random }, now, underWay);
  const excuse = (why: string, since: number): void => {
    questionLog.excuse(why, since);
    follower.excuse(why);
  };
  const stage = { ...environment, random, members, sleep };
  const faults = createFaultRunner({ environment, stage, questionLog, random, now, excuse });
  const score = createScore();
  const unaskedPosts = watchUnasked(sandbox, questionLog, members);

  function watchErrors(line: LogLine): void {
    if (line.level < 50) return;
    const name = typeof line.outcome === "string" ? line.msg : `${line.msg?.slice(0, 50)} (${underWay()})`;
    count(logged, name ?? "?");
    const isOfMalformed = line.msg === "process.unhandled_rejection" && underWay().startsWith("I08");
    const isEnding = line.level === 60 && faults.isEnding();
    if (line.outcome === undefined && !isOfMalformed && !isEnding) problems.push(`logged: ${JSON.stringify(line)}`);
  }

  const samples: Sample[][] = [];
  const restarts = { unforeseen: 0 };
  return {
    environment,
    random,
    questionLog,
    members,
    moderators,
    follower,
    faults,
    score,
    unaskedPosts,
    excuse,
    logged,
    problems,
    samples,
    restarts,
  };
}
