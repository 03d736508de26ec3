import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path/posix";
import { describe, expect, test } from "vitest";

interface Room {
  /** A folder or a file; of several that hold a file the longest is its room. */
  readonly at: string;
  /** Packages, `node:` for all of Node, and rooms of ours, beside the room itself. */
  readonly may: readonly string[];
  readonly mustNot?: readonly string[];
}

const ROOMS: readonly Room[] = [
  { at: "src/core", may: ["zod", "yaml", "fuse.js", "date-fns", "@date-fns/utc", "opencc-js"] },
  { at: "commands", may: ["src/command.ts", "src/form.ts", "src/ports.ts", "src/said.ts", "src/core"] },
  { at: "src/command.ts", may: ["src/form.ts", "src/ports.ts", "src/said.ts", "src/core"] },
  { at: "src/form.ts", may: ["src/ports.ts", "src/said.ts", "src/core"] },
  { at: "src/ports.ts", may: ["src/core"] },
  { at: "src/said.ts", may: ["src/core"] },
  {
    at: "src/discord",
    may: ["discord.js", "pino", "node:", "src/command.ts", "src/form.ts", "src/ports.ts", "src/said.ts", "src/core"],
    mustNot: ["node:fs"],
  },
  { at: "src/terminal", may: ["node:", "src/core", "src/data-folder.ts", "commands", "src/terminal/bench"] },
  // The benchmark sets other libraries against ours.
  {
    at: "src/terminal/bench",
    may: ["node:", "src/core", "src/data-folder.ts", "src/fitting", "src/terminal", "fuse.js", "minisearch"],
  },
  { at: "src/terminal/screenshot.ts", may: ["node:", "src/terminal", "playwright-core"] },
  { at: "src/fitting", may: ["node:", "src/core"] },
  { at: "src/data-folder.ts", may: ["node:", "src/core", "src/fitting"] },
  { at: "src/draft-thread.ts", may: ["node:", "src/core"] },
  {
    at: "src/live-data",
    may: [
      "node:",
      "zod",
      "src/core",
      "src/data-folder.ts",
      "src/fitting",
      "src/ports.ts",
      "src/remembered-answers.ts",
      "src/state-folder.ts",
    ],
  },
  { at: "src/remembered-answers.ts", may: ["node:", "src/core"], mustNot: ["node:fs"] },
  { at: "src/state-folder.ts", may: ["node:", "zod", "src/ports.ts", "src/state-lock.ts"] },
  { at: "src/state-lock.ts", may: ["node:"] },
  { at: "src/config.ts", may: ["zod", "src/core"] },
  { at: "src/web", may: ["hono", "@hono/node-server", "prom-client", "pino", "node:"], mustNot: ["node:fs"] },
  // They try the built bot from outside, as a process: nothing of it is imported.
  {
    at: "src/trials",
    may: [
      "node:",
      "src/sandbox",
      "src/terminal/table.ts",
      "src/terminal/tool.ts",
      "src/terminal/statistics.ts",
      "discord-api-types",
    ],
  },
  { at: "src/trials/load/constant-bot.ts", may: ["discord.js"] },
  { at: "src/arguments.ts", may: ["node:"] },
  { at: "src/exits.ts", may: [] },
  { at: "src/orphan.ts", may: ["node:"] },
  { at: "src/local.ts", may: ["node:", "src/ports.ts", "src/sandbox", "src/page"] },
  { at: "src/page", may: ["node:", "ws", "zod", "discord-api-types", "src/sandbox"] },
  // Runs in the browser, bundled: it shares with its server only the types of what they say to each other.
  {
    at: "src/page/client",
    may: [
      "lit",
      "@skyra/discord-components-core",
      "discord-markdown-parser",
      "discord-api-types",
      "src/page/protocol.ts",
      "src/page/requests.ts",
    ],
  },
  { at: "src/sandbox", may: ["node:", "ws", "discord-api-types"] },
];

/** Introduces the rooms to each other, and so may import them all. */
const INTRODUCER = "src/main.ts";

const files = ["src", "commands"].flatMap((folder) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts"))
    .map((file) => `${folder}/${file.replaceAll("\\", "/")}`),
);
const codeOf = (file: string) =>
  readFileSync(file, "utf8")
    .replace(/\/\*[\s\S]*?\*\//g, "")
    .replace(/(^|\s)\/\/.*$/gm, "$1");

const STATIC = /^\s*(?:import|export)\b[^"';]*?\bfrom\s*["']([^"']+)["']/gm;
const FOR_EFFECT = /^\s*import\s*["']([^"']+)["']/gm;
const DYNAMIC = /\bimport\s*\(\s*["'`]([^"'`]+)["'`]/g;

/** What `code`, the text of `file`, imports in any way: packages by name, our own files by path. */
function importsOf(file: string, code: string): string[] {
  const specifiers = [STATIC, FOR_EFFECT, DYNAMIC].flatMap((pattern) =>
    [...code.matchAll(pattern)].map(([, specifier = ""]) => specifier),
  );
  return specifiers.map((specifier) =>
    specifier.startsWith(".") ? join(dirname(file), specifier).replace(/\.js$/, ".ts") : specifier,
  );
}

const isIn = (target: string, place: string): boolean =>
  place.endsWith(":") ? target.startsWith(place) : target === place || target.startsWith(`${place}/`);

const roomOf = (file: string): Room | undefined =>
  ROOMS.filter(({ at }) => isIn(file, at)).sort((a, b) => b.at.length - a.at.length)[0];

function mayImport(file: string, target: string): boolean {
  const room = roomOf(file);
  if (file === INTRODUCER) return true;
  if (room === undefined || room.mustNot?.some((place) => isIn(target, place))) return false;
  return roomOf(target) === room || room.may.some((place) => isIn(target, place) && target !== INTRODUCER);
}

describe("a room", () => {
  test("imports only what it may", () => {
    const strays = files.flatMap((file) =>
      importsOf(file, codeOf(file))
        .filter((target) => !mayImport(file, target))
        .map((target) => `${file} imports ${target}`),
    );
    expect(strays).toEqual([]);
  });

  test("holds every file: a new one belongs somewhere", () => {
    expect(files.filter((file) => file !== INTRODUCER && roomOf(file) === undefined)).toEqual([]);
  });

  test("exists: the table speaks of no room that is gone", () => {
    expect(ROOMS.filter(({ at }) => !files.some((file) => isIn(file, at)))).toEqual([]);
  });
});

/** The files that lead from `file` back to it, each importing the next; types count. */
function circleAt(file: string, imports: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const before = new Map<string, string | undefined>([[file, undefined]]);
  for (const [reached] of before) {
    for (const target of imports.get(reached) ?? []) {
      if (target === file) {
        const way = [file];
        for (let at: string | undefined = reached; at !== undefined; at = before.get(at)) way.unshift(at);
        return way;
      }
      if (!before.has(target)) before.set(target, reached);
    }
  }
  return undefined;
}

describe("imports", () => {
  test("never lead back to where they began, not even for a type", () => {
    const imports = new Map(files.map((file) => [file, importsOf(file, codeOf(file))]));
    expect(files.flatMap((file) => circleAt(file, imports)?.join(" -> ") ?? [])).toEqual([]);
  });

  test("that do lead back are found", () => {
    const imports = new Map([
      ["a", ["b"]],
      ["b", ["c", "d"]],
      ["c", []],
      ["d", ["b"]],
    ]);
    expect(["a", "b", "c", "d"].map((file) => circleAt(file, imports)?.join(" -> "))).toEqual([
      undefined,
      "b -> d -> b",
      undefined,
      "d -> b -> d",
    ]);
  });
});

describe("the watch over the rooms", () => {
  test.each([
    ["src/core/a.ts", 'import { x } from "node:fs";'],
    ["src/core/a.ts", 'import type { x } from "discord.js";'],
    ["src/core/a.ts", 'import {\n  x,\n  type Y,\n} from "../discord/bot.js";'],
    ["src/core/a.ts", 'export * from "../data-folder.js";'],
    ["src/core/a.ts", 'export { x } from "../config.js";'],
    ["src/core/a.ts", 'const x = await import("../fitting/cache.js");'],
    ["src/core/a.ts", 'type X = import("dotenv").Y;'],
    ["src/core/matching/a.ts", 'import "../../main.js";'],
    ["src/discord/a.ts", 'import { x } from "node:fs/promises";'],
    ["src/discord/a.ts", 'import { x } from "../config.js";'],
    ["commands/a.ts", 'import { x } from "../src/discord/bot.js";'],
    ["src/terminal/a.ts", 'import { x } from "discord.js";'],
    ["src/sandbox/a.ts", 'import { x } from "../core/text.js";'],
  ])("finds what %s must not import: %s", (file, code) => {
    const targets = importsOf(file, code);
    expect(targets).toHaveLength(1);
    expect(targets.filter((target) => mayImport(file, target))).toEqual([]);
  });

  test.each([
    ["src/core/a.ts", 'import { x } from "./text.js";'],
    ["src/core/a.ts", 'import { x } from "opencc-js/t2cn";'],
    ["commands/a.ts", 'import type { x } from "../src/core/decision.js";'],
    ["src/main.ts", 'import { x } from "./sandbox/sandbox.js";'],
  ])("lets %s import what it may: %s", (file, code) => {
    expect(importsOf(file, code).map((target) => mayImport(file, target))).toEqual([true]);
  });
});

describe("a file", () => {
  const whereSomeCodeIs = (pattern: RegExp) => files.filter((file) => pattern.test(codeOf(file)));

  test("has no default export", () => {
    expect(whereSomeCodeIs(/^\s*export\s+default\b|\bas\s+default\b/m)).toEqual([]);
  });

  test("is no barrel and imports none: nothing is exported by another file than its own", () => {
    expect(whereSomeCodeIs(/^\s*export\b[^"';=(]*\bfrom\s*["']/m)).toEqual([]);
    expect(files.filter((file) => /(^|\/)index\.ts$/.test(file))).toEqual([]);
  });

  test("names what it imports outright: no import is put together at run time", () => {
    expect(whereSomeCodeIs(/\bimport\s*\(\s*(?!["'`][^"'`$]+["'`]\s*\))/)).toEqual([]);
  });
});
