import { describe, expect, test } from "vitest";
import { collectWords, createReaderFor } from "../../../src/core/matching/fit.js";
import { readEnglishWords } from "../../../src/store/english.js";
import { knowledgeOf, realFiles } from "../../data.js";

const knowledge = knowledgeOf(realFiles);
const reader = createReaderFor(knowledge, collectWords(knowledge, readEnglishWords()));

describe("a misspelt word is read as the curated one that it is near", () => {
  test.each([
    ["was the order revokd", "was the order revoked"],
    ["is hte ban still in efect", "is the ban still in effect"],
    ["what replaced the bann", "what replaced the ban"],
    ["teh ban", "the ban"],
  ])("also if curated lines misspell it so too: %s", (typed, meant) =>
    expect(reader.read(typed).words).toEqual(reader.read(meant).words),
  );

  test.each(["ofac", "ieepa", "ipo"])("a curated name is none: %s", (name) =>
    expect(reader.read(`who is ${name}`).words).toContain(name),
  );
});
