import { execFile } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "vitest";
import { ask } from "../terminal.js";

type AskedRecord = Readonly<Record<string, unknown>>;

async function records(args: readonly string[], questions: readonly string[]): Promise<AskedRecord[]> {
  const { stdout, code } = await ask(["--jsonl", ...args], { input: questions.map((line) => `${line}\n`).join("") });
  expect(code).toBe(0);
  return stdout
    .trimEnd()
    .split("\n")
    .map((line): AskedRecord => JSON.parse(line));
}
async function record(...args: string[]): Promise<AskedRecord> {
  const { stdout, code } = await ask(["--json", ...args]);
  expect(code).toBe(0);
  expect(stdout.trimEnd()).not.toContain("\n");
  return JSON.parse(stdout);
}

const SOURCES = expect.arrayContaining([expect.objectContaining({ id: expect.any(String) })]);
const EVERY = { question: expect.any(String), text: expect.stringMatching(/./), speaks: true, also: [] };

test("answers in the language of the question, unless told another", async () => {
  const [chinese, traditional, english] = await records([], ["支付宝被禁了吗", "支付寶被禁了嗎", "is 支付宝 banned?"]);
  expect(chinese?.["text"]).toContain("行政令");
  expect(traditional?.["text"]).toContain("行政命令");
  expect(english?.["text"]).toContain("Executive Order 13971");
  const [told] = await records(["--locale", "en"], ["支付宝被禁了吗"]);
  expect(told?.["text"]).toBe(english?.["text"]);
});

describe("ask --jsonl", () => {
  test("answers each line with one object, in order, each kind with its own fields", async () => {
    const [entry, app, lookAlike, withApp, choose, notListed, empty, two] = await records(
      ["--on", "2021-03-01"],
      [
        "When would the ban have started?",
        "is alipay banned?",
        "is wechat banned?",
        "who makes camscanner?",
        "is wepay banned?",
        "is spotify banned",
        "",
        "is alipay banned? and is camscanner banned?",
      ],
    );
    const on = "2021-03-01";
    const named = { kind: "app", app: "alipay", status: "could-begin", named: true };
    expect(entry).toMatchObject({ ...EVERY, kind: "entry", id: "start-date", on, sources: SOURCES });
    expect(app).toMatchObject({ ...EVERY, ...named, on, sources: SOURCES });
    expect(lookAlike).toMatchObject({ ...EVERY, kind: "app", app: "wechat", status: "could-begin", named: false });
    expect(withApp).toMatchObject({ ...EVERY, kind: "entry", id: "app-maker", app: "camscanner", sources: SOURCES });
    expect(choose).toMatchObject({ ...EVERY, kind: "choose", choices: ["app:wepay", "app:wechat-pay"] });
    expect(notListed).toMatchObject({ ...EVERY, kind: "unknown", reason: "app-not-listed", choices: ["apps-covered"] });
    expect(empty).toMatchObject({ kind: "unknown", question: "", text: expect.stringMatching(/./) });
    expect(two).toMatchObject({ ...named, also: [{ kind: "app", app: "camscanner", status: "could-begin" }] });
    for (const only of [choose, notListed, empty]) expect(only).not.toHaveProperty("id");
    for (const only of [entry, withApp, choose]) expect(only).not.toHaveProperty("status");
  });

  test("answers 2,000 questions without ado", async () => {
    const questions = Array.from({ length: 2000 }, (_, index) => (index % 3 ? `who signed order ${index}?` : ""));
    const answered = await records([], questions);
    expect(answered.map(({ question }) => question)).toEqual(questions);
  });

  test("takes what is no question, no text and no end of line", async () => {
    const { stdout } = await ask(["--jsonl"], { input: `\u0000\r\n${"x".repeat(7000)}\r\n"quoted" \\\nlast` });
    const answered = stdout
      .trimEnd()
      .split("\n")
      .map((line): AskedRecord => JSON.parse(line));
    expect(answered).toHaveLength(4);
    expect(answered[0]).toMatchObject({ question: "\u0000", kind: "unknown" });
    expect(answered[2]).toMatchObject({ question: '"quoted" \\' });
    expect(answered[1]).toMatchObject({ reason: "refused", speaks: true });
    expect(answered[3]).toMatchObject({ question: "last" });
  });

  test("ends without complaint where nobody reads on", async () => {
    const command = `yes "is alipay banned?" | head -n 3000 | { "${process.execPath}" dist/src/cli/ask.js --jsonl; echo "status $?" >&2; } | head -n 1`;
    const { stdout, stderr } = await promisify(execFile)("sh", ["-c", command]);
    expect(stdout.split("\n")).toHaveLength(2);
    expect(stderr).toBe("status 0\n");
  });

  test("answers nothing where nothing was asked", async () => {
    expect(await ask(["--jsonl"])).toEqual({ code: 0, stdout: "", stderr: "" });
  });
});

describe("ask", () => {
  test("shows the answer as text, with its sources and no colour where no terminal is", async () => {
    const { code, stdout } = await ask(["is", "alipay", "banned?"]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/Alipay[\s\S]*\nEO 13971, .* · EO 14034, s\.1 · .* · checked .* · not legal advice\n/);
    expect(stdout).not.toContain("\u001b");
  });

  test("--why adds why this was answered", async () => {
    expect((await ask(["--why", "is alipay banned?"])).stdout).toMatch(/\nWhy\n +best: app:alipay/);
  });

  test("--app reads the text as the name of an app", async () => {
    expect(await record("--app", "qq")).toMatchObject({
      kind: "choose",
      choices: expect.arrayContaining(["app:qq-wallet"]),
    });
  });

  test("--ambient tells whether a bot that only listens would speak", async () => {
    expect(await record("--ambient", "lol")).toMatchObject({ speaks: false });
  });

  test("--after reads the question as a follow-up", async () => {
    expect(await record("--after", "app:wechat-pay", "and alipay?")).toMatchObject({ kind: "app", app: "alipay" });
  });

  test("--on a day that never was is refused, not guessed", async () => {
    const refused = await record("--on", "2021-02-30", "is alipay banned?");
    expect(refused).toMatchObject({ kind: "unknown", reason: "refused", text: expect.stringMatching(/not a date/) });
    expect(refused).not.toHaveProperty("on");
  });

  test("--help explains every flag and exits with 0", async () => {
    const { code, stdout } = await ask(["--help"]);
    expect(code).toBe(0);
    for (const flag of ["why", "json", "jsonl", "app", "ambient", "after", "on", "locale", "data", "help"])
      expect(stdout).toContain(`  --${flag} `);
  });

  test.each([
    [[]],
    [["--nonsense", "q"]],
    [["--on"]],
    [["--jsonl", "q"]],
    [["--after", "nowhere", "q"]],
    [["--after", "?", "q"]],
  ])("exits with 2 where it is misused: %j", async (args) => {
    expect(await ask(args)).toMatchObject({ code: 2, stdout: "", stderr: expect.stringMatching(/--help/) });
  });
});

describe("ask with bad data", () => {
  test("exits with 1, answers nothing, and names file, line and column on standard error", async () => {
    const folder = mkdtempSync(join(tmpdir(), "ask-"));
    try {
      cpSync("data", folder, { recursive: true });
      writeFileSync(join(folder, "most-asked.yaml"), "# what people ask\n-  app:nowhere\n");
      const { code, stdout, stderr } = await ask(["--json", "--data", folder, "is alipay banned?"]);
      expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
      expect(stderr).toContain("most-asked.yaml:2:4");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("exits with 1 where there is no such folder", async () => {
    expect(await ask(["--data", "no/such/folder", "q"])).toMatchObject({ code: 1, stdout: "" });
  });
});
