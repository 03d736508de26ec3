/** What the files with Chinese translations may hold. */
import { id } from "friendly-yaml";
import { z } from "zod";
import { isAboutApp, line, prose } from "./fields.js";

const of = z
  .string()
  .regex(/^[a-z]{7}$/, "it is seven small letters, as `npm run check -- --translations` prints them")
  .describe("Names the English text that this translates, as `npm run check -- --translations` prints it.");
const translated = z.strictObject({ of, text: prose });

export const chineseAnswersFile = z.record(
  id,
  z.strictObject({
    of,
    question: line
      .refine((text) => /[？?]$/.test(text), "a question ends with a question mark")
      .describe("The question in simplified Chinese."),
    answer: prose.describe("The answer in simplified Chinese, with the same slots as in English."),
    "app-answer": prose.describe("The wording about one app; it is here if the English answer has one.").optional(),
    "app-question": line
      .refine(isAboutApp, "it holds the slot {app.name}")
      .describe("The question about one app, with the slot {app.name}.")
      .optional(),
  }),
);

export const chineseAppsFile = z.record(
  id,
  z.strictObject({
    name: line
      .max(60)
      .describe("What the app's users call it: 支付宝. Without it the English name is shown.")
      .optional(),
    maker: translated.optional(),
    what: translated.optional(),
    "us-users": translated.optional(),
    security: translated.optional(),
    states: translated.optional(),
    india: translated.optional(),
    note: translated.optional(),
    today: translated.optional(),
    "other-action": z.array(translated).default([]).describe("Each action in Chinese; `of` says which."),
  }),
);

export const chineseOrderFile = z.strictObject({
  title: translated.optional(),
  timeline: z.array(translated).default([]).describe("Each event in Chinese; `of` says which."),
});

export const chineseSourcesFile = z.record(
  id,
  z.strictObject({
    of,
    short: line.max(40).describe("What a reply calls the document in Chinese: 路透社, 第13971号行政令."),
  }),
);

/** By a term in simplified Chinese, what readers in Taiwan call it. */
export const taiwanTermsFile = z.record(line, line);
