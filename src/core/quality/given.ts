/** What a decision gives the asker, by its labels. */
import { APP_STATUS } from "../data/knowledge.js";
import { type Decision, labelOf, type Refusal } from "../decision/decision.js";
import { formatLabel } from "../values/label.js";

export interface Given {
  readonly kind: "answer" | "choose" | "unknown" | "silence";
  /** The labels of what was answered, or offered. */
  readonly labels: readonly string[];
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

/** Returns whether the phrasings of `of`, an entry's id or `app-status`, ask for `label`. */
export const isLabelOf = (label: string, of: string): boolean =>
  of === APP_STATUS ? label.startsWith("app:") : label === of || label.startsWith(`${of}+`);
