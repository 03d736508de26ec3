/** What an editor, a tool or another program left in a file is found before the file is read. */
import { formatProblem, readText } from "friendly-yaml";
import { describe, expect, test } from "vitest";
import { bytesOf, FILE, problemsOf, RECIPES, readRecipes } from "./recipes.js";

const problemsIn = (bytes: Uint8Array) => {
  const read = readText("a.txt", bytes);
  return "problems" in read ? read.problems : [];
};

describe("a file that is no data at all gets one problem, at its first line", () => {
  const utf16 = (text: string): Uint8Array => Uint8Array.from([0xff, 0xfe, ...Buffer.from(text, "utf16le")]);
  test.each<[string, Uint8Array, RegExp]>([
    ["empty", bytesOf(""), /empty.*version before/i],
    ["of blanks", bytesOf(" \n\n"), /empty/],
    ["of 2 MB", bytesOf(`# ${"x".repeat(2_000_000)}`), /larger than 2 MB/],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0x0d]), /not text/],
    ["in UTF-16", utf16(RECIPES), /UTF-16.*encoding UTF-8/],
    ["in another encoding", Uint8Array.from([0x23, 0x20, 0xe9, 0x0a]), /not UTF-8.*encoding UTF-8/],
    ["cut inside a letter", bytesOf("ä").subarray(0, -1), /not UTF-8/],
    ["only a comment", bytesOf("# all of it moved\n"), /no entries.*version before/i],
    ["a web page", bytesOf("<!DOCTYPE html>\n<html></html>\n"), /must be fields|cannot be read|neither/i],
    ["a sentence", bytesOf("I moved everything to the other file\n"), /must be fields/i],
  ])("%s", (_, bytes, says) => {
    const read = readRecipes(bytes);
    const problems = "problems" in read ? read.problems : [];
    expect(problems.map(({ message, fix }) => `${message} ${fix}`)).toEqual([expect.stringMatching(says)]);
    expect(problems[0]).toMatchObject({ file: FILE, line: 1 });
  });

  test("lines that unfold without end are refused unread", () => {
    const bomb = `a: &a [${"x,".repeat(99)}]\nb: &b [${"*a,".repeat(99)}]\nc: [${"*b,".repeat(99)}]`;
    expect(problemsOf(bomb)[0]?.message).toMatch(/command to YAML/);
  });

  test.each<[string, (text: string) => string]>([
    ["with Windows line ends", (text) => text.replaceAll("\n", "\r\n")],
    ["with the line ends of old Macs", (text) => text.replaceAll("\n", "\r")],
    ["with a byte-order mark", (text) => `\ufeff${text}`],
    ["with blanks at the ends of its lines", (text) => text.replaceAll("d\n", "d  \n")],
    ["without a line end at its end", (text) => text.trimEnd()],
  ])("%s is as good as any", (_, edit) => {
    expect(readRecipes(bytesOf(edit(RECIPES)))).toMatchObject({ value: {} });
  });
});

describe("a character that cannot be seen is a problem at its place", () => {
  test.each([
    ["turns the direction of writing", "\u202e"],
    ["isolates a direction", "\u2066"],
    ["takes no space", "\u200b"],
    ["joins letters", "\u200d"],
    ["is a soft hyphen", "\u00ad"],
    ["is a byte-order mark inside of the file", "\ufeff"],
    ["is a control character", "\u0007"],
    ["is an escape of terminals", "\u001b"],
    ["ends a line elsewhere", "\u2028"],
    ["is a letter without a form", "\u3164"],
    ["hides text in tags", "\u{e0041}"],
  ])("one that %s", (_, character) => {
    for (const [line, column] of [
      [`two${character} words`, 4],
      [`二${character}月`, 2],
      [`# ${character}`, 3],
    ] as const)
      expect(problemsIn(bytesOf(`first\n${line}\n`))).toEqual([
        expect.objectContaining({ line: 2, column, message: expect.stringMatching(/U\+[0-9A-F]{4}.*cannot be seen/) }),
      ]);
  });

  test.each(["\\u202e", "\\x07", "\\e", "\\U000E0041", "\\ud800"])("written as %s", (code) => {
    const text = RECIPES.replace('"for guests"', () => `"for ${code}guests"`);
    expect(problemsOf(text)).toEqual([
      expect.objectContaining({ line: 9, column: 7, message: expect.stringMatching(/cannot be seen/) }),
    ]);
  });

  test("what forms an emoji is no such character", () => {
    expect(problemsIn(bytesOf("who made it 👩‍⚖️❤️\n"))).toEqual([]);
  });
});

describe("a mark of an unfinished merge is a problem at any indentation", () => {
  const MERGE = { line: 2, message: expect.stringMatching(/unfinished merge/) };

  test.each(["", "  ", "      ", "\t"])("behind %j", (indent) => {
    for (const mark of ["<<<<<<< HEAD", "=======", "||||||| base", ">>>>>>> other"])
      expect(problemsIn(bytesOf(`one\n${indent}${mark}\ntwo\n`))).toMatchObject([
        { ...MERGE, column: indent.length + 1, length: mark.length },
      ]);
  });

  test("each place is reported once, where it begins", () => {
    const both = "one\n  <<<<<<< HEAD\n  two\n  =======\n  three\n  >>>>>>> other\n";
    expect(problemsIn(bytesOf(both))).toMatchObject([{ ...MERGE, column: 3 }]);
  });
});

test("the name of a file is shown on one line, without what cannot be seen", () => {
  const problem = { file: "\u001b[31ma\n\u202eb.yaml", line: 1, column: 1, message: "No." };
  expect(formatProblem(problem)).toBe("\ufffd[31ma \ufffdb.yaml:1:1 No.");
});
