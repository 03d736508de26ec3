import { describe, expect, test } from "vitest";
import { describeAnswer } from "../../../src/core/reply/reply.js";
import { joinSources, showSources } from "../../../src/core/reply/sources.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { edited, knowledgeOf, smallFiles } from "../../data.js";

const knowledge = knowledgeOf(smallFiles);
const shown = showSources(
  [
    { source: "a-paper", at: "p. 2" },
    { source: "the-order", at: "s.1(a)" },
    { source: "the-order", at: "s.1(a), (e)" },
  ],
  writerFor(knowledge),
);

describe("the sources of a reply", () => {
  test("are the primary ones first, each once; only of a secondary one the day is told", () => {
    expect(shown.map(({ id, short }) => [id, short])).toEqual([
      ["the-order", "The order, s.1(a), (e)"],
      ["a-paper", "A paper, p. 2, June 2021"],
    ]);
  });

  test("tell a place once that is the document's name as well", () => {
    const [whole] = showSources([{ source: "the-order", at: "The order" }], writerFor(knowledge));
    expect(whole?.short).toBe("The order");
  });

  test("stand in one line with what is remarked", () => {
    expect(joinSources(shown, ["checked May 1, 2026", "not legal advice"])).toBe(
      "The order, s.1(a), (e) · A paper, p. 2, June 2021 · checked May 1, 2026 · not legal advice",
    );
    expect(joinSources([], [])).toBe("");
    expect(joinSources([], ["checked May 1, 2026"])).toBe("checked May 1, 2026");
  });

  test("are at most four, and fewer where their links are long", () => {
    const [first] = shown;
    if (first === undefined) throw new Error("no source is shown");
    const many = Array.from({ length: 9 }, (_, index) => ({ ...first, short: `S${index}` }));
    expect(joinSources(many, ["end"])).toBe("S0 · S1 · S2 · S3 · end");
    expect(joinSources(many, ["end"], ({ short }) => short.padEnd(400, "x")).split(" · ")).toHaveLength(3);
  });
});

describe("the sources of an answer about an app", () => {
  const sourcesOf = (answer: string): string[] => {
    const cited = "cites: [{ source: a-paper }]\n  reviewed: 2026-11-23\n  app: required";
    const known = knowledgeOf(
      edited(
        "answers/dates.yaml",
        (text) =>
          text
            .replace('answer: "{app.fact}"', `answer: "${answer}"`)
            .replace("cites: []\n  reviewed: 2026-11-23\n  app: required", cited),
        smallFiles,
      ),
    );
    const { entries, apps, order } = known;
    const [entry, app] = [entries["app-maker"], apps["red-pay"]];
    if (entry === undefined || app === undefined) throw new Error("the small set has changed");
    const { sources } = describeAnswer({ kind: "entry", entry, app, on: order.checked }, writerFor(known));
    return sources.map(({ id }) => id);
  };

  test("are those of the fact where it says nothing else", () =>
    expect(sourcesOf("{app.fact}")).toEqual(["the-order"]));

  test("are those of the fact and its own where it says more", () =>
    expect(sourcesOf("It is known: {app.fact}")).toEqual(["the-order", "a-paper"]));
});
