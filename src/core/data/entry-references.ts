/** What an entry must keep to: its ids, slots and fields lead somewhere, and it fits into a message. */
import { didYouMean, type Problem } from "friendly-yaml";
import { sum } from "../values/sum.js";
import type { References } from "./broken-ids.js";
import { entriesOf } from "./data-files.js";
import { APP_STATUS, type EntryFields, type Known } from "./knowledge.js";
import { slotsAllowed, unknownSlots, unmatchedBrace } from "./slots.js";

/** Discord's limit on a message is 2000 characters; the rest is for the frame around an answer. */
const MAX_ANSWER_WITH_SOURCES = 1700;

const TEXTS = ["answer", "app-answer"] as const;

/** Something wrong with a field of an entry; `words` are the ones that are meant if it is not the whole field. */
type EntryComplaint = readonly [field: keyof EntryFields, message: string, fix: string, words?: string];

/** Yields every problem of the files of answers, and of the slots in their translations. */
export function* checkEntries(references: References): Generator<Problem> {
  const { files, known, isBroken } = references;
  const seen = new Set<string>();
  for (const { id, entry, problemAt } of entriesOf(files.answers)) {
    const complainAtId = (message: string, fix: string) => problemAt([id], message, { fix, atName: true });
    if (id === APP_STATUS) yield complainAtId("This id stands for where an app stands.", "Write another one.");
    else if (seen.has(id))
      yield complainAtId(
        `Another file already has an entry \`${id}\`.`,
        "Give one of the two another id, or delete it.",
      );
    seen.add(id);
    for (const words of entry.related.filter((other) => !Object.hasOwn(known.entries, other) && !isBroken(other))) {
      const fix = didYouMean(words, Object.keys(known.entries), "Take it out.");
      yield problemAt([id, "related"], `No entry with id \`${words}\` is there.`, { fix, words });
    }
    for (const [field, message, fix, words] of [...checkSlots(entry), ...checkFields(entry)])
      yield problemAt([id, field], message, { fix, ...(words && { words }) });
    const excess = lengthWithSources(entry, known) - MAX_ANSWER_WITH_SOURCES;
    if (excess > 0)
      yield problemAt([id, "answer"], "This is too long for one Discord message together with its sources.", {
        fix: `Make it shorter by ${excess} characters, or cite less.`,
      });
  }
  yield* checkChinese(references);
}

function* checkSlots(entry: EntryFields): Generator<EntryComplaint> {
  for (const field of TEXTS) {
    const text = entry[field] ?? "";
    for (const slot of unknownSlots(text, field === "app-answer" || entry.app === "required"))
      yield [field, `Nothing is known that could be shown for {${slot}}.`, fixSlot(slot, entry), `{${slot}}`];
    const brace = unmatchedBrace(text);
    if (brace !== undefined)
      yield [
        field,
        "This brace belongs to no slot, and readers would see it as it stands.",
        "A slot has one brace on each side, like {date.signed}: put the one that is missing, or take this one out.",
        brace,
      ];
  }
}

/** Checks the rules between the fields of an entry. */
function checkFields(entry: EntryFields): EntryComplaint[] {
  const { app, shows, reviewed, cites, "app-answer": appAnswer, "review-by": reviewBy } = entry;
  const place = app === "required" ? "answer" : "app-answer";
  const hasFact = entry[place]?.includes("{app.fact}") === true;
  const wording = "An entry with `app: optional` has an `app-answer`, and no other has one.";
  const fact = "`shows` and the slot {app.fact} go together, and one of them is missing.";
  const rules: [isViolated: boolean, ...EntryComplaint][] = [
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
  return rules.filter(([isViolated]) => isViolated).map(([, ...complaint]) => complaint);
}

/** A translation may lag behind its entry, or outlive it: then readers get the English text, and that is no problem. */
function* checkChinese({ files, known }: References): Generator<Problem> {
  for (const { id, entry, problemAt } of entriesOf(files["zh-CN/answers"]))
    for (const field of TEXTS) {
      const text = entry[field] ?? "";
      const withApp = field === "app-answer" || known.entries[id]?.app === "required";
      const fix = `Write the slots of the English text: ${inBraces(slotsAllowed(withApp))}.`;
      const unknown = unknownSlots(text, withApp).map((slot) => `{${slot}}`);
      for (const words of [...unknown, unmatchedBrace(text) ?? []].flat())
        yield problemAt([id, field], "Readers would see this brace as it stands.", { fix, words });
    }
}

const inBraces = (slots: readonly string[]): string => slots.map((slot) => `{${slot}}`).join(" ");

function fixSlot(slot: string, { app }: EntryFields): string {
  const known = slotsAllowed(true);
  if (known.includes(slot))
    return app === undefined ? "Only an entry with `app` can show one." : "Only an `app-answer` can show one.";
  return didYouMean(slot, known, `There are: ${inBraces(known)}.`).replace(/`(.*)`/, "{$1}");
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
    const documents = [...new Set(cited.map(({ source }) => source))].map((source) => {
      const { publisher = "", date = "", url = "" } = sources[source] ?? {};
      return publisher.length + date.length + url.length + 12;
    });
    return sum(cited.map(({ at = "" }) => at.length)) + sum(documents);
  }
}
