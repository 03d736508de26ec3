/** The result of an edit of the data, as plain values and in words for moderators. */
import type { Knowledge } from "../data/knowledge.js";
import { countOf } from "../values/count.js";
import { nameGiven } from "./given.js";
import type { FailedGolden } from "./golden.js";
import type { Moves } from "./moves.js";
import { drawMoves } from "./moves-table.js";

/** `version` is the data in force afterwards. */
export type Reloaded =
  | { readonly kind: "unchanged"; readonly version: string }
  | {
      readonly kind: "replaced";
      readonly version: string;
      /** What the data holds. */
      readonly counts?: string;
      /** From the request, or from when the edit was noticed, until it was in force. */
      readonly seconds?: number;
      /** Golden questions that fail from now on, because a moderator accepted that. */
      readonly failed?: readonly FailedGolden[];
      /** Missing if the next edit overtook the comparison, or the cache lost what was learned before. */
      readonly moves?: Moves | undefined;
    }
  /** The files are bad; `problems` says what is wrong and where, a line each. */
  | { readonly kind: "kept"; readonly version: string; readonly problems: readonly string[] }
  /** The files are good, and `failed`, golden questions that did not fail before, would fail. */
  | {
      readonly kind: "held";
      readonly version: string;
      readonly failed: readonly FailedGolden[];
      readonly moves?: Moves | undefined;
    }
  /** The bot shut down before the reload was finished. */
  | { readonly kind: "ended"; readonly version: string };

/** `learning`: the edit is good so far and must be learned from, which takes ten to twenty seconds. */
export type DataNews = Reloaded | { readonly kind: "learning"; readonly version: string };

/** Says how much the data holds: "118 answers, 9,000 phrasings, …". */
export const describeCounts = ({ entries, phrasings, followUpQuestions, apps, sources, golden }: Knowledge): string =>
  [
    countOf(Object.keys(entries).length, "answer"),
    countOf(Object.values(phrasings).flat().length, "phrasing"),
    countOf(followUpQuestions.flatMap(({ lines }) => lines).length, "follow-up"),
    countOf(Object.keys(apps).length, "app"),
    countOf(Object.keys(sources).length, "source"),
    countOf(golden.length, "golden question"),
  ].join(", ");

export interface NewsReport {
  readonly title: string;
  /** `ok` puts a tick or a cross before the line. */
  readonly lines: readonly { readonly text: string; readonly ok?: boolean }[];
  /** What changes; of each kind of change at most `limit` are shown, the rest counted. Missing if that is not known. */
  readonly table?: (limit: number) => string;
}

export function describeNews(news: DataNews): NewsReport {
  switch (news.kind) {
    case "unchanged":
      return { title: `Nothing has changed: the files are good, and in force as version ${news.version}`, lines: [] };
    case "ended":
      return {
        title: "Shutting down; the reload was not finished",
        lines: [{ text: `Version ${news.version} stays in force. I read the files again at the next start.` }],
      };
    case "learning":
      return {
        title: "I am learning from the new data",
        lines: [{ text: `That takes ten to twenty seconds. Until then I answer from version ${news.version}.` }],
      };
    case "replaced": {
      const { version, counts, seconds, failed = [], moves } = news;
      const time = seconds === undefined ? "" : `, ${seconds.toFixed(1)} s after I saw the edit`;
      return {
        title: `The new data is in force: version ${version}${time}`,
        lines: [
          ...(counts === undefined ? [] : [{ text: counts }]),
          ...failed.map((one) => ({ text: `Accepted, though a golden question fails: ${describeFailed(one)}` })),
          ...(moves?.advice ?? []).map((text) => ({ text: `Please look at this. ${text}` })),
        ],
        ...tableOf(moves),
      };
    }
    case "kept":
      return {
        title: `The data files have problems; version ${news.version} stays in force`,
        lines: [
          ...news.problems.map((text) => ({ text, ok: false })),
          { text: "Mend them and save: I read them again automatically." },
        ],
      };
    case "held": {
      const { failed, version, moves } = news;
      const count = failed.length === 1 ? "a golden question" : `${failed.length} golden questions`;
      return {
        title: `The edit would change the reply to ${count}; version ${version} stays in force`,
        lines: [
          ...failed.map((one) => ({ text: describeFailed(one), ok: false })),
          { text: "Mend that and save. If the new replies are the better ones, change what golden.yaml expects." },
          { text: "To put the edit in force all the same: /moderate reload force:True" },
        ],
        ...tableOf(moves),
      };
    }
  }
}

/** A line such as: "who signed it?": order-signer is expected, but the reply is order-summary. */
export function describeFailed({ golden: { ask, expect }, given }: FailedGolden): string {
  return `"${ask}": ${expect.join(" or ")} is expected, but the reply is ${nameGiven(given)}`;
}

export const describeHeld = (failed: readonly FailedGolden[]): string[] =>
  failed.map((one) => `golden.yaml: ${describeFailed(one)}`);

const tableOf = (moves: Moves | undefined): Pick<NewsReport, "table"> =>
  moves === undefined ? {} : { table: (limit) => drawMoves(moves, { limit }) };
