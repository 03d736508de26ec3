/** A soak: members, moderators and faults work on one bot for a while, and every question is accounted for. */
import { setTimeout as sleep } from "node:timers/promises";
import type { LogLine } from "../common/bot-process.js";
import { createRandom } from "../common/random.js";
import { readTexts } from "../common/texts.js";
import { count, createFaultRunner } from "./fault-runner.js";
import { createFollower } from "./follow-ups.js";
import { openHouse } from "./house.js";
import { createLedger, isWaiting } from "./ledger.js";
import { createMembers } from "./members.js";
import { growthOf, type Sample } from "./memory.js";
import { createModerators } from "./moderators.js";
import type { SoakReport } from "./report.js";
import { createScore } from "./score.js";
import { tidy } from "./tidying.js";

export interface SoakOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Questions a second. */
  readonly rate: number;
  progress(line: string): void;
}

/** The share of the time in which no fault ends the bot, so that its memory has the time to grow. */
const STEADY = 0.6;
/** Milliseconds after which nobody waits for an answer any more. */
const GRACE = 60_000;

export async function runSoak({ minutes, seed, rate, progress }: SoakOptions): Promise<SoakReport> {
  const now = (): number => performance.now();
  const underWay = (): string => faults?.underWay() ?? "no fault";
  const random = createRandom(seed);
  const ledger = createLedger(now, underWay);
  const score = createScore();
  const logged = new Map<string, number>();
  const problems: string[] = [];

  const hear = (line: LogLine): void => {
    ledger.hear(line);
    follower?.hear(line);
    if (line.level < 50) return;
    const name = typeof line.outcome === "string" ? line.msg : `${line.msg?.slice(0, 50)} (${faults?.underWay()})`;
    count(logged, name ?? "?");
    const isOfMalformed = line.msg?.includes("unhandled_rejection") === true && faults?.underWay()?.startsWith("I08");
    const isEnding = line.level === 60 && faults?.isEnding() === true;
    if (line.outcome === undefined && !isOfMalformed && !isEnding) problems.push(`logged: ${JSON.stringify(line)}`);
  };
  const house = await openHouse(hear);
  const { sandbox, door, dataFolder, tightBuckets } = house;
  const members = createMembers(sandbox, ledger, readTexts(), random);
  const moderators = createModerators(sandbox, dataFolder, ledger, random);
  const follower = createFollower({ ledger, members, random }, now, underWay);
  const stage = { ...house, sandbox, door, tightBuckets, random, members, sleep };
  const forgive = (why: string, since: number): void => {
    ledger.excuse(why, since);
    follower.forgive(why);
  };
  const faults = createFaultRunner({ house, stage, ledger, random, now, forgive });
  const strays = score.listen(sandbox, ledger, members);

  await house.start();
  await moderators.setUp();
  // The intent for reading messages is asked for at the start alone.
  house.bot().signal("SIGTERM");
  await house.bot().exited;
  await house.start();

  const startedAt = now();
  const end = startedAt + minutes * 60_000;
  const steadyUntil = startedAt + STEADY * minutes * 60_000;
  const samples: Sample[][] = [];
  let unforeseen = 0;
  const goOn = (): boolean => now() < end;
  const loop = async (least: number, most: number, work: () => unknown): Promise<void> => {
    while (goOn()) {
      await sleep(random.whole(least, most));
      if (goOn()) await work();
    }
  };
  const attend = async (): Promise<void> => {
    const bot = house.bot();
    if (bot.ending() !== undefined && !faults.isEnding()) {
      unforeseen += 1;
      problems.push(`the bot ended by itself during ${faults.underWay()}: ${JSON.stringify(bot.ending())}`);
      const since = now() - 5000;
      await house.start();
      forgive("said while the bot had ended by itself", since);
    }
    ledger.settle(GRACE, score.add);
    follower.look(false);
  };
  const sample = (): void => {
    const bot = house.bot();
    const bytes = bot.memory();
    const age = (now() - bot.startedAt) / 1000;
    const last = samples.at(-1);
    if (bytes === undefined) return;
    if (last === undefined || (last.at(-1)?.age ?? 0) > age) samples.push([{ age, bytes }]);
    else last.push({ age, bytes });
  };
  const tell = (): void => {
    const minute = ((now() - startedAt) / 60_000).toFixed(1);
    const faultCount = [...faults.happened.values()].reduce((sum, times) => sum + times, 0);
    const megabytes = Math.round((house.bot().memory() ?? 0) / 1e6);
    progress(
      `${minute} of ${minutes} min: ${score.total()} questions judged, ${ledger.open.size} open, ${faultCount} faults, ` +
        `${score.unexplained().length + problems.length + faults.problems.length} unexplained, ${megabytes} MB`,
    );
  };

  await Promise.all([
    loop(500 / rate, 1500 / rate, () => void members.ask()),
    loop(300, 1000, () => members.chat()),
    loop(2000, 6000, () => follower.begin()),
    loop(8_000, 30_000, () => moderators.edit(underWay)),
    loop(1000, 4000, () => faults.next(now() > steadyUntil)),
    loop(1000, 1000, attend),
    loop(5000, 5000, sample),
    loop(30_000, 30_000, () => tidy(sandbox)),
    loop(10_000, 10_000, tell),
  ]);
  for (const last = now(); [...ledger.open.values()].some(isWaiting) && now() - last < GRACE; ) await sleep(200);
  // Whatever is answered twice shows soon.
  await sleep(3000);
  sample();
  ledger.settle(0, score.add);
  follower.look(true);
  if (house.bot().ending() === undefined) house.bot().signal("SIGTERM");
  const { status, stderr } = await house.bot().exited;
  if (status !== 0) problems.push(`told to end at last, the bot ended with ${status}: ${stderr}`);
  await house.close();

  const longest = samples.reduce<Sample[]>((best, one) => (one.length > best.length ? one : best), []);
  return {
    minutes,
    seed,
    rate,
    ways: score.ways(),
    explained: score.explained(),
    faults: faults.happened,
    endings: faults.endings,
    unforeseen,
    edits: moderators.edits,
    followed: follower.counts,
    logged,
    growth: growthOf(longest),
    unexplained: [
      ...score.unexplained(),
      ...problems,
      ...faults.problems,
      ...moderators.edits.problems,
      ...follower.problems,
      ...strays.unexplained(),
    ],
    notices: strays.notices(),
  };
}
