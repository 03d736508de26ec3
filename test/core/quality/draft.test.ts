/** A draft is judged as if it were in the data, by the very parser, and what comes of it can be pasted. */
import { describe, expect, it } from "vitest";
import { type Draft, type Reviewed, review } from "../../../src/core/quality/draft.js";
import type { CalendarDate } from "../../../src/core/values/calendar.js";
import { edited, knowledgeOf, smallFiles, textOf } from "../../data.js";

const today = "2026-11-23" as CalendarDate;
const entry = { question: "Who signed it?", answer: "A president: see {order.title}.", cites: ["the-order s.1(a)"] };
const draft: Draft = { id: "signer", topic: "dates", entry, phrasings: ["who was it signed by"], today };

const good = (drafted: Draft, files = smallFiles): Extract<Reviewed, { kind: "good" }> => {
  const reviewed = review(files, drafted);
  if (reviewed.kind === "bad") throw new Error(reviewed.problems.join("\n"));
  return reviewed;
};
const problemsOf = (change: Partial<Draft>): readonly string[] => {
  const reviewed = review(smallFiles, { ...draft, ...change });
  return reviewed.kind === "bad" ? reviewed.problems : [];
};
const withEntry = (change: Partial<typeof entry>) => problemsOf({ entry: { ...entry, ...change } });

describe("a draft that is good", () => {
  it("is an entry like any other", () => {
    expect(good(draft).entry).toMatchObject({
      id: "signer",
      topic: "dates",
      question: "Who signed it?",
      cites: [{ source: "the-order", at: "s.1(a)" }],
    });
  });

  it("gives lines to paste that say the same once they are in the files", () => {
    const { paste, entry: found } = good(draft);
    const files = paste.reduce((all, { file, text }) => edited(file, (before) => before + text, all), smallFiles);
    const { entries, phrasings } = knowledgeOf(files);
    expect(entries["signer"]).toEqual(found);
    expect(phrasings["signer"]).toEqual(["who was it signed by"]);
  });

  it("is reviewed on the day of the draft, by nobody in particular", () => {
    expect(good(draft).paste[0]?.text).toContain("reviewed: 2026-11-23\n");
    const signed = edited(
      "answers/dates.yaml",
      (text) => text.replace(/reviewed: .*/, "$&\n  reviewer: Ada"),
      smallFiles,
    );
    expect(good({ ...draft, id: "start-date" }, signed).entry?.reviewer).toBeUndefined();
  });

  it("leaves nothing that people typed to be read as marks of the file", () => {
    const answer = "Yes: # no, *it* {is} [not] & \"never\" 'was'. @home | > - x";
    const hostile = ['"quoted"', "key: value", "- dash", "#tag", "\\backslash", "[start-date]", "[open", "a-word:"];
    const { paste, entry: found } = good({
      ...draft,
      entry: { ...entry, answer: answer.replace("{is}", "") },
      phrasings: hostile,
    });
    expect(found?.answer).toBe(answer.replace("{is}", ""));
    const files = paste.reduce((all, { file, text }) => edited(file, (before) => before + text, all), smallFiles);
    expect(knowledgeOf(files).phrasings["signer"]).toEqual(hostile);
  });
});

describe("the advice on a draft", () => {
  it("is what a check would say of its text, and of nothing else", () => {
    expect(good(draft).advice).toEqual([]);
    const answer = "You should know that it was last year.";
    const { advice } = good({ ...draft, entry: { ...entry, answer, cites: [] } });
    expect(advice.join("\n")).toMatch(/"should"[\s\S]*"last year"/);
    expect(advice.join("\n")).toMatch(/source|cite/);
  });
});

describe("a draft of an answer that is there", () => {
  const changed: Draft = {
    ...draft,
    id: "start-date",
    topic: "elsewhere",
    phrasings: ["when does it start", "when, then"],
  };

  it("changes what was drafted and keeps the rest", () => {
    const { entry: found, paste } = good(changed);
    expect(found).toMatchObject({ question: "Who signed it?", related: ["app-maker"], topic: "dates" });
    expect(paste[0]).toMatchObject({ file: "answers/dates.yaml", at: { id: "start-date", placement: "instead" } });
    expect(paste[0]?.text).toMatch(/^start-date:\n/);
    expect(paste[0]?.text).toContain("related: [ app-maker ]");
  });

  it("keeps its sources where no others are given", () => {
    const { entry: before } = good({ ...changed, entry: { ...entry, cites: ["the-order s.9"] } });
    expect(before?.cites).toEqual([{ source: "the-order", at: "s.9" }]);
    const { entry: found } = good({ ...changed, entry: { ...entry, cites: [] } });
    expect(found?.cites).toEqual(knowledgeOf(smallFiles).entries["start-date"]?.cites);
  });

  it("gives only those phrasings that it does not have, to go below them", () => {
    expect(good(changed).paste[1]).toEqual({
      file: "phrasings/dates.txt",
      at: { id: "start-date", placement: "below" },
      text: "when, then\n",
    });
  });
});

describe("phrasings alone", () => {
  it("can be added to an answer", () => {
    const { entry: _, ...alone } = draft;
    const { paste } = good({ ...alone, id: "start-date", phrasings: ["from when on"] });
    expect(paste.map(({ file }) => file)).toEqual(["phrasings/dates.txt"]);
  });

  it("can be ways to ask where an app stands", () => {
    const files = edited("phrasings/dates.txt", (text) => `${text}[app-status]\nis {app} banned\n`, smallFiles);
    const { entry: _, ...alone } = draft;
    expect(good({ ...alone, id: "app-status", phrasings: ["{app} gone?"] }, files).entry).toBeUndefined();
  });
});

describe("what is wrong with a draft", () => {
  it.each([
    ["an unknown source", withEntry({ cites: ["the-oder"] }), /^cites: .*the-oder/],
    ["an unknown slot", withEntry({ answer: "On {date.singed}." }), /^answer: .*date\.singed/],
    ["a question without its mark", withEntry({ question: "Who signed it" }), /^question: .*question mark/],
    ["an id with capitals", problemsOf({ id: "Signer" }), /lower-case/],
    [
      "a phrasing of another answer",
      problemsOf({ phrasings: ["when does it start"] }),
      /^phrasing "when does it start": .*start-date/,
    ],
    ["a phrasing that is a golden question", problemsOf({ phrasings: ["when did it begin"] }), /golden/],
    ["an answer too long for a message", withEntry({ answer: "word ".repeat(400) }), /^answer: /],
  ])("is said of %s, by field and without places in files", (_, problems, message) => {
    expect(problems).toContainEqual(expect.stringMatching(message));
  });

  it("leaves the files as they were", () => {
    const before = textOf(smallFiles, "answers/dates.yaml");
    review(smallFiles, { ...draft, id: "start-date" });
    expect(textOf(smallFiles, "answers/dates.yaml")).toBe(before);
  });
});
