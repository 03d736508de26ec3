/** What names an answer or an app by its label must name one that is there. */
import { didYouMean, type Problem } from "friendly-yaml";
import { parseLabel } from "../values/label.js";
import type { References } from "./broken-ids.js";
import { isKnownLabel } from "./knowledge.js";

/** What a golden question may expect beside labels. */
const NO_ANSWERS: readonly string[] = ["none", "choose"];

/** Yields every problem of golden questions, of the bare questions behind answers, and of the most asked. */
export function* checkLabels({ files, known, isBroken }: References): Generator<Problem> {
  const { golden, "follow-ups": followUps, "most-asked": mostAsked } = files;
  const { entries, apps } = known;
  const leadsSomewhere = (text: string): boolean => {
    const label = parseLabel(text);
    const namesBroken = [label?.entry, label?.app].some((id) => id !== undefined && isBroken(id));
    return label !== undefined && (namesBroken || isKnownLabel(label, known));
  };
  const namesNothing = (label: string): string => `\`${label}\` names no answer and no app.`;
  const fixLabel = (label: string, words: readonly string[] = []): string => {
    const labels = [...Object.keys(entries), ...Object.keys(apps).map((id) => `app:${id}`), ...words];
    return didYouMean(label, labels, "Write an answer's id, `app:` and an app's id, or both with `+` between them.");
  };

  if (golden !== undefined)
    for (const [index, { expect, after }] of golden.value.entries()) {
      for (const words of expect.filter((label) => !NO_ANSWERS.includes(label) && !leadsSomewhere(label)))
        yield golden.problemAt([index, "expect"], namesNothing(words), { words, fix: fixLabel(words, NO_ANSWERS) });
      if (after !== undefined && !leadsSomewhere(after))
        yield golden.problemAt([index, "after"], namesNothing(after), { words: after, fix: fixLabel(after) });
    }

  if (mostAsked !== undefined)
    for (const [index, label] of mostAsked.value.entries())
      if (!leadsSomewhere(label)) yield mostAsked.problemAt([index], namesNothing(label), { fix: fixLabel(label) });

  if (followUps === undefined) return;
  const { about, "order-topics": topics, ...bare } = followUps.value;
  const named = [
    ...Object.entries(bare).flatMap(([word, ids]) => ids.map((id, index) => ({ id, path: [word, index] }))),
    ...Object.keys(about).map((id) => ({ id, path: ["about", id] })),
  ];
  for (const { id, path } of named) {
    if (isBroken(id) || (Object.hasOwn(entries, id) && entries[id]?.app !== "required")) continue;
    const fix = didYouMean(id, Object.keys(entries), "Write the id of an answer that needs no app.");
    yield followUps.problemAt(path, `No answer \`${id}\` that could be given without an app is in answers/.`, { fix });
  }
}
