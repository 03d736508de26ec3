/** Turns the data files into knowledge, or into everything that is wrong with them, all at once. */
import type { z } from "zod";
import { type DataFiles, FILES, FOLDERS, IN_A_FOLDER, type ReadFiles } from "./data-files.js";
import type { App, Entry, Knowledge } from "./knowledge.js";
import { didYouMean } from "./nearest-name.js";
import type { Problem } from "./problem.js";
import { checkReferences } from "./references.js";
import { readYamlFile, type YamlFile } from "./yaml-file.js";

interface Bad {
  readonly kind: "bad";
  readonly problems: readonly [Problem, ...Problem[]];
}
export type Parsed = { readonly kind: "good"; readonly knowledge: Knowledge } | Bad;

/** What files held when they were read before: reading them is most of the time that parsing takes. */
export interface FileMemory {
  /** What a file of that name with that content was found to hold; undefined where it was not read before. */
  recall(file: string, bytes: Uint8Array): unknown;
  keep(file: string, bytes: Uint8Array, value: unknown): void;
}

/** Parses all files together. Pure: the same files give the same result, and `memory` gives it sooner. */
export function parse(files: DataFiles, memory?: FileMemory): Parsed {
  const parsed = parseWithPlaces(files, memory);
  return parsed.kind === "bad" ? parsed : { kind: "good", knowledge: parsed.knowledge };
}

/** The same, and `read` for whoever has more to say about places in the files. */
export function parseWithPlaces(
  files: DataFiles,
  memory?: FileMemory,
): { readonly kind: "good"; readonly knowledge: Knowledge; readonly read: ReadFiles } | Bad {
  const problems: Problem[] = [];
  const complain = (file: string, message: string, fix: string) =>
    problems.push({ file, line: 1, column: 1, message, fix });
  const read = (file: string, fileSchema: z.ZodType): YamlFile<unknown> | undefined => {
    const bytes = files.get(file);
    if (bytes === undefined) {
      complain(file, "The file is missing.", "Bring it back: `git restore` followed by its path does.");
      return undefined;
    }
    const known = memory?.recall(file, bytes);
    if (known !== undefined) return remember(known, () => readYamlFile(file, bytes, fileSchema));
    const result = readYamlFile(file, bytes, fileSchema);
    if ("value" in result) {
      memory?.keep(file, bytes, result.value);
      return result;
    }
    problems.push(...result);
    return undefined;
  };

  const names = [...files.keys()].sort();
  const singles = Object.entries(FILES).map(([name, fileSchema]) => [name, read(`${name}.yaml`, fileSchema)]);
  const folders = Object.entries(FOLDERS).map(([folder, fileSchema]) => {
    const inFolder = names.filter((name) => IN_A_FOLDER.test(name) && name.startsWith(`${folder}/`));
    return [folder, inFolder.map((name) => read(name, fileSchema))];
  });
  for (const name of names)
    if (!(name.replace(/\.yaml$/, "") in FILES) && !IN_A_FOLDER.test(name))
      complain(
        name,
        "No data file of this name is known, so nothing would read it.",
        didYouMean(
          name,
          [
            ...Object.keys(FILES).map((known) => `${known}.yaml`),
            ...Object.keys(FOLDERS).map((known) => `${known}/${name.split("/").at(-1)}`),
          ],
          "Move it out, or into answers/ or phrasings/, in small letters and with the ending .yaml.",
        ),
      );

  if (problems.length === 0) {
    const whole = Object.fromEntries([...singles, ...folders]) as ReadFiles;
    const knowledge = join(whole, topicsOf(names));
    problems.push(...checkReferences(whole, knowledge));
    if (problems.length === 0) return { kind: "good", knowledge, read: whole };
  }
  const [first, ...others] = problems.sort(
    (a, b) => a.file.localeCompare(b.file, "en") || a.line - b.line || a.column - b.column,
  );
  if (first === undefined) throw new Error("a file was not read, yet no problem says why");
  return { kind: "bad", problems: [first, ...others] };
}

/** A file whose content is known: it is read again only to say where in it something is wrong. */
function remember(value: unknown, readAgain: () => ReturnType<typeof readYamlFile>): YamlFile<unknown> {
  let read: ReturnType<typeof readYamlFile> | undefined;
  return {
    value,
    problemAt(...complaint) {
      read ??= readAgain();
      if (!("value" in read)) throw new Error("a file that was good is bad on a second look");
      return read.problemAt(...complaint);
    },
  };
}

const topicsOf = (names: readonly string[]): string[] =>
  names.flatMap((name) => /^answers\/(.*)\.yaml$/.exec(name)?.[1] ?? []);

function join(files: ReadFiles, topics: readonly string[]): Knowledge {
  const entries = files.answers.flatMap(({ value }, index) =>
    Object.entries(value).map(([id, entry]): [string, Entry] => [id, { ...entry, id, topic: topics[index] ?? "" }]),
  );
  const apps = Object.entries(files.apps.value.apps).map(([id, app]): [string, App] => [id, { ...app, id }]);
  return {
    order: files.order.value,
    sources: files.sources.value.sources,
    apps: Object.fromEntries(apps),
    ambiguous: files.apps.value.ambiguous,
    unlisted: files.apps.value.unlisted,
    entries: Object.fromEntries(entries),
    phrasings: Object.assign({}, ...files.phrasings.map(({ value }) => value)),
    negatives: files.negatives.value,
    words: files.words.value.same,
    ambient: files.ambient.value,
    golden: files.golden.value,
    mostAsked: files["most-asked"].value,
  };
}
