/** What each data file may hold: the one description that parsing, checking and the editors' JSON Schemas come from. */
import { id } from "friendly-yaml";
import { z } from "zod";
import { cite, cites, dated, day, dayMonthOrYear, fact, isAboutApp, line, prose } from "./fields.js";

/** Whether the order names an app. */
export const STANDINGS = ["named", "look-alike"] as const;

export const sourcesFile = z.strictObject({
  hosts: z
    .record(z.string().regex(/^[a-z0-9.-]+$/, "a host is lower case, without https://"), line)
    .describe("Where links may lead, and whose host it is: government, court, or a publisher as its sources name it."),
  sources: z
    .record(
      id,
      z.strictObject({
        title: line.describe("The document's title."),
        short: line
          .max(40)
          .describe("What a reply calls it: EO 13971, Reuters, Sidley Austin. A reply adds the date itself."),
        publisher: line.describe("Who wrote it, never who copied it."),
        date: dayMonthOrYear.describe("When it was published: 2021-01-08, 2021-01 or 2021.").optional(),
        tier: z
          .enum(["primary", "secondary"])
          .describe("primary: a law, an order, a court's paper. secondary: everything that reports about one."),
        url: z
          .url({ protocol: /^https$/ })
          .max(512)
          .describe("Only to a government, a court or the publisher itself; its host stands at the top of this file.")
          .optional(),
      }),
    )
    .describe("Every document that may be cited, by its id."),
});

export const orderFile = z.strictObject({
  number: z.number().int().positive(),
  title: line,
  citation: line,
  document: line,
  names: z.array(line).min(1),
  sections: z.record(line, prose),
  events: z.strictObject({
    signed: z.strictObject({ on: day, cites }),
    earliest: z.strictObject({ "days-after-signed": z.number().int().min(1).max(3650), cites }),
    revoked: z.strictObject({ on: day, by: line, cites }),
  }),
  timeline: z.array(dated).min(1),
  checked: day.describe("The day on which the sources were last looked at."),
});

/** The facts that an answer can show of an app. */
export const FACTS = ["maker", "what", "us-users", "security", "states", "india"] as const;

/** The texts about an app: its facts, what is to be noted of it, and the rule that matters most now. */
export const APP_TEXTS = [...FACTS, "note", "today"] as const;

export const appsFile = z.strictObject({
  ambiguous: z
    .record(line, z.strictObject({ means: z.array(id).min(2).max(5), "in-a-sentence": id.optional() }))
    .describe("Names that could mean several apps, each with the ids that it could mean."),
  unlisted: z.array(line).default([]).describe("Well-known apps that nobody confuses with the eight."),
  apps: z
    .record(
      id,
      z.strictObject({
        name: line.max(60).describe("What the app is called in answers."),
        standing: z.enum(STANDINGS).describe("named: one of the order's eight, a closed list. look-alike: any other."),
        names: z.array(line).default([]).describe("Other names to recognise it by; none may belong to two apps."),
        maker: fact.optional(),
        what: fact.optional(),
        "us-users": fact.optional(),
        security: fact.optional(),
        states: fact.describe("What the states' rules say about the app.").optional(),
        india: fact.describe("Whether and when India blocked the app.").optional(),
        "other-action": z
          .array(dated)
          .default([])
          .describe("What was done about the app elsewhere, each with its date and sources."),
        note: fact.optional(),
        today: fact
          .required({ "as-of": true })
          .describe(
            "The one rule that matters most about the app now, in one sentence; as-of is the day it was looked up.",
          )
          .optional(),
      }),
    )
    .describe("Every app, by its id."),
});

export const answersFile = z.record(
  id,
  z.strictObject({
    question: line
      .refine((text) => text.endsWith("?"), "a question ends with a question mark")
      .describe("How the answer's question is put; it ends with a question mark."),
    answer: prose.describe(
      "The answer, below >- on indented lines. Slots: {date.signed} {date.earliest} {date.revoked} {date.checked} {days.on-the-books} {order.title} {order.citation} {apps.named} {apps.count}; about an app {app.name} {app.fact}.",
    ),
    cites: z.array(cite).max(12).describe("The documents that every sentence rests on."),
    reviewed: day.describe("The day on which a person compared this answer with its sources, written 2026-11-23."),
    reviewer: line.describe("The name of that person, if readers are to see it.").optional(),
    "review-by": day
      .describe("Only of an answer that time may make wrong: the day by which somebody must review it again.")
      .optional(),
    legal: z.boolean().default(false).describe('true adds "General information, not legal advice."'),
    related: z.array(id).max(6).default([]).describe("Ids of answers that readers may want next."),
    app: z
      .enum(["optional", "required"])
      .describe(
        "optional: `app-answer` is the wording about one of the eight apps. required: it makes sense only of an app.",
      )
      .optional(),
    "app-answer": prose
      .describe("The wording for a question that names one of the eight apps; it may say {app.name}.")
      .optional(),
    "app-question": line
      .refine(isAboutApp, "it holds the slot {app.name}")
      .describe("The question about one app, with the slot {app.name}: a button shows it.")
      .optional(),
    shows: z.enum(FACTS).describe("The fact of the app that the answer shows where it says {app.fact}.").optional(),
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

export const wordsFile = z.strictObject({
  same: z
    .array(lines.min(2))
    .describe("Groups of words that mean the same; the first names the group, and no word is in two."),
  misspelt: z
    .record(line, lines)
    .default({})
    .describe(
      "Other real words that people write for a word by its sound: band for banned. They are read as that word.",
    ),
  matter: lines
    .min(1)
    .describe("Words that name the matter by themselves: in a chat channel, a question needs one of them, or an app."),
});

export const ambientFile = z.strictObject({ speak: group, silent: group, talk: group });

/** Where a bare question after an answer leads: ids of answers, the likeliest first; and a bare word, by the answer. */
export const followUpsFile = z.strictObject({
  why: z.array(id),
  "why-not": z.array(id).describe("Where why leads after an answer that denies something: why did it not happen?"),
  when: z.array(id),
  who: z.array(id),
  where: z.array(id),
  which: z.array(id),
  "how-many": z.array(id),
  still: z.array(id),
  later: z.array(id),
  "order-topics": lines
    .default([])
    .describe(
      "The files in answers/ that are about the order itself: a bare question after another one asks about that answer.",
    ),
  about: z
    .record(id, lines)
    .describe("Single words, by the answer that they ask for after another one: and at school, in canada too?"),
});

/** What people ask next, by the answer before and then by the answer that they ask for. */
export const followUpQuestionsFile = z.record(line, z.record(id, lines));

export const goldenFile = z.array(
  z.strictObject({
    ask: line.describe("A question that must keep its reply; it is neither a phrasing nor a negative."),
    expect: z
      .union([line, z.array(line).min(1)])
      .transform((labels) => [labels].flat())
      .describe("A label, none, choose, or a list of which any will do."),
    in: z.literal("channel").describe("channel: overheard, not put to the bot.").optional(),
    after: line.describe("The label of the answer that it follows up on.").optional(),
  }),
);

/** Labels, as in golden questions. */
export const mostAskedFile = z.array(line).min(1);
