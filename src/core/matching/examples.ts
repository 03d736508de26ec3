/** The curated lines as labelled examples: what the matcher learns from, and is tried on in cross-validation. */
import { APP_STATUS, type App, type Knowledge } from "../data/knowledge.js";
import { randomOf } from "./random.js";
import type { Reader, Reading } from "./reading.js";

/** What a line is an example of: an entry's id, `app-status`, or a group of negatives such as `none:chatter`. */
export type ClassName = string;

export interface LabelledReading {
  readonly line: string;
  /** The line with an app's name in it; no other example of the same class has the same. */
  readonly text: string;
  readonly reading: Reading;
  readonly name: ClassName;
  /** The entry that a negative is near to: when that entry plays the unknown one, so does this line. */
  readonly near?: string;
  readonly weight: number;
}

/** A line about any app says more than one that names none or its own. */
const WEIGHT_OF_NAMED = 1.5;

export const isNegative = (name: ClassName): boolean => name.startsWith("none:");

/**
 * Returns a function that puts the name of an app into a line about `{app}`, and chooses a look-alike that could stand
 * there as well. It chooses by the text of the line, so that a new line changes no other one's names.
 */
export function createNaming({ apps }: Pick<Knowledge, "apps">) {
  const named = Object.values(apps).filter(({ standing }) => standing === "named");
  const lookAlikes = Object.values(apps).filter(({ standing }) => standing === "look-alike");
  return (line: string) => {
    if (!line.includes("{app}")) return { text: line, app: undefined, lookAlike: undefined };
    const turn = Math.floor(randomOf(line) * 2 ** 20);
    const app = named[turn % named.length];
    return {
      text: line.replaceAll("{app}", ` ${app?.name ?? ""} `),
      app,
      lookAlike: lookAlikes[turn % lookAlikes.length],
    };
  };
}

/** The reading that `reading` would be with the name of `other` in the place of `app`. */
function withOther(reading: Reading, app: App, other: App): Reading {
  const isApp = reading.apps.map((id) => id === app.id);
  return {
    ...reading,
    apps: reading.apps.map((id, at) => (isApp[at] ? other.id : id)),
    standings: reading.standings.map((standing, at) => (isApp[at] ? other.standing : standing)),
  };
}

type CuratedLine = Pick<LabelledReading, "line" | "name" | "near">;

/** Every phrasing, canonical question and negative. */
function collectLines({ entries, phrasings, negatives }: Knowledge): CuratedLine[] {
  const { near, ...groups } = negatives;
  return [
    ...Object.values(entries).flatMap(({ id, question, app }) =>
      app === "required" ? [] : { line: question, name: id },
    ),
    ...Object.entries(phrasings).flatMap(([name, lines]) => lines.map((line) => ({ line, name }))),
    ...Object.entries(near).flatMap(([id, lines]) =>
      lines.map((line) => ({ line, name: `none:${entries[id]?.topic ?? "apps"}`, near: id })),
    ),
    ...Object.entries(groups).flatMap(([group, lines]) => lines.map((line) => ({ line, name: `none:${group}` }))),
  ];
}

/** Whether a line has another answer for a look-alike than for one of the order's apps. */
const tellsAppsApart = ({ line, name }: CuratedLine): boolean => name === APP_STATUS && line.includes("{app}");

/** The lines of all examples, in their order. */
export const exampleLines = (knowledge: Knowledge): string[] =>
  collectLines(knowledge).flatMap((one) => (tellsAppsApart(one) ? [one.line, one.line] : one.line));

/**
 * Every curated line as an example, each read once. A line about `{app}` is read with the name of one of the order's
 * apps; if it asks where an app stands, it is an example with a look-alike as well.
 */
export function collectExamples(knowledge: Knowledge, reader: Reader): LabelledReading[] {
  const nameApps = createNaming(knowledge);
  return collectLines(knowledge).flatMap((curated) => {
    const { text, app, lookAlike } = nameApps(curated.line);
    const reading = reader.read(text);
    const example = { ...curated, text, reading, weight: app === undefined ? 1 : WEIGHT_OF_NAMED };
    if (!tellsAppsApart(curated)) return example;
    if (app === undefined || lookAlike === undefined) return [example, example];
    return [example, { ...example, text: `${text} ${lookAlike.name}`, reading: withOther(reading, app, lookAlike) }];
  });
}
