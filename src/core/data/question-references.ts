/** What holds between the lists of questions: each heading names an answer, and one wording has one answer. */
import { type DataFile, didYouMean, type Path, type Problem } from "friendly-yaml";
import { tokenise } from "../text/text.js";
import type { IsBroken } from "./broken-ids.js";
import type { FoundFiles } from "./data-files.js";
import { APP_STATUS, type Known } from "./knowledge.js";

interface QuestionSection {
  readonly problemAt: DataFile<unknown>["problemAt"];
  readonly path: Path;
  /** The id in the heading; undefined for a group of negatives. */
  readonly id?: string;
  readonly lines: readonly string[];
}

/** Returns every problem of phrasings, negatives and the wordings of golden questions. */
export function checkQuestions(files: FoundFiles, known: Known, isBroken: IsBroken): Problem[] {
  const phrasings = files.phrasings.flatMap(({ value, problemAt }) =>
    Object.entries(value).map(([id, lines]): QuestionSection => ({ problemAt, path: [id], id, lines })),
  );
  const negatives = sectionsOf(files.negatives);
  const isAnswer = (id: string) => id === APP_STATUS || Object.hasOwn(known.entries, id) || isBroken(id);
  return [
    ...checkHeadings(
      phrasings,
      isAnswer,
      known,
      "Add the answer first, or move these lines to `other-questions` in negatives.txt.",
    ),
    ...checkHeadings(negatives, isAnswer, known, "Move these lines to `other-questions`."),
    ...checkSplit(phrasings),
    ...phrasings.flatMap((section) => checkAppSlots(section, known)),
    ...checkWordings(phrasings, negatives, files.golden),
  ];
}

function sectionsOf(negatives: FoundFiles["negatives"]): QuestionSection[] {
  if (negatives === undefined) return [];
  const { problemAt, value } = negatives;
  const { near, ...groups } = value;
  return [
    ...Object.entries(near).map(([id, lines]): QuestionSection => ({ problemAt, path: ["near", id], id, lines })),
    ...Object.entries(groups).map(([group, lines]): QuestionSection => ({ problemAt, path: [group], lines })),
  ];
}

/** Returns a problem for each heading that names no answer; `fix` is what to do if no id is near. */
function checkHeadings(
  sections: readonly QuestionSection[],
  isAnswer: (id: string) => boolean,
  { entries }: Known,
  fix: string,
): Problem[] {
  return sections.flatMap(({ problemAt, path, id }) => {
    if (id === undefined || isAnswer(id)) return [];
    const nearest = didYouMean(id, [APP_STATUS, ...Object.keys(entries)], fix);
    return [problemAt(path, `No entry with id \`${id}\` is in answers/.`, { fix: nearest, atName: true })];
  });
}

/** Returns a problem for each answer whose phrasings stand in two files. */
function checkSplit(phrasings: readonly QuestionSection[]): Problem[] {
  const seen = new Set<string | undefined>();
  return phrasings.flatMap(({ problemAt, path, id }) => {
    const isFirst = !seen.has(id);
    seen.add(id);
    if (isFirst) return [];
    const message = `Another file already has the phrasings of \`${id}\`.`;
    return [problemAt(path, message, { fix: "Move them all into one file.", atName: true })];
  });
}

type AppSlot = "required" | "optional" | "none" | "unknown";

/** Returns a problem for each phrasing that lacks `{app}`, has one too many, or has another thing in braces. */
function checkAppSlots({ problemAt, path, id = "", lines }: QuestionSection, { entries }: Known): Problem[] {
  const slot = appSlotOf(id, entries);
  return lines.flatMap((line, index) => {
    const complaint = complainAboutSlots(line, slot);
    return complaint === undefined ? [] : [problemAt([...path, index], complaint.message, complaint)];
  });
}

function appSlotOf(id: string, entries: Known["entries"]): AppSlot {
  if (id === APP_STATUS) return "required";
  return Object.hasOwn(entries, id) ? (entries[id]?.app ?? "none") : "unknown";
}

function complainAboutSlots(line: string, slot: AppSlot) {
  const hasSlot = line.includes("{app}");
  const brace = /\{[^{}]*\}?|\}/.exec(line.replaceAll("{app}", ""))?.[0];
  if (brace !== undefined)
    return {
      message: "Only {app} may stand in braces in a phrasing.",
      fix: "Write {app} for the name of any app, or take the braces out.",
      words: brace,
    };
  if (slot === "required" && !hasSlot)
    return {
      message: "This answer is about an app, and no {app} stands in the line.",
      fix: "Write {app} for the app's name.",
    };
  if (slot === "none" && hasSlot)
    return {
      message: "This answer takes no app, and {app} stands in the line.",
      fix: "Take {app} out, or delete the line.",
    };
  return undefined;
}

/** Returns a problem for each wording that stands in two places that contradict each other, however it is written. */
function checkWordings(
  phrasings: readonly QuestionSection[],
  negatives: readonly QuestionSection[],
  golden: FoundFiles["golden"],
): Problem[] {
  const owners = new Map<string, string>();
  const ofPhrasings = checkLines(phrasings, ({ id = "" }, key) => {
    const owner = owners.get(key) ?? id;
    owners.set(key, owner);
    if (owner === id) return undefined;
    const message = `This is also a phrasing of \`${owner}\`, and one wording has one answer.`;
    return { message, fix: "Keep it where it fits better, and delete the other." };
  });
  const notAnswered = new Set<string>();
  const ofNegatives = checkLines(negatives, (_, key) => {
    notAnswered.add(key);
    const owner = owners.get(key);
    if (owner === undefined) return undefined;
    const message = `This must not be answered, and it is also a phrasing of \`${owner}\`.`;
    return { message, fix: "Delete one of the two." };
  });
  const ofGolden = (golden?.value ?? []).flatMap(({ ask }, index) => {
    const key = questionKey(ask);
    if (golden === undefined || !(owners.has(key) || notAnswered.has(key))) return [];
    const message = "This golden question is also a phrasing or a negative: it would test nothing.";
    return [golden.problemAt([index, "ask"], message, { fix: "Word it differently, or delete it there." })];
  });
  return [...ofPhrasings, ...ofNegatives, ...ofGolden];
}

function checkLines(
  sections: readonly QuestionSection[],
  check: (section: QuestionSection, key: string) => { readonly message: string; readonly fix: string } | undefined,
): Problem[] {
  return sections.flatMap((section) =>
    section.lines.flatMap((line, index) => {
      const complaint = check(section, questionKey(line));
      if (complaint === undefined) return [];
      return [section.problemAt([...section.path, index], complaint.message, { fix: complaint.fix })];
    }),
  );
}

/** Returns the same key for the same question, however it is written. */
export const questionKey = (line: string): string => tokenise(line.replaceAll("{app}", " theapp ")).join(" ") || line;
