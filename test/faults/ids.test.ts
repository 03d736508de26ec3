/** The list of faults and the tests of them stay the same list. */
import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import ids from "./ids.json" with { type: "json" };

const FOLDER = "test/faults";

/** A title begins with its id; in a table of cases the id is the first string of the case. */
const TITLE = /(?:\(|\[)\s*["'`]([A-Z]\d\d)\b/g;

it("each fault of the list has its test, and each test its fault in the list", () => {
  const found = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".test.ts"))
    .flatMap((file) => [...readFileSync(`${FOLDER}/${file}`, "utf8").matchAll(TITLE)])
    .map(([, id]) => id);
  expect([...new Set(found)].sort()).toEqual(Object.keys(ids).sort());
});
