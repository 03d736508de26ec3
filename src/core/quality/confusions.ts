/** Advice on phrasings that would rather find another entry, and on entries that take phrasings from each other. */
import type { Answerer } from "../answerer.js";
import type { ReadFiles } from "../data/data-files.js";
import { namedApps } from "../data/knowledge.js";
import type { CalendarDate } from "../values/calendar.js";
import { advise, type Finding } from "./finding.js";
import type { MisfiledPhrasing } from "./misfiled.js";
import { nameGiven } from "./moves.js";
import { givenBy, isLabelOf } from "./score.js";

/** A misfiled phrasing that is nearer by less than this, a difference of cosines, is a matter of taste. */
const CLEARLY_NEARER = 0.1;
/** The least misfiled phrasings between two entries, and their least share of the smaller one's lines, to report a pair. */
const PAIR_MISFILED = 6;
const PAIR_SHARE = 0.03;

/** The pairs first, then single phrasings, the clearest first. */
export function checkConfusions(
  { phrasings }: ReadFiles,
  answerer: Answerer,
  misfiled: readonly MisfiledPhrasing[],
  today: CalendarDate,
): Finding[] {
  const sizes = new Map(phrasings.flatMap(({ value }) => Object.entries(value).map(([id, all]) => [id, all.length])));
  const placeOf = (id: string, line: string | undefined, message: string, fix: string): Finding[] => {
    const file = phrasings.find(({ value }) => Object.hasOwn(value, id));
    if (file === undefined) return [];
    const index = line === undefined ? -1 : (file.value[id]?.indexOf(line) ?? -1);
    const problem = file.problemAt(index < 0 ? [id] : [id, index], message, { fix, atName: index < 0 });
    return [advise(line === undefined ? "pairs" : "phrasings", problem)];
  };
  const [app] = namedApps(answerer.knowledge);
  const single = misfiled.flatMap(({ line, of, nearer, like, by }) => {
    if (by < CLEARLY_NEARER || !sizes.has(of)) return [];
    const given = givenBy(answerer.answer(line.replaceAll("{app}", app?.name ?? ""), { on: today }));
    const isLost = given.kind === "answer" && !given.labels.some((label) => isLabelOf(label, of));
    const asked = isLost ? ` Asked, it gets ${nameGiven(given)}.` : "";
    const message = `This reads more like a phrasing of \`${nearer}\`: "${like}".${asked}`;
    return placeOf(of, line, message, `Move it there, or word it so that it can only mean \`${of}\`.`);
  });
  return [
    ...pairsOf(misfiled, sizes).flatMap((pair) => placeOf(pair.one, undefined, pair.message, pair.fix)),
    ...single,
  ];
}

function pairsOf(misfiled: readonly MisfiledPhrasing[], sizes: ReadonlyMap<string, number>) {
  const counts = new Map<string, { one: string; other: string; to: number; fro: number }>();
  for (const { of, nearer } of misfiled) {
    const [one = "", other = ""] = [of, nearer].sort();
    const pair = counts.get(`${one} ${other}`) ?? { one, other, to: 0, fro: 0 };
    if (of === one) pair.to++;
    else pair.fro++;
    counts.set(`${one} ${other}`, pair);
  }
  const shareOf = ({ one, other, to, fro }: { one: string; other: string; to: number; fro: number }): number =>
    (to + fro) / Math.max(1, Math.min(sizes.get(one) ?? 0, sizes.get(other) ?? 0));
  return [...counts.values()]
    .filter((pair) => pair.to + pair.fro >= PAIR_MISFILED && shareOf(pair) >= PAIR_SHARE)
    .sort((a, b) => shareOf(b) - shareOf(a))
    .map(({ one, other, to, fro }) => ({
      one,
      message: `\`${one}\` and \`${other}\` are easily confused: ${to} phrasings of the first read more like the second's, and ${fro} the other way round.`,
      fix: "Sharpen what sets them apart in their phrasings, or make one answer of the two.",
    }));
}
