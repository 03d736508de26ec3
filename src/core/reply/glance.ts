/** Where an app stands, in so few words that they are taken in at a glance. */
import type { App, Knowledge, Status } from "../data/knowledge.js";
import { type CalendarDate, formatDate } from "../values/calendar.js";
import type { Locale } from "../values/locale.js";
import { statusOn } from "./status.js";

interface GlanceWords {
  readonly named: string;
  readonly notNamed: string;
  /** What had become of the order: none of it is a ban. */
  readonly order: Readonly<Record<Status, (signed: string, revoked: string) => string>>;
}

const WORDS: Readonly<Record<Locale, GlanceWords>> = {
  en: {
    named: "named",
    notNamed: "not named in the order",
    order: {
      "before-order": (signed) => `before the order, signed ${signed}`,
      signed: () => "signed, nothing could be prohibited yet",
      "could-begin": () => "nothing was ever identified or prohibited",
      revoked: (_, revoked) => `revoked ${revoked}`,
    },
  },
  "zh-CN": {
    named: "被点名",
    notNamed: "未被该行政令点名",
    order: {
      "before-order": (signed) => `该行政令尚未签署（${signed}签署）`,
      signed: () => "已签署，尚不能禁止任何交易",
      "could-begin": () => "从未认定或禁止任何交易",
      revoked: (_, revoked) => `${revoked}已撤销`,
    },
  },
  "zh-TW": {
    named: "被點名",
    notNamed: "未被該行政命令點名",
    order: {
      "before-order": (signed) => `該行政命令尚未簽署（${signed}簽署）`,
      signed: () => "已簽署，尚不能禁止任何交易",
      "could-begin": () => "從未認定或禁止任何交易",
      revoked: (_, revoked) => `${revoked}已撤銷`,
    },
  },
};

/** "named", "revoked June 9, 2021": how `app` stands on `on`, a part each. */
export function describeGlance(app: App, { order }: Knowledge, on: CalendarDate, locale: Locale = "en"): string[] {
  const words = WORDS[locale];
  if (app.standing !== "named") return [words.notNamed];
  const { signed, revoked } = order.events;
  const life = words.order[statusOn(order, on)](formatDate(signed.on, locale), formatDate(revoked.on, locale));
  return [words.named, life];
}
