/** Lets faults happen to the bot of a soak, one after the other, and sees that it is alive after each. */
import { setTimeout as sleep } from "node:timers/promises";
import { end } from "../common/bot-process.js";
import type { Chooser } from "../common/random.js";
import type { Environment } from "./environment.js";
import { ENDING_FAULTS, GATEWAY_FAULTS, LOGIN_FAULTS } from "./gateway-faults.js";
import { countAnswers, isWaiting, type QuestionLog } from "./question-log.js";
import { INTERACTION_FAULTS, REQUEST_FAULTS } from "./request-faults.js";
import type { LoginFault, SoakFault, SoakStage } from "./stage.js";

interface FaultRunnerOptions {
  readonly environment: Environment;
  readonly stage: SoakStage;
  readonly questionLog: QuestionLog;
  readonly random: Chooser;
  readonly now: () => number;
  /** The bot was out of reach, and what it had on its mind may be gone. */
  excuse(why: string, since: number): void;
}

/** Milliseconds in which a bot has to end, or to answer again. */
const LONGEST = 45_000;
/** What the bot may have had under way when it ended, in milliseconds. */
const UNDER_WAY = 3_000;

const HARMLESS: readonly SoakFault[] = [...GATEWAY_FAULTS, ...REQUEST_FAULTS, ...INTERACTION_FAULTS];
const ALL: readonly (SoakFault | LoginFault)[] = [...HARMLESS, ...ENDING_FAULTS, ...LOGIN_FAULTS];

export function createFaultRunner(options: FaultRunnerOptions) {
  const { environment, stage, questionLog, random, now, excuse } = options;
  const happened = new Map<string, number>();
  const endings = new Map<string, number>();
  const problems: string[] = [];
  let ending = false;
  let current: string | undefined;
  const drawHarmless = createDeck(HARMLESS, random);
  const drawAny = createDeck(ALL, random);

  const expectEnding = async (id: string, status: number): Promise<void> => {
    const bot = environment.bot();
    await Promise.race([bot.exited, sleep(LONGEST)]);
    const ended = bot.ending() ?? (await end(bot));
    if (ended.status === status) count(endings, id);
    else problems.push(`${id}: the bot ended with ${ended.status} instead of ${status}: ${ended.stderr}`);
  };

  const links = () => [...environment.sandbox.gateway.sessions.values()].flatMap(({ link }) => link ?? []);
  const until = async (holds: () => boolean): Promise<boolean> => {
    const start = now();
    while (!holds()) {
      if (now() - start > LONGEST) return false;
      await sleep(50);
    }
    return true;
  };

  /** What waits for its turn when the bot ends is lost with it: here nothing does, so that what is lost can be told. */
  const isQuiet = (): boolean =>
    ![...questionLog.open.values()].some((asked) => isWaiting(asked) && now() - asked.at > UNDER_WAY);

  const happen = async (fault: SoakFault): Promise<void> => {
    if (fault.ends !== undefined) await until(isQuiet);
    const since = now();
    const before = new Set(links());
    ending = fault.ends !== undefined;
    await fault.run(stage);
    if (fault.ends !== undefined) {
      await expectEnding(fault.id, fault.ends);
      excuse(`held by the process that ${fault.id} ended`, since - UNDER_WAY);
    }
    environment.sandbox.faults.clear();
    if (fault.ends !== undefined) await environment.start();
    ending = false;
    // A connection that is being closed looks like one that is not, and carries nothing any more.
    const isConnected = () => links().some((link) => !fault.deaf || !before.has(link));
    if (!(await until(isConnected))) problems.push(`${fault.id}: the bot did not connect again`);
    if (fault.deaf) excuse(`said while out of reach by ${fault.id}`, since);
  };

  const restart = async ({ id, ends, settings, apply }: LoginFault): Promise<void> => {
    await until(isQuiet);
    const since = now();
    ending = true;
    const ended = await end(environment.bot());
    if (ended.status !== 0) problems.push(`${id}: told to end, the bot ended with ${ended.status}: ${ended.stderr}`);
    const lift = apply(environment.sandbox);
    await environment.start(settings);
    if (ends !== undefined) await expectEnding(id, ends);
    lift();
    environment.sandbox.faults.clear();
    if (ends !== undefined) await environment.start();
    ending = false;
    if (environment.bot().ending() !== undefined) problems.push(`${id}: the bot did not start`);
    excuse(`said while out of reach by ${id}`, since);
  };

  const expectAlive = async (id: string): Promise<void> => {
    const asked = stage.members.ask("direct message");
    if (asked && !(await until(() => countAnswers(asked) > 0 || asked.traces.size > 0)))
      problems.push(`${id}: the bot did not answer afterwards`);
  };

  return {
    /** By id: how often each happened. */
    happened,
    /** By id of the fault: how often the bot ended because of it, as designed. */
    endings,
    problems,
    /** Whether a fault that ends the bot is under way. */
    isEnding: () => ending,
    /** The id of the fault under way. */
    underWay: () => current,
    /** One fault, and the bot's recovery; `mayEnd`: also of those that end the bot. */
    async next(mayEnd: boolean): Promise<void> {
      const fault = mayEnd ? drawAny() : drawHarmless();
      current = fault.id;
      await ("apply" in fault ? restart(fault) : happen(fault));
      await expectAlive(fault.id);
      current = undefined;
      count(happened, fault.id);
    },
  };
}

export function count(counts: Map<string, number>, key: string): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Deals all of `cards` before any comes again. */
function createDeck<T>(cards: readonly T[], random: Chooser): () => T {
  let left: T[] = [];
  return () => {
    if (left.length === 0) left = [...cards];
    const [drawn] = left.splice(random.whole(0, left.length - 1), 1);
    return drawn as T;
  };
}
