/** The kinds of fields that data files have in common. */
import { id } from "friendly-yaml";
import { z } from "zod";
import { parseDate } from "../values/calendar.js";

export const line = z.string().trim().min(1).max(300);
export const prose = z.string().trim().min(1).max(1200);
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "it is not a date written as YYYY-MM-DD, like 2021-06-09")
  .transform((text, context) => {
    const date = parseDate(text);
    if (date !== undefined) return date;
    context.addIssue({
      code: "custom",
      message: "there is no such day",
      params: { fix: "Look it up in a calendar." },
    });
    return z.NEVER;
  });
export const dayMonthOrYear = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "a date is written YYYY, YYYY-MM or YYYY-MM-DD")
  .refine((text) => parseDate(`${text}-01-01`.slice(0, 10)) !== undefined, "no such date");

export const cite = z.strictObject({
  source: id.describe("The id of a document in sources.yaml."),
  at: line.describe("The place in the document, such as s.1(a).").optional(),
});
export const cites = z.array(cite).min(1).max(12);
export const fact = z.strictObject({ text: prose, "as-of": dayMonthOrYear.optional(), cites });
export const dated = z.strictObject({ on: dayMonthOrYear, text: prose, cites });

export const isAboutApp = (text: string): boolean => text.includes("{app.name}");
