/** What holds between the files of questions: one wording has one answer, and every label names something. */
import type { ReadFiles } from "./data-files.js";
import { APP_STATUS, isKnownLabel, type Knowledge } from "./knowledge.js";
import { parseLabel } from "./label.js";
import type { Problem } from "./problem.js";
import { tokenise } from "./text.js";
import type { Path } from "./yaml-file.js";

/** Every problem of phrasings, negatives, golden questions and the most asked. */
export const checkQuestions = (files: ReadFiles, knowledge: Knowledge): Problem[] => [
  ...checkLines(files, knowledge),
  ...checkGolden(files, knowledge),
  ...checkMostAsked(files, knowledge),
];

function checkLines({ phrasings, negatives }: ReadFiles, knowledge: Knowledge): Problem[] {
  const owners = new Map<string, string>();
  const seen = new Set<string>();
  const problems: Problem[] = [];
  for (const { value, problemAt } of phrasings) {
    for (const [id, lines] of Object.entries(value)) {
      if (seen.has(id)) problems.push(problemAt([id], `another file already has the phrasings of ${id}`));
      seen.add(id);
      const entry = Object.hasOwn(knowledge.entries, id) ? knowledge.entries[id] : undefined;
      if (entry === undefined && id !== APP_STATUS) problems.push(problemAt([id], `no entry with id "${id}"`));
      const mustHoldApp = id === APP_STATUS || entry?.app === "required";
      for (const [index, line] of lines.entries()) {
        const complain = (message: string) => problems.push(problemAt([id, index], message));
        if (mustHoldApp && !line.includes("{app}")) complain("asks about an app, so it must hold {app}");
        if (!mustHoldApp && entry?.app === undefined && line.includes("{app}"))
          complain("this entry takes no app, so no {app}");
        const key = questionKey(line);
        const owner = owners.get(key);
        if (owner !== undefined && owner !== id) complain(`also a phrasing of ${owner}: one wording, one answer`);
        owners.set(key, id);
      }
    }
  }
  const { near, ...groups } = negatives.value;
  const all: [Path, readonly string[]][] = [
    ...Object.entries(near).map(([id, lines]): [Path, string[]] => [["near", id], lines]),
    ...Object.entries(groups).map(([group, lines]): [Path, string[]] => [[group], lines]),
  ];
  for (const [path, lines] of all) {
    const id = String(path[1] ?? APP_STATUS);
    if (id !== APP_STATUS && !Object.hasOwn(knowledge.entries, id))
      problems.push(negatives.problemAt(path, `no entry with id "${id}"`));
    for (const [index, line] of lines.entries()) {
      const owner = owners.get(questionKey(line));
      if (owner !== undefined) problems.push(negatives.problemAt([...path, index], `is also a phrasing of ${owner}`));
    }
  }
  return problems;
}

function checkGolden({ golden, negatives }: ReadFiles, knowledge: Knowledge): Problem[] {
  const { near, ...groups } = negatives.value;
  const taught = new Set(
    [...Object.values(knowledge.phrasings), ...Object.values(near), ...Object.values(groups)].flat().map(questionKey),
  );
  return golden.value.flatMap(({ ask, expect, after }, index) => {
    const problems: Problem[] = [];
    if (taught.has(questionKey(ask)))
      problems.push(
        golden.problemAt(
          [index, "ask"],
          "a golden question is not also a phrasing or a negative: it would test nothing",
        ),
      );
    const labels = [...expect.map((label) => ["expect", label]), ...(after === undefined ? [] : [["after", after]])];
    for (const [field = "", label = ""] of labels) {
      const parsed = parseLabel(label);
      const isOutcome = field === "expect" && (label === "none" || label === "choose");
      if (!isOutcome && (parsed === undefined || !isKnownLabel(parsed, knowledge)))
        problems.push(golden.problemAt([index, field], `"${label}" names no answer and no app`));
    }
    return problems;
  });
}

function checkMostAsked({ "most-asked": mostAsked }: ReadFiles, knowledge: Knowledge): Problem[] {
  return mostAsked.value.flatMap((text, index) => {
    const label = parseLabel(text);
    const isKnown = label !== undefined && isKnownLabel(label, knowledge);
    return isKnown ? [] : [mostAsked.problemAt([index], `"${text}" names no answer and no app`)];
  });
}

const questionKey = (line: string): string => tokenise(line.replaceAll("{app}", " theapp ")).join(" ") || line;
