/** What editors are told about the data files: the schema that they are parsed with, and a sentence on each field. */
import { z } from "zod";
import { FILES, FOLDERS, isList, TRANSLATIONS } from "./data-files.js";

const OF = "Names the English text that this translates, as `npm run check -- --translations` prints it.";

/** Said where the field is completed or pointed at; by file and field, `cites at` being `at` inside of `cites`. */
const HELP: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  answers: {
    question: "How the answer's question is put; it ends with a question mark.",
    answer:
      "The answer, below >- on indented lines. Slots: {date.signed} {date.earliest} {date.revoked} {date.checked} {days.on-the-books} {order.title} {order.citation} {apps.named} {apps.count}; about an app {app.name} {app.fact}.",
    cites: "The documents that every sentence rests on.",
    "cites source": "The id of a document in sources.yaml.",
    "cites at": "The place in the document, such as s.1(a).",
    reviewed: "The day on which a person compared this answer with its sources, written 2026-11-23.",
    reviewer: "The name of that person, if readers are to see it.",
    "review-by": "Only of an answer that time may make wrong: the day by which somebody must review it again.",
    legal: 'true adds "General information, not legal advice."',
    related: "Ids of answers that readers may want next.",
    app: "optional: `app-answer` is the wording about one of the eight apps. required: it makes sense only of an app.",
    "app-answer": "The wording for a question that names one of the eight apps; it may say {app.name}.",
    "app-question": "The question about one app, with the slot {app.name}: a button shows it.",
    shows: "The fact of the app that the answer shows where it says {app.fact}.",
  },
  sources: {
    hosts: "Where links may lead, and whose host it is: government, court, or a publisher as its sources name it.",
    sources: "Every document that may be cited, by its id.",
    "sources title": "The document's title.",
    "sources short": "What a reply calls it: EO 13971, Reuters, Sidley Austin. A reply adds the date itself.",
    "sources publisher": "Who wrote it, never who copied it.",
    "sources date": "When it was published: 2021-01-08, 2021-01 or 2021.",
    "sources tier": "primary: a law, an order, a court's paper. secondary: everything that reports about one.",
    "sources url": "Only to a government, a court or the publisher itself; its host stands at the top of this file.",
  },
  apps: {
    ambiguous: "Names that could mean several apps, each with the ids that it could mean.",
    unlisted: "Well-known apps that nobody confuses with the eight.",
    apps: "Every app, by its id.",
    "apps name": "What the app is called in answers.",
    "apps standing": "named: one of the order's eight, a closed list. look-alike: any other.",
    "apps names": "Other names to recognise it by; none may belong to two apps.",
    "apps other-action": "What was done about the app elsewhere, each with its date and sources.",
    "apps today":
      "The one rule that matters most about the app now, in one sentence; as-of is the day it was looked up.",
  },
  golden: {
    ask: "A question that must keep its reply; it is neither a phrasing nor a negative.",
    expect: "A label, none, choose, or a list of which any will do.",
    in: "channel: overheard, not put to the bot.",
    after: "The label of the answer that it follows up on.",
  },
  "zh-CN/answers": {
    of: OF,
    question: "The question in simplified Chinese.",
    answer: "The answer in simplified Chinese, with the same slots as in English.",
    "app-answer": "The wording about one app; it is here if the English answer has one.",
    "app-question": "The question about one app, with the slot {app.name}.",
  },
  "zh-CN/apps": {
    name: "What the app's users call it: 支付宝. Without it the English name is shown.",
    "other-action": "Each action in Chinese; `of` says which.",
    "other-action of": OF,
  },
  "zh-CN/order": { timeline: "Each event in Chinese; `of` says which.", "timeline of": OF },
  "zh-CN/sources": { of: OF, short: "What a reply calls the document in Chinese: 路透社, 第13971号行政令." },
  order: { checked: "The day on which the sources were last looked at." },
  words: { same: "Groups of words that mean the same; the first names the group, and no word is in two." },
};

/** A JSON Schema for each kind of YAML file: `answers` is that of every file in `answers/`, `zh-CN-apps` of `zh-CN/apps`. */
export function describeFiles(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries({ ...FILES, ...TRANSLATIONS, ...FOLDERS })
      .filter(([name]) => !isList(name))
      .map(([name, schema]) => [name.replace("/", "-"), describeFile(name, schema)]),
  );
}

/** The dialect is the one that the YAML extensions of editors know best. */
function describeFile(name: string, schema: z.ZodType): object {
  // Fields of one kind share one object: each needs its own to be described.
  const described = JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { io: "input", target: "draft-7" })),
  ) as JsonSchema;
  explain(described, HELP[name] ?? {}, []);
  return described;
}

interface JsonSchema {
  description?: string;
  type?: string;
  pattern?: string;
  readonly properties?: Readonly<Record<string, JsonSchema>>;
  readonly additionalProperties?: JsonSchema | false;
  readonly items?: JsonSchema;
}

const DAY = "^\\d{4}-\\d{2}-\\d{2}$";

/** `trail`: the names of the fields that lead to `schema`, ids left out. */
function explain(schema: JsonSchema, help: Readonly<Record<string, string>>, trail: readonly string[]): void {
  const description = help[trail.join(" ")];
  if (description !== undefined) schema.description = description;
  if (["on", "checked", "reviewed", "review-by"].includes(trail.at(-1) ?? "") && schema.type === "string")
    schema.pattern ??= DAY;
  for (const [name, field] of Object.entries(schema.properties ?? {})) explain(field, help, [...trail, name]);
  const within = Object.fromEntries(Object.entries(help).filter(([field]) => field !== trail.join(" ")));
  for (const inner of [schema.items, schema.additionalProperties])
    if (inner !== undefined && inner !== false) explain(inner, within, trail);
}
