/** Refusals of what a person can mend, worded for the reader only where they are shown. */
import type { Refusal, RefusalReason } from "../decision/decision.js";
import { wordsIn } from "../i18n/words.js";
import type { Locale } from "../values/locale.js";

/** `given` is what the sentence takes up: the text that is no date, or the most characters that there may be. */
export function refuse(reason: RefusalReason, given = ""): Refusal {
  return { kind: "refused", problem: wordsIn("en").refusals[reason](given), because: { reason, given } };
}

/** Returns what was wrong, in the language `locale` if the reason is known. */
export const describeRefusal = ({ problem, because }: Refusal, locale: Locale = "en"): string =>
  because === undefined ? problem : wordsIn(locale).refusals[because.reason](because.given);
