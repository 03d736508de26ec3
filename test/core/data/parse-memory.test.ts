/** What was read before is not read again, and nobody can tell. */
import { expect, it } from "vitest";
import type { DataFiles } from "../../../src/core/data/data-files.js";
import { type FileMemory, type Parsed, parse } from "../../../src/core/data/parse.js";
import { edited, smallFiles } from "../../data.js";

function createMemory() {
  const kept = new Map<string, unknown>();
  const keyOf = (file: string, bytes: Uint8Array) => `${file} ${new TextDecoder().decode(bytes)}`;
  let recalled = 0;
  const memory: FileMemory = {
    recall(file, bytes) {
      const value = kept.get(keyOf(file, bytes));
      if (value !== undefined) recalled++;
      return value;
    },
    keep: (file, bytes, value) => void kept.set(keyOf(file, bytes), value),
  };
  return { memory, recalled: () => recalled };
}

const saidOf = (parsed: Parsed) => (parsed.kind === "good" ? parsed.knowledge : parsed.problems);

it("only the edited file is read", () => {
  const { memory, recalled } = createMemory();
  parse(smallFiles, memory);
  expect(recalled()).toBe(0);
  parse(
    edited("words.yaml", (text) => text.replace("begin", "open"), smallFiles),
    memory,
  );
  expect(recalled()).toBe(smallFiles.size - 1);
});

it.each<[string, DataFiles]>([
  ["a good edit", edited("answers/dates.yaml", (text) => text.replace("45 days after", "after"), smallFiles)],
  ["a bad edit", edited("answers/dates.yaml", (text) => text.replace("reviewed", "revued"), smallFiles)],
  [
    "an edit that makes files wrong that were not edited",
    edited("sources.yaml", (text) => text.replace("a-paper:", "another-paper:"), smallFiles),
  ],
  [
    "an edit of an app that others name",
    edited("apps.yaml", (text) => text.replace(/red-pay/g, "pink-pay"), smallFiles),
  ],
])("%s comes to the same, with the same places in the files", (_, files) => {
  const { memory } = createMemory();
  parse(smallFiles, memory);
  expect(saidOf(parse(files, memory))).toEqual(saidOf(parse(files)));
});
