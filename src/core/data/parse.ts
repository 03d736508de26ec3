/** Turns the data files into knowledge, or into everything that is wrong with them, all at once. */
import { type DataFile, type Problem, type ReadResult, readYaml } from "friendly-yaml";
import type { z } from "zod";
import { findBrokenIds, findMissingAnswers } from "./broken-ids.js";
import {
  type DataFiles,
  entriesOf,
  FILES,
  FOLDERS,
  type FoundFiles,
  fixName,
  isDataFile,
  isInFolder,
  isList,
  kindOf,
  type ReadFiles,
  TRANSLATIONS,
  withEnding,
} from "./data-files.js";
import { HINTS } from "./hints.js";
import type { Knowledge, Known } from "./knowledge.js";
import { readQuestionList } from "./question-list.js";
import { checkReferences } from "./references.js";

const BRING_BACK =
  "Bring it back: on GitHub with Revert in the pull request that took it away, which the folder's History leads to; on a machine with `git restore` and its path.";
const OR_RETIRE = "Where its answers are to go, take their phrasings out first.";

export type Parsed =
  /** With `read`, further checks point at places in the files. It holds functions, so no process can send it. */
  | { readonly kind: "good"; readonly knowledge: Knowledge; readonly read: ReadFiles }
  | { readonly kind: "bad"; readonly problems: readonly [Problem, ...Problem[]] };

/** What files held when they were read before: reading them is most of the time that parsing takes. */
export interface FileMemory {
  /** What a file of that name with that content was found to hold; undefined where it was not read before. */
  recall(file: string, bytes: Uint8Array): unknown;
  keep(file: string, bytes: Uint8Array, value: unknown): void;
}

/** Parses all files together. Pure: the same files give the same result, and `memory` gives it sooner. */
export function parse(files: DataFiles, memory?: FileMemory): Parsed {
  const problems: Problem[] = [];
  const broken = new Set<string>();
  const complain = (file: string, message: string, fix: string) => {
    broken.add(file);
    problems.push({ file, line: 1, column: 1, message, fix });
  };
  const read = (file: string, fileSchema: z.ZodType): DataFile<unknown> | undefined => {
    const bytes = files.get(file);
    if (bytes === undefined) {
      complain(file, "The file is missing.", BRING_BACK);
      return undefined;
    }
    const readAfresh = () =>
      isList(kindOf(file))
        ? readQuestionList(file, bytes, fileSchema, kindOf(file) === "follow-up-questions")
        : readYaml(file, bytes, fileSchema, HINTS);
    const known = memory?.recall(file, bytes);
    if (known !== undefined) return remember(file, known, readAfresh);
    const result = readAfresh();
    if ("value" in result) {
      memory?.keep(file, bytes, result.value);
      return result;
    }
    broken.add(file);
    problems.push(...result.problems);
    return result.rest;
  };

  const names = [...files.keys()].sort();
  const singles = Object.entries({ ...FILES, ...TRANSLATIONS })
    .filter(([name]) => Object.hasOwn(FILES, name) || files.has(withEnding(name)))
    .map(([name, fileSchema]) => [name, read(withEnding(name), fileSchema)]);
  const folders = Object.entries(FOLDERS).map(([folder, fileSchema]) => {
    const inFolder = names.filter((name) => isInFolder(name) && kindOf(name) === folder);
    return [folder, inFolder.flatMap((name) => read(name, fileSchema) ?? [])];
  });
  for (const name of names)
    if (!isDataFile(name))
      complain(name, "No data file of this name is known, so nothing would read it.", fixName(name, files));

  const found = Object.fromEntries([...singles, ...folders]) as FoundFiles;
  const known = gather(found);
  const references = () => ({ files: found, known, isBroken: findBrokenIds(files, found, broken) });
  for (const file of findMissingAnswers(files, references()))
    complain(file, "The file is missing, and its phrasings are there.", `${BRING_BACK} ${OR_RETIRE}`);
  const unfounded = checkReferences(references());
  // An id of no good form leads nowhere either, and which one it should have been says more.
  const told = new Set(unfounded.map(placeOf));
  const [first, ...others] = [...problems.filter((problem) => !told.has(placeOf(problem))), ...unfounded].sort(
    (a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column,
  );
  if (first !== undefined) return { kind: "bad", problems: [first, ...others] };
  const whole = found as ReadFiles;
  return { kind: "good", knowledge: join(whole, known), read: whole };
}

/** A file whose content is known: it is read again only to say where in it something is wrong. */
function remember(file: string, value: unknown, readAgain: () => ReadResult<unknown>): DataFile<unknown> {
  let read: ReadResult<unknown> | undefined;
  return {
    file,
    value,
    problemAt(...complaint) {
      read ??= readAgain();
      if (!("value" in read)) throw new Error("a file that was good is bad on a second look");
      return read.problemAt(...complaint);
    },
  };
}

const placeOf = ({ file, line, column }: Problem): string => `${file}:${line}:${column}`;

const topicOf = (file: string): string => file.replace(/^answers\/|\.yaml$/g, "");

function gather(files: FoundFiles): Known {
  const apps = Object.entries(files.apps?.value.apps ?? {});
  return {
    sources: files.sources?.value.sources ?? {},
    apps: Object.fromEntries(apps.map(([id, app]) => [id, { ...app, id }])),
    entries: Object.fromEntries(
      entriesOf(files.answers).map(({ id, entry, file }) => [id, { ...entry, id, topic: topicOf(file) }]),
    ),
    phrasings: Object.assign({}, ...files.phrasings.map(({ value }) => value)),
  };
}

function join(files: ReadFiles, known: Known): Knowledge {
  return {
    ...known,
    order: files.order.value,
    ambiguous: files.apps.value.ambiguous,
    unlisted: files.apps.value.unlisted,
    negatives: files.negatives.value,
    words: files.words.value.same,
    misspelt: files.words.value.misspelt,
    matter: files.words.value.matter,
    ambient: files.ambient.value,
    golden: files.golden.value,
    followUps: files["follow-ups"].value,
    followUpQuestions: files["follow-up-questions"].flatMap(({ value }) =>
      Object.entries(value).flatMap(([after, lists]) =>
        Object.entries(lists).map(([next, lines]) => ({ after, next, lines })),
      ),
    ),
    mostAsked: files["most-asked"].value,
    chinese: {
      entries: Object.assign({}, ...files["zh-CN/answers"].map(({ value }) => value)),
      apps: files["zh-CN/apps"]?.value ?? {},
      order: files["zh-CN/order"]?.value ?? { timeline: [] },
      sources: files["zh-CN/sources"]?.value ?? {},
      terms: files["zh-TW/terms"]?.value ?? {},
    },
  };
}
