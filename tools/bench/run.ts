/** One whole run of the comparison. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Problem } from "friendly-yaml";
import { CALIBRATION } from "../../src/core/matching/calibrated.js";
import { isNegative } from "../../src/core/matching/examples.js";
import { createReaderFor, learnAll, synonymsOf } from "../../src/core/matching/learn.js";
import { createRouter } from "../../src/core/matching/router.js";
import { openDataFolder } from "../../src/store/data-folder.js";
import type { LabelledQuestion } from "../common/question-file.js";
import { holdContest } from "./contest.js";
import { measureGrowth } from "./growth.js";
import { type BenchQuestion, collectLines, maskText } from "./lines.js";
import { type Ask, buildCore, type Method, searchMethods } from "./methods.js";
import { tuneFuse } from "./tuning.js";
import { weigh } from "./weight.js";

export interface BenchOptions {
  readonly data: string;
  readonly questions: readonly LabelledQuestion[];
  readonly large: boolean;
  /** Ask slow methods every question. */
  readonly all: boolean;
}

type Progress = (what: string) => void;

export type Bench = Exclude<ReturnType<typeof runBench>, readonly Problem[]>;

interface Startup {
  readonly id: Method["id"];
  readonly name: string;
  readonly ms: number;
  /** Where it starts from what was learned before. */
  readonly cachedMs?: number;
  readonly residentBytes: number;
}

export function runBench(options: BenchOptions, onProgress: Progress) {
  const cache = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return runWith(options, cache, onProgress);
  } finally {
    rmSync(cache, { recursive: true, force: true });
  }
}

function runWith(options: BenchOptions, cache: string, onProgress: Progress) {
  const { data, large, all } = options;
  onProgress("learning afresh");
  const first = openDataFolder(data, cache);
  if (first.kind === "bad") return first.problems;
  const { learned } = first;
  const { knowledge } = first.answerer;
  const fresh = time(() => learnAll(knowledge, learned.words.english));
  const cached = time(() => openDataFolder(data, cache));
  const reader = createReaderFor(knowledge, learned.words);
  const lines = collectLines(knowledge, reader);
  const questions = options.questions.map(({ q, gold }): BenchQuestion => {
    const reading = reader.read(q);
    return { q, reading, text: maskText(reading), gold: gold.flatMap(classOf) };
  });
  const covered = questions.filter(({ gold }) => gold.length > 0);

  onProgress("tuning Fuse");
  const tuned = tuneFuse(lines, questions);
  const libraries = searchMethods(tuned.plain, tuned.token);
  const router = createRouter(knowledge, learned, CALIBRATION);
  const ours = { id: "matcher", name: "this matcher", slow: false } as const;
  const askOurs: Ask = ({ q }) =>
    router.route(router.read(q)).map(({ name, confidence }) => ({ name, score: confidence }));

  onProgress("building every method");
  const startups: Startup[] = [
    {
      id: ours.id,
      name: ours.name,
      ms: fresh.ms,
      cachedMs: cached.ms,
      residentBytes: weigh({ id: ours.id, data, cache }),
    },
  ];
  const built: (Method & { readonly ask: Ask })[] = [];
  for (const method of libraries) {
    const { value: ask, ms } = time(() => method.build(lines));
    const residentBytes = weigh({ id: method.id as Exclude<Method["id"], "matcher">, lines, tuned });
    startups.push({ id: method.id, name: method.name, ms, residentBytes });
    built.push({ ...method, ask });
  }

  const contest = { knowledge, answerFrom: CALIBRATION.bands.answer, all };
  const results = holdContest([{ ...ours, ask: askOurs }, ...built], questions, contest, (done, of) =>
    onProgress(`asking every method: ${done} of ${of}`),
  );
  const core: Method = { ...ours, build: buildCore(synonymsOf(knowledge)) };
  const growth = measureGrowth([core, ...libraries], lines, covered, large, (size) =>
    onProgress(`growing to ${size} phrasings`),
  );
  return {
    node: process.version,
    lines: lines.length,
    phrasings: lines.filter(({ name }) => !isNegative(name)).length,
    results,
    startups,
    growth,
    tuned,
  };
}

/** `app:alipay` is answered by `app-status`, `app-maker+camscanner` by `app-maker`. */
function classOf(label: string): string[] {
  if (label === "none" || label === "choose") return [];
  return [label.startsWith("app:") ? "app-status" : (label.split("+")[0] ?? label)];
}

function time<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const start = performance.now();
  const value = run();
  return { value, ms: performance.now() - start };
}
