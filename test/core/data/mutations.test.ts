import fc from "fast-check";
import { expect, test } from "vitest";
import type { DataFiles } from "../../../src/core/data/data-files.js";
import type { Knowledge } from "../../../src/core/data/knowledge.js";
import { knowledgeOf, parseRemembered, smallFiles } from "../../data.js";

const before = knowledgeOf(smallFiles);

/** What each file feeds. */
const FED_BY: Readonly<Record<string, readonly (keyof Knowledge)[]>> = {
  "order.yaml": ["order"],
  "sources.yaml": ["sources"],
  "apps.yaml": ["apps", "ambiguous", "unlisted"],
  "answers/dates.yaml": ["entries"],
  "phrasings/dates.txt": ["phrasings"],
  "follow-up-questions/dates.txt": ["followUpQuestions"],
  "negatives.txt": ["negatives"],
  "words.yaml": ["words", "matter"],
  "ambient.txt": ["ambient"],
  "golden.yaml": ["golden"],
  "follow-ups.yaml": ["followUps"],
  "most-asked.yaml": ["mostAsked"],
};

type Edit = (bytes: number[], at: number, other: number) => number[];

const NEWLINE = 10;
const lineAt = (bytes: number[], at: number): [from: number, to: number] => {
  const next = bytes.indexOf(NEWLINE, at);
  return [bytes.lastIndexOf(NEWLINE, at - 1) + 1, next < 0 ? bytes.length : next + 1];
};
const splice = (bytes: number[], from: number, to: number, ...put: number[]) => [
  ...bytes.slice(0, from),
  ...put,
  ...bytes.slice(to),
];

const YAML_MARKS = [..."\n\t :-,#&*!|>'\"%@`{}[]?\\~"].map((mark) => mark.charCodeAt(0));
const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.nat(8).map(
    (size): Edit =>
      (bytes, at) =>
        splice(bytes, at, at + size + 1),
  ),
  fc.array(fc.constantFrom(...YAML_MARKS), { minLength: 1, maxLength: 4 }).map(
    (put): Edit =>
      (bytes, at) =>
        splice(bytes, at, at, ...put),
  ),
  fc.uint8Array({ minLength: 1, maxLength: 3 }).map(
    (put): Edit =>
      (bytes, at) =>
        splice(bytes, at, at + put.length, ...put),
  ),
  fc.constant<Edit>((bytes, at, other) => {
    const swapped = [...bytes];
    [swapped[at], swapped[other]] = [bytes[other] ?? 0, bytes[at] ?? 0];
    return swapped;
  }),
  fc.constant<Edit>((bytes, at) => splice(bytes, ...lineAt(bytes, at))),
  fc.constant<Edit>((bytes, at) => {
    const [from, to] = lineAt(bytes, at);
    return splice(bytes, from, from, ...bytes.slice(from, to));
  }),
  fc.constant<Edit>((bytes, at, other) => {
    const [from, to] = lineAt(bytes, at);
    const line = bytes.slice(from, to);
    const rest = splice(bytes, from, to);
    const [target] = lineAt(rest, Math.min(other, rest.length));
    return splice(rest, target, target, ...line);
  }),
);

interface Mutated {
  readonly file: string;
  readonly files: DataFiles;
  readonly lines: number;
}
const position = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const mutated = fc
  .tuple(
    fc.constantFrom(...Object.keys(FED_BY)),
    fc.array(fc.tuple(edit, position, position), { minLength: 1, maxLength: 2 }),
  )
  .map(([file, edits]): Mutated => {
    let bytes = [...(smallFiles.get(file) ?? [])];
    for (const [change, at, other] of edits)
      bytes = change(bytes, Math.floor(at * bytes.length), Math.floor(other * bytes.length));
    const files = new Map(smallFiles).set(file, Uint8Array.from(bytes));
    return { file, files, lines: bytes.filter((byte) => byte === NEWLINE || byte === 13).length + 1 };
  });

/** Every value in `value`, by the path that leads to it. */
function leaves(value: unknown, path = ""): [path: string, value: unknown][] {
  if (typeof value !== "object" || value === null) return [[path, value]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}/${key}`));
}

/** The paths at which the two differ. */
function diff(one: unknown, other: unknown): string[] {
  const [left, right] = [new Map(leaves(one)), new Map(leaves(other))];
  return [...new Set([...left.keys(), ...right.keys()])].filter((path) => left.get(path) !== right.get(path));
}

/** `npm run test:long` tries 10,000. A property that fails prints its seed. */
const NUM_RUNS = Number(process.env["MUTATIONS"] ?? 200);
const TIMEOUT_MS = 20_000 + NUM_RUNS * 30;
const check = (property: (mutation: Mutated) => void) =>
  fc.assert(fc.property(mutated, property), { numRuns: NUM_RUNS });
const checkGood = (property: (knowledge: Knowledge, mutation: Mutated) => void) =>
  check((mutation) => {
    const parsed = parseRemembered(mutation.files);
    if (parsed.kind === "good") property(parsed.knowledge, mutation);
  });

test(
  "a damaged file never makes parsing throw, and its problems point into files that exist",
  () => {
    check(({ files, file, lines }) => {
      const parsed = parseRemembered(files);
      if (parsed.kind === "good") return;
      for (const problem of parsed.problems) {
        expect(files.has(problem.file)).toBe(true);
        expect(problem.column).toBeGreaterThan(0);
        expect(problem.line).toBeGreaterThan(0);
        if (problem.file === file) expect(problem.line).toBeLessThanOrEqual(lines);
      }
    });
  },
  TIMEOUT_MS,
);

test(
  "whatever the damage is, it is told in plain words, with what to do: never in the parsers' own",
  () => {
    check(({ files }) => {
      const parsed = parseRemembered(files);
      if (parsed.kind === "good") return;
      for (const { message, fix = "" } of parsed.problems) {
        expect(message).toMatch(/[.]$/);
        expect(fix).toMatch(/[.?]$|[`"]\.?$/);
        const own = `${message} ${fix}`.replace(/`[^`]*`|"[^"]*"/g, "");
        expect(own).not.toMatch(
          /mapping|scalar|implicit|collection|invalid input|expected|received|regex|NaN|\[object/i,
        );
      }
    });
  },
  TIMEOUT_MS,
);

test(
  "a damaged file that still passes changes nothing but what it feeds",
  () => {
    checkGood((after, { file }) => {
      const wrong = diff(before, after).filter((path) => !FED_BY[file]?.some((part) => path.startsWith(`/${part}`)));
      expect(wrong).toEqual([]);
    });
  },
  TIMEOUT_MS,
);

test(
  "a damaged file that still passes has lost no id: every entry, app and source that is referred to is there",
  () => {
    checkGood((after) => {
      for (const part of ["entries", "apps", "sources"] as const)
        expect(Object.keys(after[part])).toEqual(expect.arrayContaining(Object.keys(before[part])));
    });
  },
  TIMEOUT_MS,
);

test(
  "a damaged file that still passes holds no blank text, no day that never was and no source that is not there",
  () => {
    const isDay = (text: string) => !Number.isNaN(Date.parse(text)) && new Date(text).toJSON().startsWith(text);
    checkGood((after) => {
      for (const [path, value] of leaves(after)) {
        if (typeof value === "string") expect([path, value.trim()]).not.toEqual([path, ""]);
        if (/\/(on|date|as-of|checked)$/.test(path)) expect([path, isDay(String(value))]).toEqual([path, true]);
        if (path.endsWith("/source")) expect(after.sources).toHaveProperty(String(value));
      }
    });
  },
  TIMEOUT_MS,
);

test("damage is not always found: the properties above are tried on files that pass with other content", () => {
  const passing = fc.sample(mutated, { numRuns: 400, seed: 1 }).filter(({ files }) => {
    const parsed = parseRemembered(files);
    return parsed.kind === "good" && diff(before, parsed.knowledge).length > 0;
  });
  expect(passing.length).toBeGreaterThan(20);
});
