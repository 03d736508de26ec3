/** What an entry must keep to: its ids, slots and fields lead somewhere, and it fits into a message. */
import type { FoundFiles } from "./data-files.js";
import type { Entry, Known } from "./knowledge.js";
import type { IsLost } from "./lost-ids.js";
import { didYouMean } from "./nearest-name.js";
import type { Problem } from "./problem.js";
import { slotsAllowed, strayBrace, unknownSlots } from "./slots.js";

/** Discord's limit on a message is 2000 characters; the rest is for the frame around an answer. */
const MAX_ANSWER_WITH_SOURCES = 1700;

/** Every problem of the files of answers, and of the slots in their translations. */
export function checkEntries(files: FoundFiles, known: Known, isLost: IsLost): Problem[] {
  return [...checkEnglish(files, known, isLost), ...checkChinese(files, known)];
}

/** A translation may lag behind its entry, or outlive it: then readers get the English text, and that is no problem. */
function checkChinese(files: FoundFiles, known: Known): Problem[] {
  return files["zh-CN/answers"].flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, translated]) =>
      (["answer", "app-answer"] as const).flatMap((field) => {
        const text = translated[field] ?? "";
        const withApp = field === "app-answer" || known.entries[id]?.app === "required";
        const unknown = unknownSlots(text, withApp).map((slot) => `{${slot}}`);
        const stray = strayBrace(text);
        return [...unknown, ...(stray === undefined ? [] : [stray])].map((words) =>
          problemAt([id, field], "Readers would see this brace as it stands.", {
            fix: `Write the slots of the English text: ${slotsAllowed(withApp)
              .map((slot) => `{${slot}}`)
              .join(" ")}.`,
            words,
          }),
        );
      }),
    ),
  );
}

function checkEnglish(files: FoundFiles, known: Known, isLost: IsLost): Problem[] {
  const seen = new Set<string>();
  return files.answers.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, raw]) => {
      const entry: Entry = { ...raw, id, topic: "" };
      const problems: Problem[] = [];
      const complain = (field: string, message: string, fix: string, words?: string) =>
        problems.push(problemAt([id, field], message, { fix, ...(words && { words }) }));
      if (seen.has(id))
        problems.push(
          problemAt([id], `Another file already has an entry \`${id}\`.`, {
            fix: "Give one of the two another id, or delete it.",
            atName: true,
          }),
        );
      seen.add(id);
      for (const related of entry.related)
        if (!Object.hasOwn(known.entries, related) && !isLost(related))
          complain(
            "related",
            `No entry with id \`${related}\` is there.`,
            didYouMean(related, Object.keys(known.entries), "Take it out."),
            related,
          );
      for (const field of ["answer", "app-answer"] as const) {
        const text = entry[field] ?? "";
        for (const slot of unknownSlots(text, field === "app-answer" || entry.app === "required"))
          complain(field, `Nothing is known that could be shown for {${slot}}.`, fixSlot(slot, entry), `{${slot}}`);
        const stray = strayBrace(text);
        if (stray !== undefined)
          complain(
            field,
            "This brace belongs to no slot, and readers would see it as it stands.",
            "A slot has one brace on each side, like {date.signed}: put the one that is missing, or take this one out.",
            stray,
          );
      }
      if ((entry.app === "optional") !== (entry["app-answer"] !== undefined))
        complain(
          entry.app === "optional" ? "app" : "app-answer",
          "An entry with `app: optional` has an `app-answer`, and no other has one.",
          entry.app === "optional" ? "Add an `app-answer`, or take `app` out." : "Take it out, or add `app: optional`.",
        );
      if (entry.shows !== undefined && entry.app === undefined)
        complain("shows", "Only an entry with `app` shows a fact of one.", "Add `app: required`, or take `shows` out.");
      const shown = entry.app === "required" ? entry.answer : (entry["app-answer"] ?? "");
      if (shown.includes("{app.fact}") !== (entry.shows !== undefined))
        complain(
          entry.shows === undefined ? "answer" : "shows",
          "`shows` and the slot {app.fact} go together, and one of them is missing.",
          entry.shows === undefined
            ? "Add `shows: maker` or the like."
            : "Write {app.fact} where the fact is to stand.",
        );
      const { "review-by": reviewBy, reviewed, cites } = entry;
      if (reviewBy !== undefined && reviewBy <= reviewed)
        complain(
          "review-by",
          "This is not after the day on which it was reviewed.",
          "Write the day by which somebody is to review it again.",
        );
      if (reviewBy !== undefined && cites.length === 0)
        complain(
          "review-by",
          "An answer with `review-by` needs cites: long past that day its sources are all that is given.",
          "Cite a source, or take `review-by` out.",
        );
      const tooLong = lengthWithSources(entry, known) - MAX_ANSWER_WITH_SOURCES;
      if (tooLong > 0)
        complain(
          "answer",
          "This is too long for one Discord message together with its sources.",
          `Make it shorter by ${tooLong} characters, or cite less.`,
        );
      return problems;
    }),
  );
}

function fixSlot(slot: string, { app }: Entry): string {
  const known = slotsAllowed(true);
  if (known.includes(slot))
    return app === undefined ? "Only an entry with `app` can show one." : "Only an `app-answer` can show one.";
  const list = `There are: ${known.map((one) => `{${one}}`).join(" ")}.`;
  return didYouMean(slot, known, list).replace(/`(.*)`/, "{$1}");
}

function lengthWithSources(entry: Entry, { sources, apps }: Known): number {
  const { shows } = entry;
  const facts = shows === undefined ? [] : Object.values(apps).flatMap((app) => app[shows] ?? []);
  const longestFact = Math.max(0, ...facts.map(({ text, cites }) => text.length + lengthOf(cites)));
  const lengthOfText = Math.max(entry.answer.length, entry["app-answer"]?.length ?? 0);
  return lengthOfText + lengthOf(entry.cites) + longestFact;

  function lengthOf(cites: Entry["cites"]): number {
    return cites.reduce((sum, { source, at = "" }) => {
      const { publisher = "", date = "", url = "" } = sources[source] ?? {};
      return sum + publisher.length + date.length + url.length + at.length + 12;
    }, 0);
  }
}
