/** What a check of the data finds: problems, which must be mended, and advice, which a person weighs. */
import type { Problem } from "friendly-yaml";

/** What a finding is about. The advice on one subject is printed together, and cut if it is long. */
export const SUBJECTS = {
  form: "form and references",
  golden: "golden questions",
  limits: "Discord's limits",
  style: "house style",
  dates: "dates",
  cites: "sources",
  reviews: "reviews",
  pairs: "answers that are easily confused",
  few: "answers with few phrasings",
  phrasings: "phrasings",
  followUps: "follow-ups",
  translations: "Chinese translations",
  calibration: "calibration",
} as const;

export interface Finding extends Problem {
  readonly level: "problem" | "advice";
  readonly about: keyof typeof SUBJECTS;
}

export const advise = (about: Finding["about"], problem: Problem): Finding => ({ ...problem, level: "advice", about });
