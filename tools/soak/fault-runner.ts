/** Lets faults happen to the bot of a soak, one after the other, and sees that it is alive after each. */
import { setTimeout as sleep } from "node:timers/promises";
import { end } from "../common/bot-process.js";
import type { Chooser } from "../common/random.js";
import { until } from "../common/wait.js";
import { ENDING_FAULTS, GATEWAY_FAULTS, LOGIN_FAULTS } from "./gateway-faults.js";
import { countAnswers, isWaiting, type QuestionLog } from "./question-log.js";
import { count, NO_FAULT, type SoakRecord } from "./record.js";
import { INTERACTION_FAULTS, REQUEST_FAULTS } from "./request-faults.js";
import type { LoginFault, SoakFault, SoakStage } from "./stage.js";

interface FaultRunnerOptions {
  readonly stage: SoakStage;
  readonly questionLog: QuestionLog;
  readonly record: SoakRecord;
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

/**
 * Returns the function that runs one fault, and waits for the bot's recovery. `mayEnd`: it may be one of those that end the
 * bot.
 */
export function createFaultRunner({ stage, questionLog, record, now, excuse }: FaultRunnerOptions) {
  const { unexplained } = record;
  const drawHarmless = createDeck(HARMLESS, stage.random);
  const drawAny = createDeck(ALL, stage.random);

  const expectEnding = async (id: string, status: number): Promise<void> => {
    const bot = stage.bot();
    await Promise.race([bot.exited, sleep(LONGEST)]);
    const ended = bot.ending() ?? (await end(bot));
    if (ended.status === status) count(record.endings, id);
    else unexplained.push(`${id}: the bot ended with ${ended.status} instead of ${status}: ${ended.stderr}`);
  };

  const links = () => [...stage.sandbox.gateway.sessions.values()].flatMap(({ link }) => link ?? []);

  /** What waits for its turn when the bot ends is lost with it: here nothing does, so that what is lost can be told. */
  const isQuiet = (): boolean =>
    ![...questionLog.open.values()].some((asked) => isWaiting(asked) && now() - asked.at > UNDER_WAY);

  const happen = async (fault: SoakFault): Promise<void> => {
    if (fault.ends !== undefined) await until(isQuiet, LONGEST);
    const since = now();
    const before = new Set(links());
    record.isEnding = fault.ends !== undefined;
    await fault.run(stage);
    if (fault.ends !== undefined) {
      await expectEnding(fault.id, fault.ends);
      excuse(`held by the process that ${fault.id} ended`, since - UNDER_WAY);
    }
    stage.sandbox.faults.clear();
    if (fault.ends !== undefined) await stage.start();
    record.isEnding = false;
    // A connection that is being closed looks like one that is not, and carries nothing any more.
    const isConnected = () => links().some((link) => !fault.deaf || !before.has(link));
    if (!(await until(isConnected, LONGEST))) unexplained.push(`${fault.id}: the bot did not connect again`);
    if (fault.deaf) excuse(`said while out of reach by ${fault.id}`, since);
  };

  const restart = async ({ id, ends, settings, apply }: LoginFault): Promise<void> => {
    await until(isQuiet, LONGEST);
    const since = now();
    record.isEnding = true;
    const ended = await end(stage.bot());
    if (ended.status !== 0) unexplained.push(`${id}: told to end, the bot ended with ${ended.status}: ${ended.stderr}`);
    const lift = apply(stage.sandbox);
    await stage.start(settings);
    if (ends !== undefined) await expectEnding(id, ends);
    lift();
    stage.sandbox.faults.clear();
    if (ends !== undefined) await stage.start();
    record.isEnding = false;
    if (stage.bot().ending() !== undefined) unexplained.push(`${id}: the bot did not start`);
    excuse(`said while out of reach by ${id}`, since);
  };

  const expectAlive = async (id: string): Promise<void> => {
    const asked = stage.members.ask("direct message");
    if (asked && !(await until(() => countAnswers(asked) > 0 || asked.traces.size > 0, LONGEST)))
      unexplained.push(`${id}: the bot did not answer afterwards`);
  };

  return async (mayEnd: boolean): Promise<void> => {
    const fault = mayEnd ? drawAny() : drawHarmless();
    record.underWay = fault.id;
    await ("apply" in fault ? restart(fault) : happen(fault));
    await expectAlive(fault.id);
    record.underWay = NO_FAULT;
    count(record.faults, fault.id);
  };
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
