import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { readDataFiles } from "../../src/store/data-folder.js";

test("a file that looks like a data file is read, whatever its ending, so that its name can be put right", () => {
  const folder = mkdtempSync(join(tmpdir(), "bot-names-"));
  const odd = ["a.YAML", "a.Yml", "a.yaml.txt", "a.TXT", "a copy.yaml", "a.yaml copy", "a.yaml (1)"];
  const others = ["README.md", "a.yaml~", "a.yaml.bak", "picture.png", ".a.yaml.swp"];
  try {
    for (const name of [...odd, ...others]) writeFileSync(join(folder, name), "");
    expect([...readDataFiles(folder).keys()].sort()).toEqual([...odd].sort());
  } finally {
    rmSync(folder, { recursive: true });
  }
});
