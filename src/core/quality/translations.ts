/** Finds the Chinese translations that are missing, no longer match their English text, or translate nothing. */
import type { Problem } from "friendly-yaml";
import type { ReadFiles } from "../data/data-files.js";
import type { Knowledge } from "../data/knowledge.js";
import { writerFor } from "../reply/writer.js";
import { findDifferences } from "./equal-facts.js";
import { advise, type Finding } from "./finding.js";
import { listTranslatable } from "./translatable.js";

/** Returns the translations that an edit of the English texts made stale. */
export function findMadeStale(before: Knowledge, after: Knowledge): string[] {
  const states = new Map(listTranslatable(after).map(({ name, state }) => [name, state]));
  return listTranslatable(before).flatMap(({ name, state }) =>
    state === "translated" && (states.get(name) ?? "translated") !== "translated" ? [name] : [],
  );
}

/** Advises on what Chinese readers get in English, and on translations of texts that no longer exist. */
export const checkTranslations = (files: ReadFiles, knowledge: Knowledge): Finding[] =>
  [...checkEachText(files, knowledge), ...checkOrphans(files, knowledge)].map((problem) =>
    advise("translations", problem),
  );

function* checkOrphans(files: ReadFiles, { entries, apps, sources }: Knowledge): Generator<Problem> {
  const fix = "Take it out, or name the English text that it translates.";
  const translated = [
    ...files["zh-CN/answers"].map((file) => ({ file, there: entries })),
    { file: files["zh-CN/apps"], there: apps },
    { file: files["zh-CN/sources"], there: sources },
  ];
  for (const { file, there } of translated)
    for (const id of Object.keys(file?.value ?? {}))
      if (file !== undefined && !Object.hasOwn(there, id))
        yield file.problemAt([id], `\`${id}\` translates nothing that is there.`, { fix, atName: true });
}

function* checkEachText(files: ReadFiles, knowledge: Knowledge): Generator<Problem> {
  const { nameOf } = writerFor(knowledge, "zh-CN");
  const apps = Object.values(knowledge.apps);
  const translations = [...files["zh-CN/answers"], files["zh-CN/apps"], files["zh-CN/order"], files["zh-CN/sources"]];
  for (const { name, file, digest, state, english, chinese = "" } of listTranslatable(knowledge)) {
    const path = name.split(" ").slice(0, 2);
    const found = translations.find((one) => one?.file === file);
    if (state === "translated") {
      const differences = findDifferences(english, chinese, apps, nameOf);
      const message = `The translation of \`${name}\` differs: ${differences.join("; ")}.`;
      const fix = "Give both texts the same dates, figures, slots and apps.";
      if (differences.length > 0 && found !== undefined) yield found.problemAt(path, message, { fix, atName: true });
    } else if (state === "stale" && found !== undefined) {
      const message = `The English text of \`${name}\` has changed since this was translated, and Chinese readers get it in English.`;
      yield found.problemAt([...path, "of"], message, { fix: `Compare both, then write \`of: ${digest}\`.` });
    } else {
      const message = `\`${name}\` is not translated, and Chinese readers get it in English.`;
      const fix = `\`npm run check -- --translations\` prints the form of each, to be filled in and put into ${file}.`;
      const source = [...files.answers, files.apps].find((one) => `zh-CN/${one.file}` === file) ?? files.order;
      const place = [...(source === files.apps ? ["apps"] : []), ...path.slice(0, 1)];
      yield source.problemAt(place, message, { fix, atName: true });
    }
  }
}
