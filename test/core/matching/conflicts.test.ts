/** What a draft would draw to itself is estimated by the nearest wording, and said to be an estimate. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { openAnswerer } from "../../answerer.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const conflictsOf = (...wordings: string[]) => answerer.findConflicts(wordings, "new-answer");

describe("a draft", () => {
  it("takes a golden question whose very words it has", () => {
    const ask = "was 13971 a biden order or a trump order";
    const golden = { question: ask, kind: "golden", now: "order-signer" };
    expect(conflictsOf(ask)).toContainEqual(expect.objectContaining(golden));
    expect(answerer.findConflicts([ask], "order-signer")).not.toContainEqual(expect.objectContaining(golden));
  });

  it("takes phrasings that nothing else is as near to", () => {
    const conflicts = conflictsOf("Where did Trump sign it?", "Was it signed in Florida?");
    expect(conflicts).toContainEqual(expect.objectContaining({ kind: "phrasing", now: "order-signer" }));
  });

  it("takes what must get no answer", () => {
    const [negative = ""] = answerer.knowledge.negatives["off-topic"];
    expect(conflictsOf(negative)).toContainEqual(expect.objectContaining({ now: "none" }));
  });

  it("takes nothing where it has nothing in common with what is known", () => {
    expect(conflictsOf("Walruses relish marzipan", "zzzz")).toEqual([]);
    expect(conflictsOf()).toEqual([]);
  });

  it("takes nothing away from the answer that it changes", () => {
    const lines = answerer.knowledge.phrasings["start-date"] ?? [];
    expect(answerer.findConflicts(lines.slice(0, 20), "start-date").filter(({ now }) => now === "start-date")).toEqual(
      [],
    );
  });

  it("names the nearest first", () => {
    const lines = answerer.knowledge.phrasings["start-date"]?.slice(0, 40) ?? [];
    const similarities = conflictsOf(...lines).map(({ similarity }) => similarity);
    expect(similarities).toEqual(similarities.toSorted((a, b) => b - a));
    expect(similarities.length).toBeGreaterThan(10);
  });
});
