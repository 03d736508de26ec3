/** What an entry must keep to: its ids, slots and fields lead somewhere, and it fits into a message. */
import { didYouMean, type Problem } from "friendly-yaml";
import { sum } from "../values/sum.js";
import type { IsBroken } from "./broken-ids.js";
import type { FoundFiles } from "./data-files.js";
import { APP_STATUS, type EntryFields, type Known } from "./knowledge.js";
import { slotsAllowed, unknownSlots, unmatchedBrace } from "./slots.js";

/** Discord's limit on a message is 2000 characters; the rest is for the frame around an answer. */
const MAX_ANSWER_WITH_SOURCES = 1700;

/** Something wrong with a field of an entry; `words` are the ones that are meant if it is not the whole field. */
interface EntryComplaint {
  readonly field: keyof EntryFields;
  readonly message: string;
  readonly fix: string;
  readonly words?: string;
}

type EntryCheck = (entry: EntryFields, known: Known, isBroken: IsBroken) => EntryComplaint[];

/** Returns every problem of the files of answers, and of the slots in their translations. */
export function checkEntries(files: FoundFiles, known: Known, isBroken: IsBroken): Problem[] {
  const checks: readonly EntryCheck[] = [checkRelated, checkSlots, checkFields, checkLength];
  const ofEntries = files.answers.flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, raw]) =>
      checks
        .flatMap((check) => check(raw, known, isBroken))
        .map(({ field, message, ...complaint }) => problemAt([id, field], message, complaint)),
    ),
  );
  return [...checkIds(files), ...ofEntries, ...checkChinese(files, known)];
}

function checkIds({ answers }: FoundFiles): Problem[] {
  const seen = new Set<string>();
  return answers.flatMap(({ value, problemAt }) =>
    Object.keys(value).flatMap((id) => {
      if (id === APP_STATUS)
        return [
          problemAt([id], "This id stands for where an app stands.", { fix: "Write another one.", atName: true }),
        ];
      const isFirst = !seen.has(id);
      seen.add(id);
      if (isFirst) return [];
      const fix = "Give one of the two another id, or delete it.";
      return [problemAt([id], `Another file already has an entry \`${id}\`.`, { fix, atName: true })];
    }),
  );
}

const checkRelated: EntryCheck = ({ related }, { entries }, isBroken) =>
  related
    .filter((id) => !Object.hasOwn(entries, id) && !isBroken(id))
    .map((id) => ({
      field: "related",
      message: `No entry with id \`${id}\` is there.`,
      fix: didYouMean(id, Object.keys(entries), "Take it out."),
      words: id,
    }));

const checkSlots: EntryCheck = (entry) =>
  (["answer", "app-answer"] as const).flatMap((field): EntryComplaint[] => {
    const text = entry[field] ?? "";
    const unknown = unknownSlots(text, field === "app-answer" || entry.app === "required").map((slot) => ({
      field,
      message: `Nothing is known that could be shown for {${slot}}.`,
      fix: fixSlot(slot, entry),
      words: `{${slot}}`,
    }));
    const words = unmatchedBrace(text);
    if (words === undefined) return unknown;
    const message = "This brace belongs to no slot, and readers would see it as it stands.";
    const fix =
      "A slot has one brace on each side, like {date.signed}: put the one that is missing, or take this one out.";
    return [...unknown, { field, message, fix, words }];
  });

/** Checks the rules between the fields of an entry. */
const checkFields: EntryCheck = (entry) => {
  const { app, shows, reviewed, cites, "app-answer": appAnswer, "review-by": reviewBy } = entry;
  const place = app === "required" ? "answer" : "app-answer";
  const hasFact = entry[place]?.includes("{app.fact}") === true;
  const wording = "An entry with `app: optional` has an `app-answer`, and no other has one.";
  const fact = "`shows` and the slot {app.fact} go together, and one of them is missing.";
  const rules: [isViolated: boolean, field: keyof EntryFields, message: string, fix: string][] = [
    [app === "optional" && !appAnswer, "app", wording, "Add an `app-answer`, or take `app` out."],
    [app !== "optional" && !!appAnswer, "app-answer", wording, "Take it out, or add `app: optional`."],
    [!shows && hasFact, place, fact, "Add `shows: maker` or the like."],
    [
      !!shows && !app,
      "shows",
      "Only an entry with `app` shows a fact of one.",
      "Add `app: required`, or take `shows` out.",
    ],
    [!!shows && !hasFact, "shows", fact, "Write {app.fact} where the fact is to stand."],
    [
      !!reviewBy && reviewBy <= reviewed,
      "review-by",
      "This is not after the day on which it was reviewed.",
      "Write the day by which somebody is to review it again.",
    ],
    [
      !!reviewBy && cites.length === 0,
      "review-by",
      "An answer with `review-by` needs cites: long past that day its sources are all that is given.",
      "Cite a source, or take `review-by` out.",
    ],
  ];
  return rules.flatMap(([isViolated, field, message, fix]) => (isViolated ? [{ field, message, fix }] : []));
};

function checkLength(entry: EntryFields, known: Known): EntryComplaint[] {
  const excess = lengthWithSources(entry, known) - MAX_ANSWER_WITH_SOURCES;
  if (excess <= 0) return [];
  const message = "This is too long for one Discord message together with its sources.";
  return [{ field: "answer", message, fix: `Make it shorter by ${excess} characters, or cite less.` }];
}

/** A translation may lag behind its entry, or outlive it: then readers get the English text, and that is no problem. */
function checkChinese(files: FoundFiles, known: Known): Problem[] {
  return files["zh-CN/answers"].flatMap(({ value, problemAt }) =>
    Object.entries(value).flatMap(([id, translated]) =>
      (["answer", "app-answer"] as const).flatMap((field) => {
        const text = translated[field] ?? "";
        const withApp = field === "app-answer" || known.entries[id]?.app === "required";
        const unknown = unknownSlots(text, withApp).map((slot) => `{${slot}}`);
        const brace = unmatchedBrace(text);
        return [...unknown, ...(brace === undefined ? [] : [brace])].map((words) =>
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

function fixSlot(slot: string, { app }: EntryFields): string {
  const known = slotsAllowed(true);
  if (known.includes(slot))
    return app === undefined ? "Only an entry with `app` can show one." : "Only an `app-answer` can show one.";
  const list = `There are: ${known.map((one) => `{${one}}`).join(" ")}.`;
  return didYouMean(slot, known, list).replace(/`(.*)`/, "{$1}");
}

/** The length of the longest reply: the answer itself, or its wording about an app with the fact in it. */
function lengthWithSources(entry: EntryFields, { sources, apps }: Known): number {
  const { answer, "app-answer": appAnswer = answer, cites, shows } = entry;
  const facts = shows === undefined ? [] : Object.values(apps).flatMap((app) => app[shows] ?? []);
  // A reply that says the fact alone names the fact's documents alone.
  const others = appAnswer === "{app.fact}" ? [] : cites;
  return Math.max(
    Math.max(answer.length, appAnswer.length) + lengthOf(cites),
    ...facts.map((fact) => appAnswer.replace("{app.fact}", fact.text).length + lengthOf([...others, ...fact.cites])),
  );

  /** A reply names each document once, with all its places. */
  function lengthOf(cited: EntryFields["cites"]): number {
    const places = sum(cited.map(({ at = "" }) => at.length));
    const documents = [...new Set(cited.map(({ source }) => source))].map((source) => {
      const { publisher = "", date = "", url = "" } = sources[source] ?? {};
      return publisher.length + date.length + url.length + 12;
    });
    return places + sum(documents);
  }
}
