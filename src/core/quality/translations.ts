/** Finds the Chinese translations that are missing, no longer match their English text, or translate nothing. */
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

function checkOrphans(files: ReadFiles, knowledge: Knowledge) {
  const fix = "Take it out, or name the English text that it translates.";
  const translated = [
    ...files["zh-CN/answers"].map((file) => ({ file, there: knowledge.entries })),
    { file: files["zh-CN/apps"], there: knowledge.apps },
    { file: files["zh-CN/sources"], there: knowledge.sources },
  ];
  return translated.flatMap(({ file, there }) =>
    Object.keys(file?.value ?? {}).flatMap((id) =>
      file === undefined || Object.hasOwn(there, id)
        ? []
        : [file.problemAt([id], `\`${id}\` translates nothing that is there.`, { fix, atName: true })],
    ),
  );
}

function checkEachText(files: ReadFiles, knowledge: Knowledge) {
  const { nameOf } = writerFor(knowledge, "zh-CN");
  const apps = Object.values(knowledge.apps);
  const translations = [...files["zh-CN/answers"], files["zh-CN/apps"], files["zh-CN/order"], files["zh-CN/sources"]];
  return listTranslatable(knowledge).flatMap(({ name, file, digest, state, english, chinese = "" }) => {
    const [id = "", field] = name.split(" ");
    const path = field === undefined ? [id] : [id, field];
    const found = translations.find((one) => one?.file === file);
    if (state === "translated") {
      const differences = findDifferences(english, chinese, apps, nameOf);
      if (differences.length === 0 || found === undefined) return [];
      const message = `The translation of \`${name}\` differs: ${differences.join("; ")}.`;
      return [
        found.problemAt(path, message, {
          fix: "Give both texts the same dates, figures, slots and apps.",
          atName: true,
        }),
      ];
    }
    if (state === "stale" && found !== undefined) {
      const message = `The English text of \`${name}\` has changed since this was translated, and Chinese readers get it in English.`;
      return [found.problemAt([...path, "of"], message, { fix: `Compare both, then write \`of: ${digest}\`.` })];
    }
    const message = `\`${name}\` is not translated, and Chinese readers get it in English.`;
    const fix = `\`npm run check -- --translations\` prints the form of each, to be filled in and put into ${file}.`;
    const isOfEntry = file.startsWith("zh-CN/answers/");
    const ofEntry = isOfEntry ? files.answers.find(({ value }) => Object.hasOwn(value, id)) : undefined;
    const [source, place] = ofEntry
      ? [ofEntry, [id]]
      : file === "zh-CN/apps.yaml"
        ? [files.apps, ["apps", id]]
        : [files.order, [id]];
    return [source.problemAt(place, message, { fix, atName: true })];
  });
}
