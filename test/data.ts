/** Data files for the tests: the real ones, read once and edited in memory, and a small set that parses in no time. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { formatProblem, type Problem } from "friendly-yaml";
import type { DataFiles } from "../src/core/data/data-files.js";
import type { Knowledge } from "../src/core/data/knowledge.js";
import { type FileMemory, parse } from "../src/core/data/parse.js";
import { readDataFiles } from "../src/store/data-folder.js";

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const filesOf = (texts: Readonly<Record<string, string>>): DataFiles =>
  new Map(Object.entries(texts).map(([file, text]) => [file, bytesOf(text)]));

export const realFiles: DataFiles = readDataFiles("data");

/** The real files without their thousands of example lines, which take most of the time that parsing takes. */
export const leanFiles: DataFiles = new Map([
  ...[...realFiles].filter(([file]) => !file.startsWith("phrasings/")),
  ...filesOf({ "negatives.txt": "[chatter]\n", "ambient.txt": "[speak]\n[silent]\n" }),
]);

/** The real files with the first lines below each heading of the lists of questions. */
export const shortFiles: DataFiles = new Map(
  [...realFiles].map(([file, bytes]) => [file, file.endsWith(".txt") ? shorten(bytes) : bytes]),
);

function shorten(bytes: Uint8Array): Uint8Array {
  const sections = new TextDecoder().decode(bytes).split(/^(?=\[)/m);
  return bytesOf(sections.map((section) => `${section.split("\n").slice(0, 6).join("\n")}\n`).join(""));
}

/** A whole data folder with two answers. */
export const smallFiles: DataFiles = filesOf({
  "order.yaml": `number: 13971
title: A title
citation: 86 FR 1249
document: 2021-00305
names: [the order]
sections: { s.1(a): Names the apps. }
events:
  signed: { on: 2021-01-05, cites: [{ source: the-order, at: s.1(a) }] }
  earliest: { days-after-signed: 45, cites: [{ source: the-order }] }
  revoked: { on: 2021-06-09, by: Executive Order 14034, cites: [{ source: the-order }] }
timeline:
  - on: 2021-01-05
    text: It is signed.
    cites: [{ source: the-order }]
  - on: 2021-06
    text: It is revoked.
    cites: [{ source: a-paper }]
checked: 2026-11-23
`,
  "sources.yaml": `hosts: { www.federalregister.gov: government }
sources:
  the-order:
    title: The order
    short: The order
    publisher: Federal Register
    date: 2021-01-08
    tier: primary
    url: https://www.federalregister.gov/d/2021-00305
  a-paper: { title: A report, short: A paper, publisher: A paper, date: 2021-06, tier: secondary }
`,
  "apps.yaml": `ambiguous:
  pay: { means: [red-pay, blue-pay] }
unlisted: [green pay]
apps:
  red-pay:
    name: Red Pay
    standing: named
    names: [redpay, 红支付]
    maker: { text: Red Pay is made by Red., as-of: 2021-01-05, cites: [{ source: the-order }] }
    other-action: [{ on: 2022-12, text: A state acted., cites: [{ source: a-paper }] }]
  blue-pay: { name: Blue Pay, standing: look-alike, names: [bluepay] }
`,
  "answers/dates.yaml": `start-date:
  question: When would it have started?
  answer: On {date.earliest}, 45 days after {date.signed}.
  cites:
    - source: the-order
      at: s.1(e)
    - source: a-paper
  reviewed: 2026-11-23
  related: [app-maker]
app-maker:
  question: Who makes the app?
  answer: "{app.fact}"
  cites: []
  reviewed: 2026-11-23
  app: required
  shows: maker
`,
  "phrasings/dates.txt": `[start-date]\nwhen does it start\nstart "day"?\n\n[app-maker]\nwho makes {app}\n`,
  "follow-up-questions/dates.txt": "[start-date > app-maker]\nand who makes it\n\n[named > start-date]\nfrom when\n",
  "negatives.txt": "[chatter]\nhello there\n",
  "words.yaml": "same: [[begin, start]]\nmatter: [executive order]\n",
  "ambient.txt": "[speak]\nwhen did the order start?\n\n[silent]\nlol\n",
  "golden.yaml": `- { ask: "when did it begin", expect: start-date }\n- { ask: hm, expect: [none, choose] }\n`,
  "follow-ups.yaml":
    "why: [start-date]\nwhy-not: []\nwhen: [start-date]\nwho: []\nwhere: []\nwhich: []\nhow-many: []\nstill: []\nlater: []\nabout: { start-date: [beginning] }\n",
  "most-asked.yaml": "- app:red-pay\n- start-date\n",
});

/** The small set about an app of the real data: a program that answers from it starts in half the time. */
export const programFiles: DataFiles = new Map([
  ...edited("apps.yaml", (text) => text.replace("name: Red Pay", "name: WeChat Pay"), smallFiles),
  ...filesOf({ "phrasings/apps.txt": "[app-status]\nis {app} banned\nis {app} allowed\nis {app} prohibited\n" }),
]);

export function writeDataFiles(folder: string, files: DataFiles): void {
  for (const [file, bytes] of files) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), bytes);
  }
}

export function textOf(files: DataFiles, file: string): string {
  return new TextDecoder().decode(files.get(file));
}

/** `files` with one of them edited. Throws where the edit changes nothing, so that no test edits thin air. */
export function edited(file: string, edit: (text: string) => string, files: DataFiles = leanFiles): DataFiles {
  const before = textOf(files, file);
  const after = edit(before);
  if (after === before) throw new Error(`the edit of ${file} changes nothing`);
  return new Map(files).set(file, bytesOf(after));
}

/** Where `marker` stands in `text`, counted from 1 as in a problem. */
export function placeOf(text: string, marker: string): Pick<Problem, "line" | "column"> {
  const at = text.indexOf(marker);
  if (at < 0) throw new Error(`"${marker}" is not in the text`);
  const before = text.slice(0, at).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Files that were read before are not read again, as in the running bot: reading them all takes most of a second. */
const read = new WeakMap<Uint8Array, { readonly file: string; readonly value: unknown }>();
export const fileMemory: FileMemory = {
  recall(file, bytes) {
    const known = read.get(bytes);
    return known?.file === file ? known.value : undefined;
  },
  keep: (file, bytes, value) => void read.set(bytes, { file, value }),
};

export const parseRemembered = (files: DataFiles) => parse(files, fileMemory);

/** What good files say; throws their problems. */
export function knowledgeOf(files: DataFiles): Knowledge {
  const parsed = parseRemembered(files);
  if (parsed.kind === "bad") throw new Error(parsed.problems.map(formatProblem).join("\n"));
  return parsed.knowledge;
}
