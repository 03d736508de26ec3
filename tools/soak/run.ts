/** A soak: members, moderators and faults work on one bot for a while, and every question is accounted for. */
import { setTimeout as sleep } from "node:timers/promises";
import { end, type LogLine } from "../common/bot-process.js";
import { prune } from "../common/prune.js";
import { createChooser } from "../common/random.js";
import { readTexts } from "../common/texts.js";
import { until } from "../common/wait.js";
import { openEnvironment } from "./environment.js";
import { createFaultRunner } from "./fault-runner.js";
import { createFollower } from "./follow-ups.js";
import { createMembers } from "./members.js";
import { growthOf, type Sample } from "./memory.js";
import { createModerators } from "./moderators.js";
import { createQuestionLog, isWaiting } from "./question-log.js";
import { count, createRecord, NO_FAULT, recordVerdict, type SoakRecord, totalOf, watchUnasked } from "./record.js";

/** The share of the time in which no fault ends the bot, so that its memory has the time to grow. */
const STEADY = 0.6;
/** Milliseconds after which an answer is no longer awaited. */
const GRACE = 60_000;
const KEPT = { posts: 150, interactions: 180_000 };

interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Questions a second. */
  readonly rate: number;
  progress(line: string): void;
}

/** Milliseconds of a monotonic clock. */
const now = (): number => performance.now();

type Soak = Awaited<ReturnType<typeof openSoak>>;

export type SoakReport = Awaited<ReturnType<typeof runSoak>>;

export async function runSoak(options: SoakOptions) {
  const soak = await openSoak(options);
  await start(soak);
  await keepBusy(soak, options);
  await finish(soak);
  const longest = soak.samples.reduce<Sample[]>((best, one) => (one.length > best.length ? one : best), []);
  return { ...options, ...soak.record, growth: growthOf(longest) };
}

/** Everyone and everything that takes part; nothing runs yet. */
async function openSoak({ seed }: SoakOptions) {
  const random = createChooser(seed);
  const record = createRecord();
  const underWay = (): string => record.underWay;
  const questionLog = createQuestionLog(now, underWay);
  const environment = await openEnvironment((line) => {
    questionLog.handleLine(line);
    follower.handleLine(line);
    recordError(record, line);
  });
  const { sandbox } = environment;
  const members = createMembers(sandbox, questionLog, readTexts(), random);
  const moderators = createModerators(environment, questionLog, random, record);
  const follower = createFollower({ questionLog, members, random, record }, now, underWay);
  const excuse = (why: string, since: number): void => {
    questionLog.excuse(why, since);
    follower.excuse(why);
  };
  const stage = { ...environment, random, members };
  const runFault = createFaultRunner({ stage, questionLog, record, now, excuse });
  const unexplainedPosts = watchUnasked(sandbox, questionLog, members, record);
  const samples: Sample[][] = [];
  return {
    record,
    environment,
    random,
    questionLog,
    members,
    moderators,
    follower,
    excuse,
    runFault,
    unexplainedPosts,
    samples,
  };
}

function recordError({ logged, underWay, isEnding, unexplained }: SoakRecord, line: LogLine): void {
  if (line.level < 50) return;
  const name = typeof line.outcome === "string" ? line.msg : `${line.msg?.slice(0, 50)} (${underWay})`;
  count(logged, name ?? "?");
  const isOfMalformed = line.msg === "process.unhandled_rejection" && underWay.startsWith("I08");
  const isOfEnding = line.level === 60 && isEnding;
  if (line.outcome === undefined && !isOfMalformed && !isOfEnding) unexplained.push(`logged: ${JSON.stringify(line)}`);
}

async function start({ environment, moderators }: Soak): Promise<void> {
  await environment.start();
  await moderators.setUp();
  // The bot asks for the intent to read messages only when it starts.
  await end(environment.bot());
  await environment.start();
}

/** Lets all of them act until the time is over. */
async function keepBusy(soak: Soak, { minutes, rate, progress }: SoakOptions): Promise<void> {
  const { environment, random, members, moderators, follower, runFault } = soak;
  const startedAt = now();
  const endsAt = startedAt + minutes * 60_000;
  const steadyUntil = startedAt + STEADY * minutes * 60_000;
  const loop = async (least: number, most: number, work: () => unknown): Promise<void> => {
    while (now() < endsAt) {
      await sleep(random.whole(least, most));
      if (now() < endsAt) await work();
    }
  };
  await Promise.all([
    loop(500 / rate, 1500 / rate, () => void members.ask()),
    loop(300, 1000, () => members.chat()),
    loop(2000, 6000, () => follower.begin()),
    loop(8_000, 30_000, () => moderators.edit()),
    loop(1000, 4000, () => runFault(now() > steadyUntil)),
    loop(1000, 1000, () => superviseBot(soak)),
    loop(5000, 5000, () => sampleMemory(soak)),
    loop(30_000, 30_000, () => prune(environment.sandbox, KEPT)),
    loop(10_000, 10_000, () =>
      progress(`${((now() - startedAt) / 60_000).toFixed(1)} of ${minutes} min: ${describeProgress(soak)}`),
    ),
  ]);
}

/** Restarts the bot if it ended without a fault, and settles, between faults, the questions that waited long enough. */
async function superviseBot({ record, environment, questionLog, follower, excuse }: Soak): Promise<void> {
  const ending = environment.bot().ending();
  if (ending !== undefined && !record.isEnding) {
    record.unforeseen += 1;
    record.unexplained.push(`the bot ended by itself during ${record.underWay}: ${JSON.stringify(ending)}`);
    const since = now() - 5000;
    await environment.start();
    excuse("said while the bot had ended by itself", since);
  }
  // What a fault excuses is known when it is over, and on a busy machine a restart may take longer than the grace.
  if (record.underWay !== NO_FAULT) return;
  questionLog.settle(GRACE, (asked, verdict) => recordVerdict(record, asked, verdict));
  follower.look(false);
}

/** One list of samples for each process of the bot. */
function sampleMemory({ environment, samples }: Soak): void {
  const bot = environment.bot();
  const bytes = bot.memory();
  if (bytes === undefined) return;
  const age = (now() - bot.startedAt) / 1000;
  const last = samples.at(-1);
  if (last === undefined || (last.at(-1)?.age ?? 0) > age) samples.push([{ age, bytes }]);
  else last.push({ age, bytes });
}

function describeProgress({ record: { ways, faults, unexplained }, environment, questionLog }: Soak): string {
  const judged = [...ways.values()].reduce((sum, { asked }) => sum + asked, 0);
  const megabytes = Math.round((environment.bot().memory() ?? 0) / 1e6);
  return (
    `${judged} questions judged, ${questionLog.open.size} open, ${totalOf(faults)} faults, ` +
    `${unexplained.length} unexplained, ${megabytes} MB`
  );
}

/** Waits for the last answers, then ends the bot. */
async function finish(soak: Soak): Promise<void> {
  const { record, environment, questionLog, follower, unexplainedPosts } = soak;
  await until(() => ![...questionLog.open.values()].some(isWaiting), GRACE);
  // A second answer to the same question would come soon.
  await sleep(3000);
  sampleMemory(soak);
  questionLog.settle(0, (asked, verdict) => recordVerdict(record, asked, verdict));
  follower.look(true);
  const { status, stderr } = await end(environment.bot());
  if (status !== 0) record.unexplained.push(`told to end at last, the bot ended with ${status}: ${stderr}`);
  record.unexplained.push(...unexplainedPosts());
  await environment.close();
}
