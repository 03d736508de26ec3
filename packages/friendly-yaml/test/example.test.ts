import { excerptOf, formatProblem, id, readYaml } from "friendly-yaml";
import { expect, test } from "vitest";
import { z } from "zod";

test("a mistake is reported with its place and its remedy", () => {
  const menu = z.record(id, z.strictObject({ dish: z.string(), price: z.number() }));
  const bytes = new TextEncoder().encode("monday:\n  dish: Soup\n  prize: 4\n");
  const read = readYaml("menu.yaml", bytes, menu);
  const problems = "problems" in read ? read.problems : [];
  expect(problems.map((problem) => `${formatProblem(problem)}\n${excerptOf(problem, bytes)}`)).toEqual([
    "menu.yaml:3:3 monday, prize: No field `prize` is known here. Did you mean `price`?\n3 |   prize: 4\n  |   ^^^^^",
  ]);
});
