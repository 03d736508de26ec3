import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENGINE_VERSION } from "../../../src/core/matching/learn.js";

const RECORD = "test/core/matching/engine.json";
const MATCHING = "src/core/matching";

/** What decides what is read and learned from the same data. */
const SOURCES = [
  ...[MATCHING, "src/core/data", "src/core/text", "packages/friendly-yaml/src"].flatMap((folder) =>
    readdirSync(folder).map((file) => `${folder}/${file}`),
  ),
];

function digestOfSources(): string {
  const hash = createHash("sha256");
  for (const file of SOURCES.sort())
    hash.update(`${file}\n`).update(readFileSync(file, "utf8").replaceAll("\r\n", "\n"));
  return hash.digest("hex");
}

test("what was learned by other code is never used: the sources of the engine change only with its version", () => {
  const recorded: unknown = JSON.parse(readFileSync(RECORD, "utf8"));
  const current = { version: ENGINE_VERSION, sha256: digestOfSources() };
  const advice = `The code that learns or reads questions has changed.
Where it can change what is learned, raise ENGINE_VERSION in ${MATCHING}/learn.ts.
Then run this test again and put what it finds into ${RECORD}:
${JSON.stringify(current)}`;
  expect(recorded, advice).toEqual(current);
});
