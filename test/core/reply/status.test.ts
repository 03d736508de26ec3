import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type App, earliestDate, namedApps, type Status } from "../../../src/core/data/knowledge.js";
import { describeStanding, statusOn } from "../../../src/core/reply/status.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { addDays, formatDate } from "../../../src/core/values/calendar.js";
import { knowledgeOf, leanFiles } from "../../data.js";
import { day, dayOf } from "../../days.js";

const knowledge = knowledgeOf(leanFiles);
const { order } = knowledge;
const apps = Object.values(knowledge.apps);
const lookAlikes = apps.filter(({ standing }) => standing === "look-alike");
const app = fc.constantFrom(...apps);
const standingOf = (of: App, on: string) => describeStanding({ app: of, on: dayOf(on) }, writerFor(knowledge));
const NEVER_SAID = /\bbanned\b|in force|effective/i;

const BORDERS: [string, Status][] = [
  ["2021-01-04", "before-order"],
  ["2021-01-05", "signed"],
  ["2021-02-18", "signed"],
  ["2021-02-19", "could-begin"],
  ["2021-06-08", "could-begin"],
  ["2021-06-09", "revoked"],
];

describe("the order's status", () => {
  test.each(BORDERS)("on %s is %s", (on, status) => expect(statusOn(order, dayOf(on))).toBe(status));

  test("never goes back as the days go by", () => {
    const stages = ["before-order", "signed", "could-begin", "revoked"];
    const stageOn = (on: Parameters<typeof statusOn>[1]) => stages.indexOf(statusOn(order, on));
    fc.assert(fc.property(day, fc.nat(999), (on, more) => stageOn(on) <= stageOn(addDays(on, more))));
  });

  test("moves with the dated events and is written nowhere else", () => {
    const signed = { ...order.events.signed, on: dayOf("2020-01-01") };
    const moved = { ...order, events: { ...order.events, signed } };
    expect(statusOn(moved, dayOf("2020-01-01"))).toBe("signed");
    expect(statusOn(moved, earliestDate(moved))).toBe("could-begin");
    expect(earliestDate(moved)).toBe("2020-02-15");
  });
});

describe("a named app", () => {
  test.each(BORDERS)("on %s is described as %s, with the day and with sources", (on, status) => {
    for (const named of namedApps(knowledge)) {
      const standing = standingOf(named, on);
      expect(standing).toMatchObject({ status, isNamed: true });
      expect(standing.sentences[0]).toContain(named.name);
      expect(standing.cites.length).toBeGreaterThan(0);
    }
  });

  test.each([
    [
      "2021-01-04",
      "Not prohibited by the order on January 4, 2021: it did not exist yet. Executive Order 13971, which listed Alipay, was signed on January 5, 2021.",
    ],
    [
      "2021-01-05",
      "Not prohibited by the order on January 5, 2021. Executive Order 13971, signed on January 5, 2021, listed Alipay, but nothing could be prohibited under it yet: the Commerce Department could identify prohibited transactions only from February 19, 2021.",
    ],
    [
      "2021-06-08",
      "Not prohibited by the order on June 8, 2021. Executive Order 13971, signed on January 5, 2021, listed Alipay, and the Commerce Department was to identify prohibited transactions no earlier than February 19, 2021, but had identified none.",
    ],
    [
      "2021-06-09",
      "Not prohibited by Executive Order 13971. The order listed Alipay on January 5, 2021, but nothing was ever prohibited under it, and President Biden revoked the order on June 9, 2021.",
    ],
  ])("is answered first, and as of %s in the past tense", (on, sentence) => {
    const alipay = knowledge.apps["alipay"];
    expect(alipay && standingOf(alipay, on).sentences[0]).toBe(sentence);
  });

  test("has a sentence of its own for each of the four statuses", () => {
    for (const named of namedApps(knowledge)) {
      const said = ["2021-01-04", "2021-01-05", "2021-02-19", "2021-06-09"].map((on) =>
        standingOf(named, on).sentences[0]?.replace(formatDate(on), "today"),
      );
      expect(new Set(said).size).toBe(4);
    }
  });
});

describe("a look-alike", () => {
  test("is never said to be listed, on any day, and the whole list is not told", () => {
    fc.assert(
      fc.property(fc.constantFrom(...lookAlikes), day, (lookAlike, on) => {
        const { isNamed, sentences } = describeStanding({ app: lookAlike, on }, writerFor(knowledge));
        expect(isNamed).toBe(false);
        expect(sentences[0]).toMatch(/^(As of my sources \(.*\): )?Not prohibited by Executive Order 13971, which /);
        expect(sentences[0]).toContain(`never listed ${lookAlike.name}.`);
        for (const { name } of namedApps(knowledge))
          if (!lookAlike.name.includes(name)) expect(sentences[0]).not.toContain(name);
      }),
    );
  });

  test("is told of by the rule of today alone from the day it was looked up, and by nothing later before", () => {
    const [some] = lookAlikes;
    if (some === undefined) throw new Error("there are no look-alikes");
    const today = { text: "A law prohibits it.", "as-of": "2026-11-20", cites: [{ source: "eo-14034" }] };
    const action = { on: "2024-06-20", text: "It was prohibited.", cites: [] };
    const of = { ...some, today, "other-action": [action] };
    expect(standingOf(of, "2026-11-20")).toMatchObject({
      sentences: [`Not prohibited by Executive Order 13971, which never listed ${some.name}.`, today.text],
      otherAction: [],
    });
    const before = standingOf(of, "2026-11-19");
    expect(before.sentences.join()).not.toContain(today.text);
    expect(before.otherAction).toEqual(["June 20, 2024: It was prohibited."]);
    expect(JSON.stringify(standingOf(of, "2024-06-19"))).not.toContain("It was prohibited.");
  });
});

describe("where an app stands", () => {
  test("is computed for any app and date and never says banned", () => {
    fc.assert(
      fc.property(app, day, (of, on) => {
        const { status, isNamed, sentences } = describeStanding({ app: of, on }, writerFor(knowledge));
        expect(status).toBe(statusOn(order, on));
        expect(isNamed).toBe(of.standing === "named");
        for (const sentence of sentences) expect(sentence).not.toMatch(NEVER_SAID);
      }),
      { numRuns: 2000 },
    );
  });

  test("is said as of the sources only if they were checked more than 90 days before", () => {
    for (const of of apps) {
      const [fresh, stale] = [90, 91].map(
        (days) =>
          describeStanding({ app: of, on: addDays(order.checked, days) }, writerFor(knowledge)).sentences[0] ?? "",
      );
      expect(fresh).not.toContain("As of my sources");
      expect(stale).toBe(`As of my sources (${formatDate(order.checked)}): ${fresh}`);
    }
  });

  test("tells of no later day than the one asked about, but that the order was yet to be signed or could yet begin", () => {
    fc.assert(
      fc.property(app, fc.constantFrom(...BORDERS.map(([on]) => on)), (of, on) => {
        const { sentences, otherAction } = standingOf({ ...of, note: undefined }, on);
        const told = [...sentences, ...otherAction].join(" ").match(/[A-Z][a-z]+ \d{1,2}, \d{4}/g) ?? [];
        const later = told.filter((date) => Date.parse(`${date} UTC`) > Date.parse(on));
        const known = on < order.events.signed.on ? order.events.signed.on : earliestDate(order);
        expect(later.filter((date) => date !== formatDate(known))).toEqual([]);
      }),
    );
  });

  test("shows action elsewhere only once it has come, newest first, with its sources, and counts what is left out", () => {
    fc.assert(
      fc.property(app, day, (of, on) => {
        const { otherAction, cites } = describeStanding({ app: of, on }, writerFor(knowledge));
        const isRuleEnough = of.today !== undefined && of.today["as-of"] <= on;
        const come = of["other-action"].filter((action) => `${action.on}-31`.slice(0, 10) <= on).reverse();
        const dated = otherAction.filter((line) => !line.startsWith("Before that: "));
        const shown = come.slice(0, dated.length);
        expect(dated).toEqual(shown.map((action) => `${formatDate(action.on)}: ${action.text}`));
        const left = isRuleEnough ? 0 : come.length - shown.length;
        expect(otherAction.slice(dated.length).map((line) => Number.parseInt(line.slice(13), 10))).toEqual(
          left ? [left] : [],
        );
        expect(otherAction.length > 0).toBe(come.length > 0 && !isRuleEnough);
        expect(cites).toEqual(expect.arrayContaining(shown.flatMap((action) => action.cites)));
      }),
    );
  });

  test("tells the rule of today from the day on which it was looked up, with its sources, and not before", () => {
    const withRule = apps.flatMap((of) => (of.today ? [{ of, rule: of.today }] : []));
    expect(withRule.length).toBeGreaterThan(0);
    for (const { of, rule } of withRule) {
      const lookedUp = dayOf(rule["as-of"]);
      const { sentences, cites } = standingOf(of, lookedUp);
      expect(sentences).toContain(rule.text);
      expect(cites).toEqual(expect.arrayContaining(rule.cites));
      expect(standingOf(of, addDays(lookedUp, -1)).sentences).not.toContain(rule.text);
    }
  });

  test("leaves out what is known by its month until the month is over", () => {
    const [some] = apps;
    if (some === undefined) throw new Error("there are no apps");
    const action = { on: "2021-05", text: "It happened.", cites: [] };
    const of = { ...some, "other-action": [action] };
    expect(standingOf(of, "2021-05-31").otherAction).toEqual([]);
    expect(standingOf(of, "2021-06-01").otherAction).toEqual(["May 2021: It happened."]);
  });
});
