import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const MARKERS = "^(<{7}|>{7}|\\|{7})( |$)|^={7}[[:space:]]*$";

it("no tracked file holds the markers of an unresolved merge", ({ skip }) => {
  const git = (...args: readonly string[]) => spawnSync("git", args, { encoding: "utf8" });
  if (git("ls-files", "--error-unmatch", "package.json").status !== 0) {
    const reason = "git does not track these files, so they were not searched for the markers of a merge";
    console.warn(`\n!!! SKIPPED: ${reason}\n`);
    skip(reason);
  }
  const { status, stdout, stderr } = git("grep", "-nIE", MARKERS);
  // The status of git grep is 1 if it finds nothing, and higher if it fails.
  expect({ status, stdout, stderr }).toEqual({ status: 1, stdout: "", stderr: "" });
});
