import { describe, expect, test } from "vitest";
import { describePage } from "../../../src/core/reply/pages.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { knowledgeOf, leanFiles } from "../../data.js";

const knowledge = knowledgeOf(leanFiles);
type ShownPage = ReturnType<typeof describePage>;
const show = (id: "apps" | "timeline" | "sources", page = 1): ShownPage =>
  describePage({ kind: "page", id, page }, writerFor(knowledge), { version: "v" });
const restOf = (id: "timeline" | "sources"): ShownPage[] =>
  Array.from({ length: show(id).pages - 1 }, (_, index) => show(id, index + 2));

describe("/apps", () => {
  test("lists the named apps and ends with a paragraph", () => {
    expect(show("apps").lines).toHaveLength(8);
    expect(show("apps").closing.join()).toMatch(/^The list is closed\. Nothing was ever prohibited/);
  });
});

describe("/timeline", () => {
  test("opens at the order's own events and says how to reach the rest", () => {
    const { lines, closing } = show("timeline");
    const told = lines.map(({ text }) => text).join("\n");
    for (const date of ["January 5, 2021", "February 19, 2021", "June 9, 2021"]) expect(told).toContain(date);
    expect(lines.length).toBeLessThanOrEqual(6);
    expect(closing.join()).toContain("/timeline page:2");
  });

  test("then tells everything by date, each event once", () => {
    const texts = restOf("timeline").flatMap(({ lines }) => lines.map(({ text }) => text));
    expect(texts).toHaveLength(knowledge.order.timeline.length);
    expect(restOf("timeline").every(({ closing }) => closing.length === 0)).toBe(true);
  });
});

describe("/sources", () => {
  test("opens at those that most answers cite and lists every one once", () => {
    const pages = [show("sources"), ...restOf("sources")];
    const ids = pages.flatMap(({ lines }) => lines.flatMap(({ sources }) => sources.map(({ id }) => id)));
    expect([...ids].sort()).toEqual(Object.keys(knowledge.sources).sort());
    const count = (id = "") =>
      Object.values(knowledge.entries).filter(({ cites }) => cites.some(({ source }) => source === id)).length;
    for (const [index, id] of ids.entries()) expect(count(id)).toBeGreaterThanOrEqual(count(ids[index + 1]));
    expect(show("sources").closing.join()).toContain("/sources page:2");
  });
});
