/** What names an answer or an app by its label must name one that is there. */
import { didYouMean, type Problem } from "friendly-yaml";
import { parseLabel } from "../values/label.js";
import type { IsBroken } from "./broken-ids.js";
import type { FoundFiles } from "./data-files.js";
import { isKnownLabel, type Known } from "./knowledge.js";

export function checkLabels(files: FoundFiles, known: Known, isBroken: IsBroken): Problem[] {
  return [
    ...checkGolden(files, known, isBroken),
    ...checkFollowUps(files, known, isBroken),
    ...checkMostAsked(files, known, isBroken),
  ];
}

/** What a golden question may expect beside labels. */
const NO_ANSWERS: readonly string[] = ["none", "choose"];

function checkGolden({ golden }: FoundFiles, known: Known, isBroken: IsBroken): Problem[] {
  if (golden === undefined) return [];
  return golden.value.flatMap(({ expect, after }, index) => {
    const expected = expect.filter((label) => !NO_ANSWERS.includes(label));
    return [
      ...expected.map((label) => ({ field: "expect", label })),
      ...(after === undefined ? [] : [{ field: "after", label: after }]),
    ]
      .filter(({ label }) => !leadsSomewhere(label, known, isBroken))
      .map(({ field, label }) =>
        golden.problemAt([index, field], namesNothing(label), {
          words: label,
          fix: fixLabel(label, known, field === "expect" ? NO_ANSWERS : []),
        }),
      );
  });
}

function checkFollowUps({ "follow-ups": followUps }: FoundFiles, { entries }: Known, isBroken: IsBroken): Problem[] {
  if (followUps === undefined) return [];
  const { about, "order-topics": topics, ...bare } = followUps.value;
  const named = [
    ...Object.entries(bare).flatMap(([word, ids]) => ids.map((id, index) => ({ id, path: [word, index] }))),
    ...Object.keys(about).map((id) => ({ id, path: ["about", id] })),
  ];
  return named.flatMap(({ id, path }) => {
    if (isBroken(id) || (Object.hasOwn(entries, id) && entries[id]?.app !== "required")) return [];
    const message = `No answer \`${id}\` that could be given without an app is in answers/.`;
    const fix = didYouMean(id, Object.keys(entries), "Write the id of an answer that needs no app.");
    return [followUps.problemAt(path, message, { fix })];
  });
}

function checkMostAsked({ "most-asked": mostAsked }: FoundFiles, known: Known, isBroken: IsBroken): Problem[] {
  if (mostAsked === undefined) return [];
  return mostAsked.value.flatMap((label, index) =>
    leadsSomewhere(label, known, isBroken)
      ? []
      : [mostAsked.problemAt([index], namesNothing(label), { fix: fixLabel(label, known) })],
  );
}

function leadsSomewhere(text: string, known: Known, isBroken: IsBroken): boolean {
  const label = parseLabel(text);
  if (label === undefined) return false;
  const namesBroken = [label.entry, label.app].some((id) => id !== undefined && isBroken(id));
  return namesBroken || isKnownLabel(label, known);
}

const namesNothing = (label: string): string => `\`${label}\` names no answer and no app.`;

function fixLabel(label: string, { entries, apps }: Known, words: readonly string[] = []): string {
  const known = [...Object.keys(entries), ...Object.keys(apps).map((id) => `app:${id}`), ...words];
  return didYouMean(label, known, "Write an answer's id, `app:` and an app's id, or both with `+` between them.");
}
