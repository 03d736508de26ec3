/** The curated lines as labelled examples: what the matcher learns from, and is tried on in cross-validation. */
import { APP_STATUS, type Knowledge } from "../data/knowledge.js";
import { randomOf } from "./random.js";
import type { Reader, Reading } from "./reading.js";

/** What a line is an example of: an entry's id, `app-status`, or a group of negatives such as `none:chatter`. */
export type ClassName = string;

export interface LabelledReading {
  readonly line: string;
  /** The line as it was read, with an app's name in it. */
  readonly text: string;
  readonly reading: Reading;
  readonly name: ClassName;
  /** The entry that a negative is near to: when that entry plays the unknown one, so does this line. */
  readonly near?: string;
  readonly weight: number;
}

export const isNegative = (name: ClassName): boolean => name.startsWith("none:");

/** Every phrasing, canonical question and negative. A line about `{app}` is read with several apps' names in turn. */
export function collectExamples(knowledge: Knowledge, reader: Reader): LabelledReading[] {
  const all = Object.keys(knowledge.apps);
  const named = all.filter((id) => knowledge.apps[id]?.standing === "named");
  const lookAlikes = all.filter((id) => knowledge.apps[id]?.standing === "look-alike");
  const nameOf = (ids: readonly string[], turn: number): string =>
    knowledge.apps[ids[turn % ids.length] ?? ""]?.name ?? "";

  const read = (line: string, name: ClassName, near?: string): LabelledReading[] => {
    const example = (text: string, weight: number): LabelledReading => {
      const base = { line, text, reading: reader.read(text), name, weight };
      return near === undefined ? base : { ...base, near };
    };
    if (!line.includes("{app}")) return [example(line, 1)];
    const pools = name === APP_STATUS ? [named, lookAlikes, named, lookAlikes, named, lookAlikes] : [named, named];
    // By its text and not by its place: a new line changes no other one's names.
    let turn = Math.floor(randomOf(line) * all.length);
    return pools.map((pool) =>
      example(
        line.replaceAll("{app}", () => ` ${nameOf(pool, turn++)} `),
        name === APP_STATUS ? 0.5 : 0.7,
      ),
    );
  };

  const { near, ...groups } = knowledge.negatives;
  return [
    ...Object.values(knowledge.entries).flatMap(({ id, question, app }) =>
      app === "required" ? [] : read(question, id),
    ),
    ...Object.entries(knowledge.phrasings).flatMap(([id, lines]) => lines.flatMap((line) => read(line, id))),
    ...Object.entries(near).flatMap(([id, lines]) =>
      lines.flatMap((line) => read(line, `none:${knowledge.entries[id]?.topic ?? "apps"}`, id)),
    ),
    ...Object.entries(groups).flatMap(([group, lines]) => lines.flatMap((line) => read(line, `none:${group}`))),
  ];
}
