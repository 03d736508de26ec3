/** Lists what is translated into Chinese and what is not yet, and prints forms for the rest. */
import type { Knowledge } from "../data/knowledge.js";
import { FACTS } from "../data/schema.js";
import { chineseOfApp, digestOf, digestOfEntry, findChinese, findText, type Translated } from "../data/translations.js";
import { ownValue } from "../values/own-value.js";

interface Translatable {
  /** Such as `start-date`, `wechat-pay maker`, `wechat-pay other-action 2022-12-16`, `timeline 2021-01-05`. */
  readonly name: string;
  /** Where its translation stands, inside the data folder. */
  readonly file: string;
  readonly digest: string;
  readonly english: string;
  readonly chinese?: string;
  /** `stale`: the English text was translated and has changed since. */
  readonly state: "translated" | "stale" | "missing";
  /** Its form in `file`, to be filled in. */
  readonly form: readonly string[];
  /** The lines above the form that several share, such as the app's id. */
  readonly below: readonly string[];
}

/** Lists everything that can be translated, in the order of the files; of sources only those with a translation. */
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

interface SingleText extends Pick<Translatable, "name" | "file" | "english" | "below"> {
  /** The first line of its form; an item of a list has none. */
  readonly head?: string;
  /** The name of the field with the Chinese text. */
  readonly field?: string;
  /** The day of an item of a list. */
  readonly on?: string;
  /** Its translation, or those of the whole list that it is in. */
  readonly known: readonly (Translated | undefined)[];
}

function single({ head, field = "text", on, known, ...text }: SingleText): Translatable {
  const { english, below } = text;
  const digest = digestOf(english);
  const chinese = findText(known, english);
  const isStale = head !== undefined && known.some((one) => one !== undefined);
  const indent = "  ".repeat(below.length);
  return {
    ...text,
    digest,
    ...(chinese !== undefined && { chinese }),
    state: chinese !== undefined ? "translated" : isStale ? "stale" : "missing",
    form: [
      ...(head === undefined ? [`${indent}- of: ${digest}`] : [`${indent}${head}:`, `${indent}  of: ${digest}`]),
      `${indent}  ${comment(on === undefined ? english : `${on}: ${english}`)}`,
      `${indent}  ${field}:`,
    ],
  };
}

function ofApps(knowledge: Knowledge): Translatable[] {
  const file = "zh-CN/apps.yaml";
  return Object.values(knowledge.apps).flatMap((app) => {
    const { id } = app;
    const chinese = chineseOfApp(knowledge, app);
    const facts = [...FACTS, "note" as const, "today" as const].flatMap((head) => {
      const english = app[head]?.text;
      if (english === undefined) return [];
      return [single({ name: `${id} ${head}`, file, english, below: [`${id}:`], head, known: [chinese?.[head]] })];
    });
    const below = [`${id}:`, "  other-action:"];
    const known = chinese?.["other-action"] ?? [];
    const actions = app["other-action"].map(({ on, text }) =>
      single({ name: `${id} other-action ${on}`, file, english: text, below, on, known }),
    );
    return [...facts, ...actions];
  });
}

function ofOrder({ order, chinese }: Knowledge): Translatable[] {
  const file = "zh-CN/order.yaml";
  const { title, timeline } = chinese.order;
  return [
    single({ name: "title", file, english: order.title, below: [], head: "title", known: [title] }),
    ...order.timeline.map(({ on, text }) =>
      single({ name: `timeline ${on}`, file, english: text, below: ["timeline:"], on, known: timeline }),
    ),
  ];
}

/** Most sources are called in Chinese what they are called in English. */
function ofSources({ sources, chinese }: Knowledge): Translatable[] {
  return Object.entries(chinese.sources).flatMap(([name, { of, short }]) => {
    const english = ownValue(sources, name)?.short;
    if (english === undefined) return [];
    const known = [{ of, text: short }];
    return [single({ name, file: "zh-CN/sources.yaml", english, below: [], head: name, field: "short", known })];
  });
}

/** Returns the forms for everything that is missing or stale, file by file, to be filled in and pasted. */
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
