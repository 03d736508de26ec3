/** Fits how an answer before a message changes what it asks for. */
import { APP_STATUS } from "../../src/core/data/knowledge.js";
import { createExpectationFinder, createFollowUpSignals, expectedBy } from "../../src/core/decision/expectations.js";
import { findLabels } from "../../src/core/decision/meaning.js";
import { FOLLOW_UP_SIGNALS, type FollowUpModel } from "../../src/core/decision/signals.js";
import { withoutSmallTalk } from "../../src/core/decision/small-talk.js";
import { randomOf } from "../../src/core/matching/random.js";
import { type Label, parseLabel } from "../../src/core/values/label.js";
import type { LabelledQuestion } from "../common/question-file.js";
import { fitLogistic } from "./logistic.js";
import { isCovered, readMessages } from "./messages.js";
import type { Parts } from "./parts.js";

/** Policy, not measurement: how much the kinds of messages behind an answer count. */
const SHARE = { followUp: 0.35, another: 0.25, uncovered: 0.4 };

export function fitFollowUps({ knowledge, router }: Parts): FollowUpModel {
  const expect = createExpectationFinder(knowledge, router);
  const answers = Object.keys(knowledge.entries).map((entry): Label => ({ entry }));
  const attempt = (kind: keyof typeof SHARE, after: Label, { q, gold }: LabelledQuestion) => {
    const reading = router.read(withoutSmallTalk(q));
    const expectations = expect(after, reading);
    const signalsOf = createFollowUpSignals(expectations);
    const right = new Set(gold.map((label) => parseLabel(label)?.entry ?? APP_STATUS));
    return router
      .route(reading, expectedBy(expectations))
      .filter(({ name }) => findLabels(knowledge, name, reading.apps).length > 0)
      .map((route) => ({ kind, signals: signalsOf(route), holds: right.has(route.name) }));
  };
  const rows = readMessages().flatMap((one) => {
    if (one.after !== undefined) return attempt(isCovered(one) ? "followUp" : "uncovered", one.after, one);
    // The same message behind any answer asks the same.
    const any = answers[Math.floor(randomOf(one.q) * answers.length)];
    return any === undefined ? [] : attempt(isCovered(one) ? "another" : "uncovered", any, one);
  });
  return fitLogistic(FOLLOW_UP_SIGNALS, rows, SHARE);
}
