import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type App, earliestDate, namedApps, type Status } from "../../../src/core/data/knowledge.js";
import { describeStanding, statusOn } from "../../../src/core/reply/status.js";
import { addDays, formatDate } from "../../../src/core/values/calendar.js";
import { knowledgeOf, leanFiles } from "../../data.js";
import { day, dayOf } from "../../days.js";

const knowledge = knowledgeOf(leanFiles);
const { order } = knowledge;
const apps = Object.values(knowledge.apps);
const lookAlikes = apps.filter(({ standing }) => standing === "look-alike");
const app = fc.constantFrom(...apps);
const standingOf = (of: App, on: string) => describeStanding(of, knowledge, dayOf(on));
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
      expect(standing).toMatchObject({ status, named: true });
      expect(standing.sentences[0]).toContain(named.name);
      expect(standing.cites.length).toBeGreaterThan(0);
    }
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
  test("is never said to be named, on any day", () => {
    fc.assert(
      fc.property(fc.constantFrom(...lookAlikes), day, (lookAlike, on) => {
        const { named, sentences } = describeStanding(lookAlike, knowledge, on);
        expect(named).toBe(false);
        expect(sentences[0]).toContain(`${lookAlike.name} is not named in`);
      }),
    );
  });

  test("is told apart from the whole closed list", () => {
    for (const lookAlike of lookAlikes)
      for (const { name } of namedApps(knowledge))
        expect(standingOf(lookAlike, "2021-01-05").sentences[0]).toContain(name);
  });
});

describe("where an app stands", () => {
  test("is computed for any app and date and never says banned", () => {
    fc.assert(
      fc.property(app, day, (of, on) => {
        const { status, named, sentences } = describeStanding(of, knowledge, on);
        expect(status).toBe(statusOn(order, on));
        expect(named).toBe(of.standing === "named");
        for (const sentence of sentences) expect(sentence).not.toMatch(NEVER_SAID);
      }),
      { numRuns: 2000 },
    );
  });

  test("is said as of the sources from the day after they were checked, and not before", () => {
    for (const of of apps) {
      const [onTheDay, dayAfter] = [order.checked, addDays(order.checked, 1)].map(
        (on) => describeStanding(of, knowledge, on).sentences[0] ?? "",
      );
      expect(onTheDay).not.toContain("As of my sources");
      expect(dayAfter).toBe(`As of my sources (${formatDate(order.checked)}): ${onTheDay}`);
    }
  });

  test("shows action elsewhere only once it has come, newest first, with its sources", () => {
    fc.assert(
      fc.property(app, day, (of, on) => {
        const { otherAction, cites } = describeStanding(of, knowledge, on);
        const rule = of.today && of.today["as-of"] <= on ? of.today.text : "";
        const come = of["other-action"]
          .filter((action) => `${action.on}-31`.slice(0, 10) <= on && !rule.includes(formatDate(action.on)))
          .reverse();
        const shown = come.slice(0, otherAction.length);
        expect(otherAction).toEqual(shown.map((action) => `${formatDate(action.on)}: ${action.text}`));
        expect(otherAction.length > 0).toBe(come.length > 0);
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
