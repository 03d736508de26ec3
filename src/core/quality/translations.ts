/** Which Chinese translations there are, are missing, or no longer match the English text that they translate. */
import type { ReadFiles } from "../data/data-files.js";
import type { Knowledge } from "../data/knowledge.js";
import { FACTS } from "../data/schema.js";
import { chineseOfApp, digestOf, digestOfEntry, findChinese, findText } from "../data/translations.js";
import { createWriter } from "../reply/writer.js";
import { findDifferences } from "./equal-facts.js";
import type { Finding } from "./finding.js";

/** Something that is translated as a whole. */
interface Translatable {
  /** Names it: `start-date`, `wechat-pay maker`, `wechat-pay other-action 2022-12-16`, `timeline 2021-01-05`. */
  readonly name: string;
  /** Where its translation stands, inside the data folder. */
  readonly file: string;
  readonly digest: string;
  readonly english: string;
  /** What it says in Chinese, if it is translated. */
  readonly chinese?: string;
  /** `stale`: the English text was translated and has changed since. */
  readonly state: "translated" | "stale" | "missing";
  /** Its form in `file`, to be filled in. */
  readonly form: readonly string[];
  /** The lines above the form that several share, such as the app's id. */
  readonly below: readonly string[];
}

/** Everything that is translated, in the order of the files; of sources only what has a translation. */
export function listTranslatable(knowledge: Knowledge): Translatable[] {
  return [...ofEntries(knowledge), ...ofApps(knowledge), ...ofOrder(knowledge), ...ofSources(knowledge)];
}

const comment = (english: string): string => `# ${english.replace(/\s+/g, " ")}`;

function ofEntries(knowledge: Knowledge): Translatable[] {
  return Object.values(knowledge.entries).map((entry) => {
    const { id, topic } = entry;
    const fields = (["question", "app-question", "answer", "app-answer"] as const).flatMap((field) => {
      const text = entry[field];
      return text === undefined ? [] : [{ field, text }];
    });
    const digest = digestOfEntry(entry);
    const found = findChinese(knowledge, entry);
    return {
      ...(found && { chinese: fields.map(({ field }) => found[field] ?? "").join(" ") }),
      name: id,
      file: `zh-CN/answers/${topic}.yaml`,
      digest,
      english: fields.map(({ text }) => text).join(" "),
      state: found ? "translated" : Object.hasOwn(knowledge.chinese.entries, id) ? "stale" : "missing",
      below: [],
      form: [
        `${id}:`,
        `  of: ${digest}`,
        ...fields.flatMap(({ field, text }) => [`  ${comment(text)}`, `  ${field}:`]),
      ],
    };
  });
}

function ofApps(knowledge: Knowledge): Translatable[] {
  const file = "zh-CN/apps.yaml";
  return Object.values(knowledge.apps).flatMap((app) => {
    const chinese = chineseOfApp(knowledge, app);
    const facts = [...FACTS, "note" as const, "today" as const].flatMap((field): Translatable[] => {
      const text = app[field]?.text;
      if (text === undefined) return [];
      const known = chinese?.[field];
      const digest = digestOf(text);
      const state = findText([known], text) !== undefined ? "translated" : known ? "stale" : "missing";
      const form = [`  ${field}:`, `    of: ${digest}`, `    ${comment(text)}`, "    text:"];
      const translated = findText([known], text);
      return [
        {
          ...(translated && { chinese: translated }),
          name: `${app.id} ${field}`,
          file,
          digest,
          english: text,
          state,
          below: [`${app.id}:`],
          form,
        },
      ];
    });
    const actions = app["other-action"].map(({ on, text }): Translatable => {
      const digest = digestOf(text);
      const translated = findText(chinese?.["other-action"] ?? [], text);
      return {
        name: `${app.id} other-action ${on}`,
        file,
        digest,
        english: text,
        ...(translated && { chinese: translated }),
        state: translated ? "translated" : "missing",
        below: [`${app.id}:`, "  other-action:"],
        form: [`    - of: ${digest}`, `      ${comment(`${on}: ${text}`)}`, "      text:"],
      };
    });
    return [...facts, ...actions];
  });
}

function ofOrder({ order, chinese }: Knowledge): Translatable[] {
  const file = "zh-CN/order.yaml";
  const title: Translatable = {
    name: "title",
    file,
    digest: digestOf(order.title),
    english: order.title,
    state:
      findText([chinese.order.title], order.title) !== undefined
        ? "translated"
        : chinese.order.title
          ? "stale"
          : "missing",
    below: [],
    form: ["title:", `  of: ${digestOf(order.title)}`, `  ${comment(order.title)}`, "  text:"],
  };
  const timeline = order.timeline.map(({ on, text }): Translatable => {
    const digest = digestOf(text);
    const translated = findText(chinese.order.timeline, text);
    return {
      ...(translated && { chinese: translated }),
      name: `timeline ${on}`,
      file,
      digest,
      english: text,
      state: translated ? "translated" : "missing",
      below: ["timeline:"],
      form: [`  - of: ${digest}`, `    ${comment(`${on}: ${text}`)}`, "    text:"],
    };
  });
  return [title, ...timeline];
}

/** Most sources are called in Chinese what they are called in English. */
function ofSources({ sources, chinese }: Knowledge): Translatable[] {
  return Object.entries(sources).flatMap(([id, { short }]): Translatable[] => {
    const known = Object.hasOwn(chinese.sources, id) ? chinese.sources[id] : undefined;
    if (known === undefined) return [];
    const digest = digestOf(short);
    const form = [`${id}:`, `  of: ${digest}`, `  ${comment(short)}`, "  short:"];
    const state = known.of === digest ? "translated" : "stale";
    return [{ name: id, file: "zh-CN/sources.yaml", digest, english: short, state, below: [], form }];
  });
}

/** The forms of all that is missing or stale, a file after the other, to be filled in and put into it. */
export function printForms(knowledge: Knowledge): string {
  const open = listTranslatable(knowledge).filter(({ state }) => state !== "translated");
  const files = [...new Set(open.map(({ file }) => file))];
  const lines = files.flatMap((file) => {
    let above: readonly string[] = [];
    const forms = open
      .filter((one) => one.file === file)
      .flatMap(({ below, form, state }) => {
        const heads = below.filter((line, index) => line !== above[index]);
        above = below;
        return [
          ...(heads.length > 0 ? ["", ...heads] : below.length > 0 ? [] : [""]),
          ...(state === "stale" ? ["# stale:"] : []),
          ...form,
        ];
      });
    return [`### data/${file}`, ...forms, ""];
  });
  return lines.join("\n");
}

/** What was translated before an edit of the English texts, and is not any more. */
export function findMadeStale(before: Knowledge, after: Knowledge): string[] {
  const names = (knowledge: Knowledge) =>
    listTranslatable(knowledge).flatMap(({ name, state }) => (state === "translated" ? [name] : []));
  const still = new Set(names(after));
  const there = new Set(listTranslatable(after).map(({ name }) => name));
  return names(before).filter((name) => there.has(name) && !still.has(name));
}

const HOW = "`npm run check -- --translations` prints the form of each, to be filled in and put into";

/** Advice on what Chinese readers get in English, and on translations of what is not there any more. */
export const checkTranslations = (files: ReadFiles, knowledge: Knowledge): Finding[] => [
  ...checkEachText(files, knowledge),
  ...checkOrphans(files, knowledge),
];

function checkOrphans(files: ReadFiles, knowledge: Knowledge): Finding[] {
  const fix = "Take it out, or name the English text that it translates.";
  const translated = [
    ...files["zh-CN/answers"].map((file) => ({ file, there: knowledge.entries })),
    { file: files["zh-CN/apps"], there: knowledge.apps },
    { file: files["zh-CN/sources"], there: knowledge.sources },
  ];
  return translated.flatMap(({ file, there }) =>
    Object.keys(file?.value ?? {}).flatMap((id): Finding[] => {
      if (file === undefined || Object.hasOwn(there, id)) return [];
      const problem = file.problemAt([id], `\`${id}\` translates nothing that is there.`, { fix, atName: true });
      return [{ ...problem, level: "advice", about: "translations" }];
    }),
  );
}

function checkEachText(files: ReadFiles, knowledge: Knowledge): Finding[] {
  const { nameOf } = createWriter(knowledge, "zh-CN");
  return listTranslatable(knowledge).flatMap(({ name, file, digest, state, english, chinese }): Finding[] => {
    const [id = "", field] = name.split(" ");
    const found = [...files["zh-CN/answers"], files["zh-CN/apps"], files["zh-CN/order"], files["zh-CN/sources"]].find(
      (one) => one?.file === file,
    );
    if (state === "translated") {
      const told =
        chinese === undefined ? [] : findDifferences(english, chinese, Object.values(knowledge.apps), nameOf);
      if (told.length === 0 || found === undefined) return [];
      const path = field === undefined ? [id] : [id, field];
      const message = `The translation of \`${name}\` differs: ${told.join("; ")}.`;
      const fix = "Give both texts the same dates, figures, slots and apps.";
      return [{ ...found.problemAt(path, message, { fix, atName: true }), level: "advice", about: "translations" }];
    }
    if (state === "stale" && found !== undefined) {
      const message = `The English text of \`${name}\` has changed since this was translated, and Chinese readers get it in English.`;
      const fix = `Compare both, then write \`of: ${digest}\`.`;
      const path = field === undefined ? [id, "of"] : [id, field, "of"];
      return [{ ...found.problemAt(path, message, { fix }), level: "advice", about: "translations" }];
    }
    const message = `\`${name}\` is not translated, and Chinese readers get it in English.`;
    const answers = files.answers.find(({ value }) => Object.hasOwn(value, id));
    const place =
      answers?.problemAt([id], message, { fix: `${HOW} ${file}.`, atName: true }) ??
      (file === "zh-CN/apps.yaml" ? files.apps : files.order).problemAt(
        file === "zh-CN/apps.yaml" ? ["apps", id] : ["timeline"],
        message,
        { fix: `${HOW} ${file}.`, atName: true },
      );
    return [{ ...place, level: "advice", about: "translations" }];
  });
}
