/** Lists what is translated into Chinese and what is not yet, and prints forms for the rest. */
import type { Knowledge } from "../data/knowledge.js";
import { APP_TEXTS } from "../data/schema.js";
import { chineseOfApp, digestOf, digestOfEntry, findChinese, findText, type Translated } from "../data/translations.js";
import { ownValue } from "../values/own-value.js";

interface Translatable {
  /** Such as `start-date`, `wechat-pay maker`, `wechat-pay other-action 2022-12-16`, `timeline 2021-01-05`. */
  readonly name: string;
  /** Where its translation stands, inside the data folder. */
  readonly file: string;
  readonly digest: string;
  readonly english: string;
  readonly chinese: string | undefined;
  /** `stale`: the English text was translated and has changed since. */
  readonly state: "translated" | "stale" | "missing";
  /** The lines above its form that several share, such as the app's id. */
  readonly below: readonly string[];
  /** The name at the top of its form; an item of a list has none. */
  readonly head: string | undefined;
  /** The fields to be filled in, each with the comment above it. */
  readonly fields: Readonly<Record<string, string>>;
}

/** Lists everything that can be translated, in the order of the files; of sources only those with a translation. */
export function listTranslatable(knowledge: Knowledge): Translatable[] {
  return [...ofEntries(knowledge), ...ofApps(knowledge), ...ofOrder(knowledge), ...ofSources(knowledge)];
}

const stateOf = (chinese: string | undefined, wasTranslated: boolean): Translatable["state"] =>
  chinese !== undefined ? "translated" : wasTranslated ? "stale" : "missing";

const ofEntries = (knowledge: Knowledge): Translatable[] =>
  Object.values(knowledge.entries).map((entry) => {
    const { id, topic } = entry;
    const texts = (["question", "app-question", "answer", "app-answer"] as const).flatMap((field) => {
      const text = entry[field];
      return text === undefined ? [] : [{ field, text }];
    });
    const found = findChinese(knowledge, entry);
    const chinese = found && texts.map(({ field }) => found[field] ?? "").join(" ");
    return {
      name: id,
      file: `zh-CN/answers/${topic}.yaml`,
      digest: digestOfEntry(entry),
      english: texts.map(({ text }) => text).join(" "),
      chinese,
      state: stateOf(chinese, Object.hasOwn(knowledge.chinese.entries, id)),
      below: [],
      head: id,
      fields: Object.fromEntries(texts.map(({ field, text }) => [field, text])),
    };
  });

/** `known` is its translation, or those of the whole list that it is an item of. */
function single(
  text: Pick<Translatable, "name" | "file" | "english"> & Partial<Translatable>,
  known: readonly (Translated | undefined)[],
): Translatable {
  const { english, head } = text;
  const chinese = findText(known, english);
  const wasTranslated = head !== undefined && known.some((one) => one !== undefined);
  const state = stateOf(chinese, wasTranslated);
  return { below: [], head, fields: { text: english }, ...text, digest: digestOf(english), chinese, state };
}

function* ofApps(knowledge: Knowledge): Generator<Translatable> {
  const file = "zh-CN/apps.yaml";
  for (const app of Object.values(knowledge.apps)) {
    const { id } = app;
    const chinese = chineseOfApp(knowledge, app);
    for (const head of APP_TEXTS) {
      const english = app[head]?.text;
      if (english !== undefined)
        yield single({ name: `${id} ${head}`, file, english, below: [`${id}:`], head }, [chinese?.[head]]);
    }
    const below = [`${id}:`, "  other-action:"];
    for (const { on, text: english } of app["other-action"]) {
      const fields = { text: `${on}: ${english}` };
      yield single({ name: `${id} other-action ${on}`, file, english, below, fields }, chinese?.["other-action"] ?? []);
    }
  }
}

function* ofOrder({ order, chinese }: Knowledge): Generator<Translatable> {
  const file = "zh-CN/order.yaml";
  const { title, timeline } = chinese.order;
  yield single({ name: "title", file, english: order.title, head: "title" }, [title]);
  for (const { on, text: english } of order.timeline) {
    const fields = { text: `${on}: ${english}` };
    yield single({ name: `timeline ${on}`, file, english, below: ["timeline:"], fields }, timeline);
  }
}

/** Most sources are called in Chinese what they are called in English. */
function* ofSources({ sources, chinese }: Knowledge): Generator<Translatable> {
  for (const [name, { of, short }] of Object.entries(chinese.sources)) {
    const english = ownValue(sources, name)?.short;
    const text = { name, file: "zh-CN/sources.yaml", head: name };
    if (english !== undefined) yield single({ ...text, english, fields: { short: english } }, [{ of, text: short }]);
  }
}

/** Returns the forms for everything that is missing or stale, file by file, to be filled in and pasted. */
export function printForms(knowledge: Knowledge): string {
  const open = listTranslatable(knowledge).filter(({ state }) => state !== "translated");
  const lines = [...new Set(open.map(({ file }) => file))].flatMap((file) => {
    let above: readonly string[] = [];
    const forms = open
      .filter((one) => one.file === file)
      .flatMap(({ below, head, digest, fields, state }) => {
        const shared = below.filter((line, index) => line !== above[index]);
        above = below;
        const indent = "  ".repeat(below.length);
        return [
          ...(shared.length > 0 || below.length === 0 ? ["", ...shared] : []),
          ...(state === "stale" ? ["# stale:"] : []),
          ...(head === undefined ? [`${indent}- of: ${digest}`] : [`${indent}${head}:`, `${indent}  of: ${digest}`]),
          ...Object.entries(fields).flatMap(([field, comment]) => [
            `${indent}  # ${comment.replace(/\s+/g, " ")}`,
            `${indent}  ${field}:`,
          ]),
        ];
      });
    return [`### data/${file}`, ...forms, ""];
  });
  return lines.join("\n");
}
