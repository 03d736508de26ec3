/** What holds between the files of questions: one wording has one answer, and every label names something. */
import { tokenise } from "../text/text.js";
import { parseLabel } from "../values/label.js";
import type { Path } from "./data-file.js";
import type { FoundFiles } from "./data-files.js";
import { APP_STATUS, isKnownLabel, type Known } from "./knowledge.js";
import type { IsLost } from "./lost-ids.js";
import { didYouMean } from "./nearest-name.js";
import type { Problem } from "./problem.js";

/** Every problem of phrasings, negatives, golden questions and the most asked. */
export function checkQuestions(files: FoundFiles, known: Known, isLost: IsLost): Problem[] {
  const keyOf = rememberKeys();
  return [
    ...checkLines(files, known, isLost, keyOf),
    ...checkGolden(files, known, isLost, keyOf),
    ...checkFollowUps(files, known, isLost),
    ...checkMostAsked(files, known, isLost),
  ];
}

/** What a question is, however it is written. */
type KeyOf = (line: string) => string;

function checkLines({ phrasings, negatives }: FoundFiles, known: Known, isLost: IsLost, keyOf: KeyOf): Problem[] {
  const owners = new Map<string, string>();
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { value, problemAt } of phrasings) {
    for (const [id, lines] of Object.entries(value)) {
      const ids = [APP_STATUS, ...Object.keys(known.entries)];
      if (seen.has(id))
        problems.push(
          problemAt([id], `Another file already has the phrasings of \`${id}\`.`, {
            fix: "Move them all into one file.",
            atName: true,
          }),
        );
      seen.add(id);
      const entry = Object.hasOwn(known.entries, id) ? known.entries[id] : undefined;
      if (entry === undefined && id !== APP_STATUS && !isLost(id))
        problems.push(
          problemAt([id], `No entry with id \`${id}\` is in answers/.`, {
            fix: didYouMean(
              id,
              ids,
              "Add the answer first, or move these lines to `other-questions` in negatives.txt.",
            ),
            atName: true,
          }),
        );
      const mustHoldApp = id === APP_STATUS || entry?.app === "required";
      for (const [index, line] of lines.entries()) {
        const complain = (message: string, fix: string, words?: string) =>
          problems.push(problemAt([id, index], message, { fix, ...(words && { words }) }));
        const brace = /\{[^{}]*\}?|\}/.exec(line.replaceAll("{app}", ""))?.[0];
        if (brace !== undefined)
          complain(
            "Only {app} may stand in braces in a phrasing.",
            "Write {app} for the name of any app, or take the braces out.",
            brace,
          );
        else if (mustHoldApp && !line.includes("{app}"))
          complain("This answer is about an app, and no {app} stands in the line.", "Write {app} for the app's name.");
        if (!mustHoldApp && entry !== undefined && entry.app === undefined && line.includes("{app}"))
          complain("This answer takes no app, and {app} stands in the line.", "Take {app} out, or delete the line.");
        const key = keyOf(line);
        const owner = owners.get(key);
        if (owner !== undefined && owner !== id)
          complain(
            `This is also a phrasing of \`${owner}\`, and one wording has one answer.`,
            "Keep it where it fits better, and delete the other.",
          );
        owners.set(key, id);
      }
    }
  }
  if (negatives === undefined) return problems;
  const { near, ...groups } = negatives.value;
  const all: [Path, readonly string[]][] = [
    ...Object.entries(near).map(([id, lines]): [Path, string[]] => [["near", id], lines]),
    ...Object.entries(groups).map(([group, lines]): [Path, string[]] => [[group], lines]),
  ];
  for (const [path, lines] of all) {
    const id = String(path[1] ?? APP_STATUS);
    if (id !== APP_STATUS && !Object.hasOwn(known.entries, id) && !isLost(id))
      problems.push(
        negatives.problemAt(path, `No entry with id \`${id}\` is in answers/.`, {
          fix: didYouMean(id, Object.keys(known.entries), "Move these lines to `other-questions`."),
          atName: true,
        }),
      );
    for (const [index, line] of lines.entries()) {
      const owner = owners.get(keyOf(line));
      if (owner !== undefined)
        problems.push(
          negatives.problemAt(
            [...path, index],
            `This must not be answered, and it is also a phrasing of \`${owner}\`.`,
            {
              fix: "Delete one of the two.",
            },
          ),
        );
    }
  }
  return problems;
}

function checkGolden({ golden, negatives }: FoundFiles, known: Known, isLost: IsLost, keyOf: KeyOf): Problem[] {
  if (golden === undefined) return [];
  const { near = {}, ...groups } = negatives?.value ?? {};
  const taught = new Set(
    [...Object.values(known.phrasings), ...Object.values(near), ...Object.values(groups)].flat().map(keyOf),
  );
  return golden.value.flatMap(({ ask, expect, after }, index) => {
    const problems: Problem[] = [];
    if (taught.has(keyOf(ask)))
      problems.push(
        golden.problemAt(
          [index, "ask"],
          "This golden question is also a phrasing or a negative: it would test nothing.",
          { fix: "Word it differently, or delete it there." },
        ),
      );
    const labels = [...expect.map((label) => ["expect", label]), ...(after === undefined ? [] : [["after", after]])];
    for (const [field = "", label = ""] of labels) {
      const isOutcome = field === "expect" && (label === "none" || label === "choose");
      if (!isOutcome && !leadsSomewhere(label, known, isLost))
        problems.push(
          golden.problemAt([index, field], namesNothing(label), { words: label, fix: fixLabel(label, known) }),
        );
    }
    return problems;
  });
}

function checkFollowUps({ "follow-ups": followUps }: FoundFiles, { entries }: Known, isLost: IsLost): Problem[] {
  if (followUps === undefined) return [];
  return Object.entries(followUps.value).flatMap(([bare, ids]) =>
    ids.flatMap((id, index) => {
      if (isLost(id) || (Object.hasOwn(entries, id) && entries[id]?.app !== "required")) return [];
      const fix = didYouMean(id, Object.keys(entries), "Write the id of an answer that needs no app.");
      return [
        followUps.problemAt([bare, index], `No answer \`${id}\` that could be given without an app is in answers/.`, {
          fix,
        }),
      ];
    }),
  );
}

function checkMostAsked({ "most-asked": mostAsked }: FoundFiles, known: Known, isLost: IsLost): Problem[] {
  if (mostAsked === undefined) return [];
  return mostAsked.value.flatMap((label, index) =>
    leadsSomewhere(label, known, isLost)
      ? []
      : [mostAsked.problemAt([index], namesNothing(label), { fix: fixLabel(label, known) })],
  );
}

function leadsSomewhere(text: string, known: Known, isLost: IsLost): boolean {
  const label = parseLabel(text);
  if (label === undefined) return false;
  const isBroken = [label.entry, label.app].some((id) => id !== undefined && isLost(id));
  return isBroken || isKnownLabel(label, known);
}

const namesNothing = (label: string): string => `\`${label}\` names no answer and no app.`;

function fixLabel(label: string, { entries, apps }: Known): string {
  const known = [...Object.keys(entries), ...Object.keys(apps).map((id) => `app:${id}`), "none", "choose"];
  return didYouMean(label, known, "Write an answer's id, `app:` and an app's id, or both with `+` between them.");
}

/** To take a line apart is most of the work here, and each is looked at several times. */
function rememberKeys(): KeyOf {
  const keys = new Map<string, string>();
  return (line) => {
    const key = keys.get(line) ?? (tokenise(line.replaceAll("{app}", " theapp ")).join(" ") || line);
    keys.set(line, key);
    return key;
  };
}
