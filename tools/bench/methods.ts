/** The methods compared: search libraries over the curated lines, and this matcher's own core. */
import Fuse, { type IFuseOptions } from "fuse.js";
import MiniSearch, { type SearchOptions } from "minisearch";
import { type ClassName, isNegative } from "../../src/core/matching/examples.js";
import type { Synonyms } from "../../src/core/matching/model.js";
import { createRanker } from "../../src/core/matching/ranking.js";
import { learn } from "../common/learn.js";
import type { BenchQuestion, Line } from "./lines.js";

/** The more, the better; only scores of one method can be compared. */
export interface Ranked {
  readonly name: ClassName;
  readonly score: number;
}

/** Ranks the classes for a question, the best first. */
export type Ask = (question: BenchQuestion) => readonly Ranked[];

export interface Method {
  readonly id: "matcher" | "fuse" | "fuse-token" | "minisearch" | "minisearch-fuzzy";
  readonly name: string;
  /** Too slow to be asked every question. */
  readonly slow: boolean;
  readonly build: (lines: readonly Line[]) => Ask;
}

/** As many lines are looked at for the entries they belong to. */
const MAX_HITS = 100;

export const buildFuse =
  (options: IFuseOptions<string>) =>
  (lines: readonly Line[]): Ask => {
    const fuse = new Fuse(
      lines.map(({ text }) => text),
      { ...options, includeScore: true },
    );
    return ({ text }) => {
      const best = new Map<ClassName, number>();
      for (const { refIndex, score = 1 } of fuse.search(text, { limit: MAX_HITS })) {
        const name = lines[refIndex]?.name ?? "";
        if (!best.has(name)) best.set(name, 1 - score);
      }
      return [...best].map(([name, score]) => ({ name, score }));
    };
  };

const buildMiniSearch =
  (searchOptions: SearchOptions) =>
  (lines: readonly Line[]): Ask => {
    const texts = new Map<ClassName, string[]>();
    for (const { name, text } of lines) texts.set(name, [...(texts.get(name) ?? []), text]);
    const search = new MiniSearch<{ id: string; text: string }>({ fields: ["text"], searchOptions });
    search.addAll([...texts].map(([id, all]) => ({ id, text: all.join("\n") })));
    return ({ text }) => search.search(text).map(({ id, score }) => ({ name: String(id), score }));
  };

/** What this matcher does between reading a question and judging it: no calibration, which costs next to nothing. */
export const buildCore =
  (synonyms: Synonyms) =>
  (lines: readonly Line[]): Ask => {
    const rank = createRanker(
      learn(lines, synonyms),
      synonyms,
      lines.map(({ line }) => line),
    );
    return ({ reading }) => rank(reading).map(({ name, signals }) => ({ name, score: signals.classifier }));
  };

export const searchMethods = (plain: IFuseOptions<string>, token: IFuseOptions<string>): Method[] => [
  { id: "fuse", name: "Fuse plain", slow: true, build: buildFuse(plain) },
  { id: "fuse-token", name: "Fuse token search", slow: true, build: buildFuse(token) },
  { id: "minisearch", name: "MiniSearch", slow: false, build: buildMiniSearch({}) },
  {
    id: "minisearch-fuzzy",
    name: "MiniSearch prefix, fuzzy 0.2",
    slow: false,
    build: buildMiniSearch({ prefix: true, fuzzy: 0.2 }),
  },
];

export const isCovered = ({ name }: Ranked): boolean => !isNegative(name);
