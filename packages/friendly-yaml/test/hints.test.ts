/** What a caller says about its files makes problems more precise. */
import { id, readYaml } from "friendly-yaml";
import { expect, test } from "vitest";
import { z } from "zod";
import { bytesOf } from "./recipes.js";

const schema = z.strictObject({ dishes: z.record(id, z.strictObject({ price: z.number() })) });
const BROKEN = "dishes:\n  soup:\n    price: much\n";
const firstProblem = (text: string, hints?: Parameters<typeof readYaml>[3]) => {
  const read = readYaml("menu.yaml", bytesOf(text), schema, hints);
  return "problems" in read ? read.problems[0] : undefined;
};

test("an entry is named by its id, not by the section that it is in", () => {
  expect(firstProblem(BROKEN)).toMatchObject({ entry: "dishes", field: "soup" });
  expect(firstProblem(BROKEN, { groups: ["dishes"] })).toMatchObject({ entry: "soup", field: "price" });
});

test("a colon without a space is a slip behind the name of a field", () => {
  const text = "dishes:\n  soup:\n    price:4\n    size: 1\n";
  expect(firstProblem(text, { fields: ["price"] })?.message).toMatch(/no space behind this colon/);
  expect(firstProblem(text)?.message).not.toMatch(/colon/);
});

test("an explanation of the caller's own stands in the place of the general one", () => {
  const explain = (_: unknown, value: unknown, name: string) =>
    value === "much" ? { message: `No guest pays ${value} as a ${name}.`, fix: "Ask the cook." } : undefined;
  expect(firstProblem(BROKEN, { explain })).toMatchObject({
    message: "No guest pays much as a price.",
    fix: "Ask the cook.",
  });
  expect(firstProblem(BROKEN.replace("much", "more"), { explain })?.message).toMatch(/`more` is no whole number/);
});
