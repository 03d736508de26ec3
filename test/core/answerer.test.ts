import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { AskOptions } from "../../src/core/answerer.js";
import type { Golden } from "../../src/core/data/knowledge.js";
import { describeAnswer } from "../../src/core/reply/reply.js";
import { writerFor } from "../../src/core/reply/writer.js";
import { MAX_QUESTION, tokenise } from "../../src/core/text/text.js";
import { parseLabel } from "../../src/core/values/label.js";
import { decide as decideBy, following, nameOf, openAnswerer } from "../answerer.js";
import { dayOf } from "../days.js";

const answerer = await openAnswerer();
const { knowledge } = answerer;
const on = knowledge.order.checked;
const decide = (question: string, options?: Partial<AskOptions>) => decideBy(answerer, question, options);
const namesOf = (question: string) => decide(question).answers.map(nameOf);

/** The share of the golden questions that may go astray while the matcher is worked on. */
const MOST_ASTRAY = 0.04;

describe("the golden questions", () => {
  function failureOf({ ask, expect: expected, in: channel, after }: Golden): string[] {
    const place = channel && ({ channel: "chat" } as const);
    const { answers, speaks } = decide(ask, { ...place, ...following(after) });
    const said = speaks ? nameOf(answers[0]).replace("unknown", "none") : "none";
    return expected.includes(said)
      ? []
      : [`"${ask}" (${channel ?? "put to the bot"}): ${said} instead of ${expected.join(" or ")}`];
  }

  test("keep their answers", () => {
    const failed = knowledge.golden.flatMap(failureOf);
    const message = `${failed.length} of ${knowledge.golden.length} went astray:\n${failed.join("\n")}`;
    expect(failed.length / knowledge.golden.length, message).toBeLessThanOrEqual(MOST_ASTRAY);
  });

  test("hold a third or more that must not be answered", () => {
    const none = knowledge.golden.filter(({ expect: expected }) => expected.includes("none"));
    expect(none.length / knowledge.golden.length).toBeGreaterThanOrEqual(1 / 3);
  });
});

test("an entry's own question is answered with that entry", () => {
  const asked = Object.values(knowledge.entries).filter(({ app }) => app !== "required");
  const failed = asked.filter(({ id, question }) => !namesOf(question).includes(id));
  expect(failed.map(({ id, question }) => `${id}: ${question} ${namesOf(question)}`)).toEqual([]);
});

describe("a decision", () => {
  test("is the same for the same question, whatever was asked between", () => {
    const questions = knowledge.golden.slice(0, 40).map(({ ask }) => ask);
    const first = questions.map((question) => decide(question));
    const again = [...questions].reverse().map((question) => decide(question));
    expect(again.reverse()).toEqual(first);
  });

  test("speaks wherever the bot was addressed", () => {
    for (const { ask } of knowledge.golden) expect([ask, decide(ask).speaks]).toEqual([ask, true]);
  });

  test("is not spoken into a room once only the sources of its answer are left", () => {
    const overheard = (day: string) =>
      decide("does anyone know if EO 13971 is still revoked?", { channel: "chat", on: dayOf(day) });
    expect(overheard("2027-08-29")).toMatchObject({ speaks: true, answers: [{ entry: { id: "still-revoked" } }] });
    expect(overheard("2027-08-30")).toMatchObject({ speaks: false });
  });

  test("is about the day that was asked about", () => {
    const past = dayOf("2021-03-01");
    expect(decide("is alipay banned?", { on: past }).answers).toMatchObject([{ kind: "app", on: past }]);
    expect(answerer.answerApp("alipay", { on: past })).toMatchObject({ answers: [{ kind: "app", on: past }] });
  });

  test("says of each signal, in words, what it speaks for", () => {
    const { why } = decide("is alipay banned?");
    expect(why.signals.length).toBeGreaterThan(0);
    expect(why.signals.filter(({ reason }) => reason.trim() === "")).toEqual([]);
    expect(why.confidence).toBeGreaterThanOrEqual(why.answerFrom);
  });
});

test.each([
  "Good evening everyone, please excuse the question if it came up before, but I would very much like to know this: who signed the order?",
  "Hi all, hope you had a nice weekend. My cousin and I were talking about apps at dinner. Who signed the order?",
])("a question that a long message ends with is answered: %s", (message) =>
  expect(namesOf(message)).toEqual(["order-signer"]),
);

describe("an app", () => {
  test.each([
    "is spotify banned",
    "is minecraft banned?",
    "was netflix banned by the order",
    "知乎",
    "is xyzzy banned",
  ])("that the list does not know is said not to be listed: %s", (question) =>
    expect(decide(question).answers).toMatchObject([{ kind: "unknown", reason: "app-not-listed" }]),
  );

  test.each([
    ["wechat", "app:wechat"],
    ["微信", "app:wechat"],
    ["alipay?", "app:alipay"],
    ["tencent", "app:tencent"],
    ["camscaner", "app:camscanner"],
    ["wepay", "choose"],
  ])("named by itself, without another word, is asked where it stands: %s", (name, expected) => {
    expect(namesOf(name)).toEqual([expected]);
    expect(decide(name, { channel: "chat" }).speaks).toBe(false);
  });

  test.each([
    ["was alipay on the list?", "Yes, Executive Order 13971 listed Alipay"],
    ["is camscanner on there", "Yes, Executive Order 13971 listed CamScanner"],
    ["is capcut covered by the order", "No, Executive Order 13971 never listed CapCut."],
    ["is alipay banned?", "Not prohibited by Executive Order 13971."],
    ["is alipay still on the list?", "Not prohibited by Executive Order 13971."],
    ["was alipay taken off the list?", "Not prohibited by Executive Order 13971."],
    ["when was alipay listed?", "Not prohibited by Executive Order 13971."],
    ["支付宝不在名单上吗", "Not prohibited by Executive Order 13971."],
    ["微信支付在名单上吗", "Yes, Executive Order 13971 listed WeChat Pay"],
  ])("says in its first sentence whether it was listed, if that is asked: %s", (question, beginning) => {
    const [answer] = decide(question).answers;
    expect(describeAnswer(answer, writerFor(knowledge)).paragraphs[0]?.startsWith(beginning)).toBe(true);
  });

  test("that is a look-alike is answered as itself", () => {
    expect(namesOf("is wechat banned?")).toEqual(["app:wechat"]);
    expect(namesOf("is wechat pay banned?")).toEqual(["app:wechat-pay"]);
  });

  test("whose name is ambiguous is asked back", () => {
    const choice = { kind: "choose", from: expect.arrayContaining([{ app: "wepay" }, { app: "wechat-pay" }]) };
    expect(decide("is wepay banned?").answers).toMatchObject([choice]);
    const beside = { kind: "choose", from: [{ app: "alipay" }, { app: "wepay" }, { app: "wechat-pay" }] };
    expect(decide("alipya and wepay").answers).toMatchObject([beside]);
    const [first] = decide("are alipay wepay tiktok temu camscanner shareit vmate douyin banned").answers;
    expect(first.kind === "choose" && first.from.length).toBe(5);
    expect(answerer.answerApp("wepay", { on })).toMatchObject({ answers: [choice] });
  });

  test("is answered in the app field by its id, as autocomplete sends it", () => {
    const ambiguous = new Set(Object.keys(knowledge.ambiguous).map((name) => tokenise(name).join("")));
    for (const id of Object.keys(knowledge.apps).filter((id) => !ambiguous.has(tokenise(id).join(""))))
      expect(answerer.answerApp(id, { on })).toMatchObject({ answers: [{ kind: "app", app: { id } }] });
  });

  test.each(["spotify", "", "constructor", "who signed the order?"])("is not claimed for the app field %j", (typed) => {
    expect(answerer.answerApp(typed, { on })).toMatchObject({ answers: [{ kind: "unknown" }] });
  });
});

describe("a label", () => {
  test("that is offered first is answered with what it names", () => {
    for (const text of knowledge.mostAsked) {
      const label = parseLabel(text);
      const answer = label && answerer.answerLabel(label, { on });
      expect(answer && nameOf(answer)).toBe(text);
    }
  });

  test.each(["nowhere", "app:nowhere", "start-date+alipay", "app-maker", "constructor", "app:constructor"])(
    "%s is no answer",
    (text) => expect(answerer.answerLabel(parseLabel(text) ?? {}, { on })).toBeUndefined(),
  );

  test("of a fact that the app does not have is no answer, and never an empty slot", () => {
    for (const { id: entry, shows } of Object.values(knowledge.entries))
      for (const app of Object.values(knowledge.apps))
        if (shows !== undefined && app[shows] === undefined)
          expect(answerer.answerLabel({ entry, app: app.id }, { on })).toBeUndefined();
  });
});

describe("whatever is typed", () => {
  const nasty = [
    "",
    " ",
    "?",
    "\u0000",
    "\ud800\udfff",
    "constructor __proto__ toString",
    "a".repeat(MAX_QUESTION),
    "qzx ".repeat(MAX_QUESTION / 4),
    "禁".repeat(MAX_QUESTION),
    "e\u0301\u0489".repeat(1000),
    "\u202e?dennab yapila si",
    "@everyone <@1> [x](https://a.b) `code` **bold**",
    "{app} {slot.unknown} {{}}",
    "and,and;and?also".repeat(200),
    "is alipay banned? ".repeat(300),
  ];
  const options = fc.record<Partial<AskOptions>>(
    {
      channel: fc.constantFrom("questions" as const, "chat" as const),
      after: fc.constantFrom({ app: "alipay" }, { entry: "start-date" }),
    },
    { requiredKeys: [] },
  );

  test("a decision comes, bounded in answers, choices and repairs", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), options, (question, given) => {
        const { answers, why } = decide(question, given);
        expect(answers.length).toBeLessThanOrEqual(3);
        for (const answer of answers) {
          if (answer.kind === "choose") expect(answer.from.length).toBeLessThanOrEqual(5);
          if (answer.kind === "unknown") expect(answer.nearest.length).toBeLessThanOrEqual(5);
        }
        expect(why.repairs.length).toBeLessThanOrEqual(16);
        expect(why.confidence).toBeGreaterThanOrEqual(0);
        expect(why.confidence).toBeLessThanOrEqual(1);
      }),
      { numRuns: 150, examples: nasty.map((question) => [question, {}]) },
    );
  });

  test("only what is longer than Discord lets through is refused", () => {
    expect(answerer.answer("a".repeat(MAX_QUESTION + 1), { on })).toMatchObject({ kind: "refused" });
    expect(answerer.answerApp("a".repeat(MAX_QUESTION + 1), { on })).toMatchObject({ kind: "refused" });
  });

  test("nothing that is no question about the order is taken for one", () => {
    const failed = nasty.slice(0, -1).filter((text) => ["entry", "app"].includes(decide(text).answers[0].kind));
    expect(failed.map((text) => `${text.slice(0, 9)}… ${namesOf(text)}`)).toEqual([]);
  });
});

test("the plainest question has its own wording as the nearest one, however common its words are", () => {
  expect(decide("is alipay banned?").why.nearest).toBe("is {app} banned");
});
