/** `npm start` says in one line what is wrong with a folder that it can't build in. */
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";

const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
const NOBODY = 65_534;

function runIn(mode: number) {
  const cwd = mkdtempSync(join(tmpdir(), "start-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  chmodSync(cwd, mode);
  // The superuser may write anywhere.
  const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
  return spawnSync(scripts.prestart, { cwd, shell: true, encoding: "utf8", ...user });
}

it("a folder that is read-only ends it with status 78", () => {
  const { status, stderr } = runIn(0o555);
  expect([status, stderr.trimEnd().split("\n")]).toEqual([78, [expect.stringContaining("read-only")]]);
});

it("a folder that can be written does not stop it", () => {
  expect(runIn(0o777)).toMatchObject({ status: 0, stderr: "" });
});
