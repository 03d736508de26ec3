import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { formatAnnotations, paintFindings } from "../../src/cli/findings.js";
import { readEarlier } from "../../src/cli/revision.js";
import type { DataFiles } from "../../src/core/data/data-files.js";
import type { Finding } from "../../src/core/quality/finding.js";
import { leanFiles, programFiles, realFiles, writeDataFiles } from "../data.js";
import { check } from "../terminal.js";

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), "check-"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Edit = readonly [file: string, from: string, to: string];

/** A folder with those files, in which some texts were replaced. */
function folderOf(name: string, files: DataFiles, ...edits: readonly Edit[]): string {
  const folder = join(root, name);
  writeDataFiles(folder, files);
  for (const edit of edits) editIn(folder, ...edit);
  return folder;
}
const copyOf = (name: string, ...edits: readonly Edit[]): string => folderOf(name, realFiles, ...edits);
function editIn(folder: string, file: string, from: string, to: string): void {
  const text = readFileSync(join(folder, file), "utf8");
  if (!text.includes(from)) throw new Error(`"${from}" is not in ${file}`);
  writeFileSync(
    join(folder, file),
    text.replace(from, () => to),
  );
}
const git = (folder: string, ...args: string[]) =>
  execFileSync("git", ["-C", folder, "-c", "user.name=a", "-c", "user.email=a@example.org", ...args], {
    stdio: "pipe",
  });

const RENAMED = ["answers/dates.yaml", "source: sidley-2021", "source: sidley-2012"] as const;
const SLOT = ["answers/dates.yaml", "{date.earliest}", "{date.earlyest}"] as const;

describe("the check of bad data", () => {
  test("shows every problem with its place, the line, a mark under it, what is wrong and what to do, and exits 1", async () => {
    const folder = folderOf("bad", leanFiles, RENAMED, SLOT);
    const { code, stdout, stderr } = await check(["--data", folder]);
    expect([code, stderr]).toEqual([1, ""]);
    expect(stdout).toContain(`Problem  ${folder}/answers/dates.yaml:12:15  start-date, cites
  12 |     - source: sidley-2012
     |               ^^^^^^^^^^^
  No source with id \`sidley-2012\` is in sources.yaml.
  Did you mean \`sidley-2021\`?
`);
    expect(stdout).toMatch(/\n {4}\| +\^{15}\n {2}Nothing is known .*\n {2}Did you mean \{date\.earliest\}\?\n/);
    expect(stdout).toMatch(/\n2 problems to mend before anything else can be checked\.\n$/);
  });

  test("annotates a pull request, and gives JSON", async () => {
    const folder = folderOf("annotated", leanFiles, RENAMED);
    const annotated = await check(["--data", folder, "--format", "github"]);
    expect(annotated.code).toBe(1);
    expect(annotated.stdout.split("\n")[0]).toBe(
      `::error file=${folder}/answers/dates.yaml,line=12,col=15,endColumn=26,title=form and references::No source with id \`sidley-2012\` is in sources.yaml. Did you mean \`sidley-2021\`?`,
    );
    const { findings } = JSON.parse((await check(["--data", folder, "--format", "json"])).stdout);
    expect(findings).toEqual([
      expect.objectContaining({ level: "problem", line: 12, column: 15, entry: "start-date" }),
    ]);
  });
});

test("the check of good data exits 0 where there is only advice, told in part unless all is asked for", async () => {
  const folder = folderOf("good", programFiles);
  const { code, stdout } = await check(["--data", folder]);
  expect(code).toBe(0);
  const [, left, count] =
    /… and (\d+) more on [a-z ]+; --all shows them\.[\s\S]*\nThe data is good: \d+ answers, .*\. (\d+) pieces of advice\.\n$/i.exec(
      stdout,
    ) ?? [];
  const piecesIn = (text: string) => text.match(/^Advice {2}/gm)?.length;
  expect(piecesIn(stdout)).toBe(Number(count) - Number(left));
  expect(piecesIn((await check(["--data", folder, "--all"])).stdout)).toBe(Number(count));
});

describe("a comparison", () => {
  test("with a git revision shows which answers read differently, before and after, and that no question moves", async () => {
    const folder = copyOf("repository");
    git(folder, "init", "-q");
    git(folder, "add", "-A");
    git(folder, "commit", "-qm", "first");
    editIn(folder, "answers/dates.yaml", "so nothing started.", "so none began.");
    const { stdout } = await check(["--data", folder, "--against", "HEAD"]);
    const [, table = ""] = stdout.split("Since HEAD:\n\n");
    expect(table).toMatch(
      /^To look at:\n {2}start-date: the answer changed, .*\n {2}Chinese readers .*: start-date\.\n\n1 answer reads differently:\n {2}start-date\n {2}When would the ban have started\?\n- The ban .* so nothing started\.\n- 禁令本来最早.*\n\+ The ban .* so none began\.\n {2}Source: /,
    );
    expect(stdout).not.toContain("Advice");
  });

  test("with a folder finds a retired answer's golden questions and where its phrasings go", async () => {
    const folder = copyOf("edited", [
      "golden.yaml",
      '{ ask: "why 45 days?", expect: why-45-days }',
      '{ ask: "why 45 days?", expect: start-date }',
    ]);
    const { code, stdout } = await check(["--data", folder, "--against", "data", "--format", "json"]);
    const { findings, moves } = JSON.parse(stdout) as { findings: Finding[]; moves: { golden: unknown[] } };
    expect(code).toBe(1);
    expect(findings.map(({ message }) => message)).toContain(
      "This golden question must get `start-date`, and it gets why-45-days.",
    );
    expect(moves.golden).toEqual([]);
  });

  test.each<[string, string[], RegExp]>([
    [
      "an unknown revision",
      ["--against", "no-such-branch"],
      /No folder and no git revision is called no-such-branch\. Try main/,
    ],
    ["a revision that looks like an option", ["--against=--help"], /No folder and no git revision is called --help/],
    [
      "a folder that cannot be read",
      ["--data", "nowhere"],
      /nowhere cannot be read: nowhere.* is not there.*git restore/,
    ],
    ["an unknown format", ["--format", "xml"], /--format is one of text, github, json/],
    ["an unknown option", ["--agianst", "main"], /--agianst/],
  ])("says plainly what %s means, and exits 2", async (_, args, message) => {
    const { code, stdout, stderr } = await check(args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/Try: npm run --silent check -- --help\n$/);
  });
});

const textsOf = (earlier: ReturnType<typeof readEarlier>): string[] =>
  earlier.kind === "bad" ? [earlier.problem] : [...earlier.files].map(([name, bytes]) => name + Buffer.from(bytes));

describe("an earlier state of the data", () => {
  test("is read from any revision and any folder alike", () => {
    const folder = copyOf("history");
    writeFileSync(join(folder, ".editor-copy.yaml"), "left out, as it is of a folder");
    git(folder, "init", "-q");
    git(folder, "add", "-A");
    git(folder, "commit", "-qm", "first");
    git(folder, "tag", "v1");
    rmSync(join(folder, "answers"), { recursive: true });
    for (const against of ["v1", "HEAD", git(folder, "rev-parse", "HEAD").toString().trim(), "data"])
      expect([against, textsOf(readEarlier(against, folder))]).toEqual([
        against,
        textsOf({ kind: "good", files: realFiles }),
      ]);
  });

  test("of a copy outside of any repository is the project's own data at that revision", () => {
    const earlier = readEarlier("HEAD", copyOf("copy"));
    expect(earlier.kind === "good" && [...earlier.files.keys()]).toContain("order.yaml");
  });

  test("that had no data is told as such", () => {
    const folder = join(root, "empty");
    execFileSync("git", ["init", "-q", folder]);
    git(folder, "commit", "-q", "--allow-empty", "-m", "nothing");
    expect(readEarlier("HEAD", folder)).toEqual({ kind: "bad", problem: expect.stringMatching(/no data files/) });
  });
});

test("a file is named without characters that a terminal would obey", () => {
  const finding: Finding = {
    level: "problem",
    about: "form",
    file: "\u001b[31m.yaml",
    line: 1,
    column: 1,
    message: "No.",
  };
  const painted = stripVTControlCharacters(paintFindings([finding], new Map(), "data", 3));
  expect(painted).toContain("data/\ufffd[31m.yaml:1:1");
  expect(formatAnnotations([finding], "data")).toContain("file=data/\ufffd[31m.yaml,");
});

test("an annotation keeps to GitHub's escapes, so that no text ends it or adds a property", () => {
  const finding: Finding = {
    level: "advice",
    about: "style",
    file: "answers/a,b:c.yaml",
    line: 2,
    column: 3,
    message: "100 % of\r\n::error::it",
  };
  expect(formatAnnotations([finding], "data")).toBe(
    "::warning file=data/answers/a%2Cb%3Ac.yaml,line=2,col=3,endColumn=4,title=house style::100 %25 of%0D%0A::error::it\n",
  );
});
