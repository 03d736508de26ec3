/** The lines and questions that every method is given: the same ones, with apps' names masked the same way. */
import type { Knowledge } from "../../src/core/data/knowledge.js";
import { type ClassName, collectExamples, type LabelledReading } from "../../src/core/matching/examples.js";
import { APP_TOKEN } from "../../src/core/matching/features.js";
import { createRandom } from "../../src/core/matching/random.js";
import type { Reader, Reading } from "../../src/core/matching/reading.js";
import { shuffle } from "../common/random.js";

export interface Line extends LabelledReading {
  /** What a search library is given: words mended, an app's name masked by one word. */
  readonly text: string;
}

export interface BenchQuestion {
  readonly q: string;
  readonly reading: Reading;
  readonly text: string;
  /** The entries that answer it, `app-status` among them; empty where none does. */
  readonly gold: readonly ClassName[];
}

/** A word that no English text has, so that no fuzzy search takes another word for it. */
const MASK = "qxappqx";

export const maskText = ({ words }: Reading): string =>
  words.map((word) => (word === APP_TOKEN ? MASK : word)).join(" ");

/** Every line that the matcher learns from, once. */
export function collectLines(knowledge: Knowledge, reader: Reader): Line[] {
  const lines = new Map<string, Line>();
  for (const example of collectExamples(knowledge, reader)) {
    const text = maskText(example.reading);
    lines.set(`${example.name} ${text}`, { ...example, weight: 1, text });
  }
  return [...lines.values()];
}

/** `count` of `lines` in a fixed random order; beyond those there are, variants with their words in another order. */
export function drawLines(lines: readonly Line[], count: number): Line[] {
  const random = createRandom(13971);
  const drawn = shuffle([...lines], random);
  for (let i = 0; drawn.length < count; i++) {
    const line = drawn[i % lines.length] as Line;
    const reading = { ...line.reading, words: shuffle([...line.reading.words], random) };
    drawn.push({ ...line, reading, text: maskText(reading) });
  }
  return drawn.slice(0, count);
}
