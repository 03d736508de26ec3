import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

it("no tracked file holds the markers of an unresolved merge", () => {
  const { stdout } = spawnSync("git", ["grep", "-nE", "^(<{7}|>{7}|\\|{7})( |$)"], { encoding: "utf8" });
  expect(stdout).toBe("");
});
