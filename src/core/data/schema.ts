/** What each data file may hold: the one description that parsing, checking and the editors' JSON Schemas come from. */
import { z } from "zod";
import { parseDate } from "../values/calendar.js";

const line = z.string().trim().min(1).max(300);
const prose = z.string().trim().min(1).max(1200);
const id = z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "an id is lower-case words joined by hyphens");
const day = z.string().transform((text, context) => {
  const date = parseDate(text);
  if (date !== undefined) return date;
  const isWritten = /^\d{4}-\d{2}-\d{2}$/.test(text);
  context.addIssue({
    code: "custom",
    message: isWritten ? "there is no such day" : "it is not a date written as YYYY-MM-DD",
    params: { fix: isWritten ? "Look it up in a calendar." : "Write it like 2021-06-09." },
  });
  return z.NEVER;
});
const dayMonthOrYear = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is written YYYY, YYYY-MM or YYYY-MM-DD")
  .refine((text) => parseDate(`${text}-01-01`.slice(0, 10)) !== undefined, "no such date");

const cite = z.strictObject({ source: id, at: line.optional() });
const cites = z.array(cite).min(1).max(8);
const fact = z.strictObject({ text: prose, "as-of": dayMonthOrYear.optional(), cites });
const dated = z.strictObject({ on: dayMonthOrYear, text: prose, cites });

export const sourcesFile = z.strictObject({
  hosts: z.record(z.string().regex(/^[a-z0-9.-]+$/, "a host is lower case, without https://"), line),
  sources: z.record(
    id,
    z.strictObject({
      title: line,
      /** What a reply calls the document, such as "EO 13971" or its publisher's name. */
      short: line.max(40),
      publisher: line,
      date: dayMonthOrYear.optional(),
      tier: z.enum(["primary", "secondary"]),
      url: z
        .url({ protocol: /^https$/ })
        .max(512)
        .optional(),
    }),
  ),
});

export const orderFile = z.strictObject({
  number: z.number().int().positive(),
  title: line,
  citation: line,
  document: line,
  /** What people call the order. */
  names: z.array(line).min(1),
  sections: z.record(line, prose),
  events: z.strictObject({
    signed: z.strictObject({ on: day, cites }),
    earliest: z.strictObject({ "days-after-signed": z.number().int().min(1).max(3650), cites }),
    revoked: z.strictObject({ on: day, by: line, cites }),
  }),
  timeline: z.array(dated).min(1),
  checked: day,
});

/** The facts that an answer can show of an app. */
export const FACTS = ["maker", "what", "us-users", "security"] as const;

export const appsFile = z.strictObject({
  ambiguous: z.record(line, z.strictObject({ means: z.array(id).min(2).max(5), "in-a-sentence": id.optional() })),
  unlisted: z.array(line).default([]),
  apps: z.record(
    id,
    z.strictObject({
      name: line.max(60),
      standing: z.enum(["named", "look-alike"]),
      names: z.array(line).default([]),
      maker: fact.optional(),
      what: fact.optional(),
      "us-users": fact.optional(),
      security: fact.optional(),
      "other-action": z.array(dated).default([]),
      note: fact.optional(),
      /** The one rule that matters most about the app now, in one sentence. */
      today: fact.required({ "as-of": true }).optional(),
    }),
  ),
});

export const answersFile = z.record(
  id,
  z.strictObject({
    question: line.refine((text) => text.endsWith("?"), "a question ends with a question mark"),
    answer: prose,
    cites: z.array(cite).max(8),
    /** The day on which a person last compared the answer with its sources. */
    reviewed: day,
    /** That person's name, if it is to be shown. */
    reviewer: line.optional(),
    /** Only of an answer that time may make wrong: the day by which somebody is to review it again. */
    "review-by": day.optional(),
    legal: z.boolean().default(false),
    related: z.array(id).max(6).default([]),
    app: z.enum(["optional", "required"]).optional(),
    "app-answer": prose.optional(),
    /** How the question is put about one app, with the slot {app.name}: a button shows it. */
    "app-question": line.refine((text) => text.includes("{app.name}"), "it holds the slot {app.name}").optional(),
    shows: z.enum(FACTS).optional(),
  }),
);

const lines = z.array(line);
const group = lines.default([]);

export const phrasingsFile = z.record(id, lines);

export const negativesFile = z.strictObject({
  near: z.record(id, lines).default({}),
  "off-topic": group,
  chatter: group,
  "lone-words": group,
  injections: group,
  social: group,
  "other-questions": group,
});

export const wordsFile = z.strictObject({ same: z.array(lines.min(2)), matter: lines.min(1) });

export const ambientFile = z.strictObject({ speak: group, silent: group, talk: group });

/** Where a bare question after an answer leads: ids of answers, the likeliest first. */
export const followUpsFile = z.strictObject({
  why: z.array(id),
  when: z.array(id),
  who: z.array(id),
  where: z.array(id),
  which: z.array(id),
  "how-many": z.array(id),
  later: z.array(id),
});

export const goldenFile = z.array(
  z.strictObject({
    ask: line,
    expect: z.union([line, z.array(line).min(1)]).transform((labels) => [labels].flat()),
    in: z.literal("channel").optional(),
    after: line.optional(),
  }),
);

/** Labels, as in golden questions. */
export const mostAskedFile = z.array(line).min(1);

/** Names the English text that is translated: `npm run check -- --translations` prints it. */
const of = z
  .string()
  .regex(/^[a-z]{7}$/, "it is seven small letters, as `npm run check -- --translations` prints them");
const translated = z.strictObject({ of, text: prose });

export const chineseAnswersFile = z.record(
  id,
  z.strictObject({
    of,
    question: line.refine((text) => /[？?]$/.test(text), "a question ends with a question mark"),
    answer: prose,
    "app-answer": prose.optional(),
    "app-question": line.refine((text) => text.includes("{app.name}"), "it holds the slot {app.name}").optional(),
  }),
);

export const chineseAppsFile = z.record(
  id,
  z.strictObject({
    /** What its users call it. */
    name: line.max(60).optional(),
    maker: translated.optional(),
    what: translated.optional(),
    "us-users": translated.optional(),
    security: translated.optional(),
    note: translated.optional(),
    today: translated.optional(),
    "other-action": z.array(translated).default([]),
  }),
);

export const chineseOrderFile = z.strictObject({
  title: translated.optional(),
  timeline: z.array(translated).default([]),
});

export const chineseSourcesFile = z.record(id, z.strictObject({ of, short: line.max(40) }));

/** By a term in simplified Chinese, what readers in Taiwan call it. */
export const taiwanTermsFile = z.record(line, line);
