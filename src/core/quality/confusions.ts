/** Advice on phrasings that would rather find another entry, and on entries that take phrasings from each other. */
import type { Answerer } from "../answerer.js";
import { entriesOf, type ReadFiles } from "../data/data-files.js";
import { namedApps } from "../data/knowledge.js";
import type { CalendarDate } from "../values/calendar.js";
import { advise, type Finding } from "./finding.js";
import { givenBy, isLabelOf, nameGiven } from "./given.js";
import type { MisfiledPhrasing } from "./misfiled.js";

/** A misfiled phrasing that is nearer by less than this, a difference of cosines, is a matter of taste. */
const CLEARLY_NEARER = 0.1;
/** The least misfiled phrasings between two entries, and their least share of the smaller one's lines, to report a pair. */
const PAIR_MISFILED = 6;
const PAIR_SHARE = 0.03;

/** The pairs first, then single phrasings, the clearest first. */
export function* checkConfusions(
  { phrasings }: ReadFiles,
  answerer: Answerer,
  misfiled: readonly MisfiledPhrasing[],
  today: CalendarDate,
): Generator<Finding> {
  const lists = new Map(entriesOf(phrasings).map((list) => [list.id, list]));
  for (const { one, other, to, fro } of findPairs(misfiled, (id) => lists.get(id)?.entry.length ?? 0)) {
    const message = `\`${one}\` and \`${other}\` are easily confused: ${to} phrasings of the first read more like the second's, and ${fro} the other way round.`;
    const fix = "Sharpen what sets them apart in their phrasings, or make one answer of the two.";
    const problem = lists.get(one)?.problemAt([one], message, { fix, atName: true });
    if (problem !== undefined) yield advise("pairs", problem);
  }
  const [app] = namedApps(answerer.knowledge);
  for (const { line, of, nearer, like, by } of misfiled) {
    const list = lists.get(of);
    if (by < CLEARLY_NEARER || list === undefined) continue;
    const given = givenBy(answerer.answer(line.replaceAll("{app}", app?.name ?? ""), { on: today }));
    const isLost = given.kind === "answer" && !given.labels.some((label) => isLabelOf(label, of));
    const asked = isLost ? ` Asked, it gets ${nameGiven(given)}.` : "";
    const message = `This reads more like a phrasing of \`${nearer}\`: "${like}".${asked}`;
    const fix = `Move it there, or word it so that it can only mean \`${of}\`.`;
    const index = list.entry.indexOf(line);
    const problem = list.problemAt(index < 0 ? [of] : [of, index], message, { fix, atName: index < 0 });
    yield advise("phrasings", problem);
  }
}

/** Returns the pairs of entries that take many phrasings from each other, those that take the largest share first. */
function findPairs(misfiled: readonly MisfiledPhrasing[], sizeOf: (id: string) => number) {
  const counts = new Map<string, { one: string; other: string; to: number; fro: number }>();
  for (const { of, nearer } of misfiled) {
    const [one = "", other = ""] = [of, nearer].sort();
    const pair = counts.get(`${one} ${other}`) ?? { one, other, to: 0, fro: 0 };
    if (of === one) pair.to++;
    else pair.fro++;
    counts.set(`${one} ${other}`, pair);
  }
  return [...counts.values()]
    .map((pair) => ({
      ...pair,
      share: (pair.to + pair.fro) / Math.max(1, Math.min(sizeOf(pair.one), sizeOf(pair.other))),
    }))
    .filter(({ to, fro, share }) => to + fro >= PAIR_MISFILED && share >= PAIR_SHARE)
    .sort((a, b) => b.share - a.share);
}
