/** Judges whether a decision was right, by the labels that a person gave the question. */

import { APP_STATUS } from "../data/knowledge.js";
import { type Decision, labelOf, type Refusal } from "../decision/decision.js";
import { formatLabel } from "../values/label.js";

export const VERDICTS = ["right", "offered", "wrong", "lost"] as const;
/**
 * `offered`: the right reply was among the choices. `lost`: no answer, though there is one. If nothing should be
 * answered, silence, a choice and "unknown" are all `right`.
 */
export type Verdict = (typeof VERDICTS)[number];

export interface Given {
  readonly kind: "answer" | "choose" | "unknown" | "silence";
  /** The labels of what was answered, or offered. */
  readonly labels: readonly string[];
}

export interface Score {
  readonly outcome: Verdict;
  /** The answer is right, and a further one beside it is not. */
  readonly extraWrong: boolean;
}

export function givenBy(decision: Decision | Refusal): Given {
  if (decision.kind === "refused") return { kind: "unknown", labels: [] };
  if (!decision.speaks) return { kind: "silence", labels: [] };
  const [first] = decision.answers;
  if (first.kind === "choose") return { kind: "choose", labels: first.from.map(formatLabel) };
  if (first.kind === "unknown") return { kind: "unknown", labels: [] };
  const labels = decision.answers.flatMap((answer) => labelOf(answer) ?? []);
  return { kind: "answer", labels: labels.map(formatLabel) };
}

/** Names the reply. Of a choice it names only the first: the others change with every edit. */
export function nameGiven({ kind, labels }: Given): string {
  switch (kind) {
    case "answer":
      return labels.join(" & ");
    case "choose":
      return `choice (${labels[0]}${labels.length > 1 ? ", …" : ""})`;
    case "unknown":
      return "no answer";
    case "silence":
      return "silence";
  }
}

export function scoreGiven({ kind, labels }: Given, gold: readonly string[]): Score {
  const accepted = labels.filter((label) => gold.includes(label));
  if (kind === "answer")
    return accepted.length > 0
      ? { outcome: "right", extraWrong: accepted.length < labels.length }
      : { outcome: "wrong", extraWrong: false };
  const isRight = gold.includes("none") || (kind === "choose" && gold.includes("choose"));
  if (isRight) return { outcome: "right", extraWrong: false };
  return { outcome: accepted.length > 0 ? "offered" : "lost", extraWrong: false };
}

/** Returns whether the phrasings of `of`, an entry's id or `app-status`, ask for `label`. */
export const isLabelOf = (label: string, of: string): boolean =>
  of === APP_STATUS ? label.startsWith("app:") : label === of || label.startsWith(`${of}+`);
