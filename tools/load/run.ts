/** One run of the load benchmark: the targets in turn, again and again, so that what else the machine does hits all alike. */
import { median, quantile } from "../common/statistics.js";
import { type Flow, flood, pace } from "./flow.js";
import { readCost } from "./meter.js";
import { openTarget, type Target, type TargetOptions } from "./target.js";

interface LoadOptions {
  readonly rounds: number;
  /** Of each measurement. */
  readonly seconds: number;
  /** No question comes twice, so that the bot remembers none. */
  readonly areFresh: boolean;
  progress(line: string): void;
}

export type Measured = ReturnType<typeof sumUp>;

export type Comparison = Awaited<ReturnType<typeof compare>>;

/** Questions under way at a flood. */
const WIDTH = 24;
/** Milliseconds, in which the code that is used most is compiled. */
const WARM_UP = 10_000;
/** Made ready for each second; where more are answered, they are made as they are sent. */
const READY = 2500;

export const COMPARISONS: readonly { readonly title: string; readonly targets: readonly TargetOptions[] }[] = [
  {
    title: "Over the gateway",
    targets: [
      { name: "constant bot", over: "gateway", program: "dist/tools/load/constant-bot.js" },
      { name: "this bot", over: "gateway" },
    ],
  },
  {
    title: "Over HTTP",
    targets: [
      { name: "one process", over: "http" },
      { name: "two processes", over: "http", processes: 2 },
    ],
  },
];

interface Run {
  readonly target: Target;
  readonly floods: Flow[];
  readonly paced: Flow[];
  /** Seconds of processor time, at the floods. */
  cost: number;
  ownCost: number;
}

const ratesOf = (floods: readonly Flow[]) => floods.map(({ answers, seconds }) => answers / seconds);
const halfOf = (floods: readonly Flow[]) => median(ratesOf(floods)) / 2;

function sumUp({ target, floods, paced, cost, ownCost }: Run) {
  const everyRound = ratesOf(floods);
  const thousands = floods.reduce((sum, { answers }) => sum + answers, 0) / 1000;
  const wait = (part: number) => median(paced.map(({ waits }) => quantile(waits, part)));
  return {
    name: target.name,
    /** Answers a second at most: the median of the rounds. */
    answers: median(everyRound),
    everyRound,
    /** Milliseconds, at half of the greatest load that the bot itself bears: each the median of the rounds. */
    p50: wait(0.5),
    p99: wait(0.99),
    /** Questions a second of that half. */
    half: halfOf(floods),
    /** Seconds of processor time for a thousand answers: the bot's, and those of sandbox and generator. */
    cost: cost / thousands,
    ownCost: ownCost / thousands,
    /** Bytes, of all its processes. */
    memory: target.cost().memory,
    /** Questions without an answer. */
    missing: [...floods, ...paced].reduce((sum, { missing }) => sum + missing, 0),
  };
}

export async function compare(
  { title, targets: wanted }: (typeof COMPARISONS)[number],
  { rounds, seconds, areFresh, progress }: LoadOptions,
) {
  const targets: Target[] = [];
  for (const options of wanted) {
    progress(`${title}: ${options.name} starts`);
    targets.push(await openTarget({ ...options, areFresh }));
  }
  try {
    const send = (target: Target, rate = READY) => target.prepare(Math.ceil(rate * seconds));
    for (const target of targets) {
      progress(`${title}: ${target.name} warms up`);
      await flood(send(target, (READY * WARM_UP) / 1000 / seconds), WIDTH, WARM_UP);
    }
    const runs = targets.map((target): Run => ({ target, floods: [], paced: [], cost: 0, ownCost: 0 }));
    for (let round = 1; round <= rounds; round += 1)
      for (const run of runs) {
        const { target } = run;
        progress(`${title}: ${target.name}, round ${round} of ${rounds}`);
        const ready = send(target);
        const before = { bot: target.cost().seconds, own: readCost(process.pid).seconds };
        run.floods.push(await flood(ready, WIDTH, seconds * 1000));
        run.cost += target.cost().seconds - before.bot;
        run.ownCost += readCost(process.pid).seconds - before.own;
      }
    for (let round = 1; round <= rounds; round += 1)
      for (const { target, floods, paced } of runs) {
        const half = halfOf(floods);
        progress(`${title}: ${target.name} at half of its greatest load, round ${round} of ${rounds}`);
        paced.push(await pace(send(target, half * 1.2), half, seconds * 1000));
      }
    const measured = runs.map(sumUp);
    const [first, second] = measured;
    const ratios = (second?.everyRound ?? []).map(
      (answers, index) => answers / (first?.everyRound[index] ?? Number.NaN),
    );
    /** Of the answers a second, the second target's to the first's: the median of the rounds' ratios. */
    return { title, measured, ratio: median(ratios) };
  } finally {
    for (const target of targets) await target.close();
  }
}
