import { describe, expect, test } from "vitest";
import { offeredBy } from "../../../src/core/decision/decision.js";
import { dayIn } from "../../../src/core/decision/follow-up-words.js";
import type { CalendarDate } from "../../../src/core/values/calendar.js";
import { decide, following, nameOf, openAnswerer } from "../../answerer.js";

const answerer = await openAnswerer();
const namesAfter = (label: string, question: string) =>
  decide(answerer, question, following(label)).answers.map(nameOf);

describe("a follow-up", () => {
  test.each([
    ["app:wechat-pay", "and alipay?", "app:alipay"],
    ["app:alipay", "what about camscanner", "app:camscanner"],
    ["app-maker+camscanner", "and alipay?", "app-maker+alipay"],
    ["start-date", "and alipay?", "app:alipay"],
    ["can-i-use", "what abt telegram", "app:telegram"],
    ["app:tiktok", "ok and zoom", "app:zoom"],
    ["app:tiktok", "wat about capcut", "app:capcut"],
    ["app:alipay", "and the hong kong version", "app:alipayhk"],
    ["app:tencent-qq", "what about the email", "app:qq-mail"],
    ["apps-covered", "what's vmate", "app-what-is-it+vmate"],
    ["bot-help", "oh and what is SHAREit?", "app-what-is-it+shareit"],
    ["treasury-sanctions", "and tencent?", "companies-sanctioned"],
  ])("to %s that names another app keeps what was asked: %s", (label, question, expected) =>
    expect(namesAfter(label, question)).toEqual([expected]),
  );

  test.each([
    ["app:camscanner", "who makes it?", "app-maker+camscanner"],
    ["app:alipay", "what is it anyway", "app-what-is-it+alipay"],
    ["app:alipay", "who's behind it", "app-maker+alipay"],
    ["app:shareit", "what does it do", "app-what-is-it+shareit"],
    ["app-maker+camscanner", "ok and what does it do", "app-what-is-it+camscanner"],
    ["app-maker+vmate", "alipay is theirs too?", "app-maker+alipay"],
    ["vmate-today", "who made it", "app-maker+vmate"],
    ["app:wechat", "is that the same as wechat pay", "wechat-vs-wechat-pay"],
    ["app:qq-wallet", "how is that different from regular qq", "qq-vs-qq-wallet"],
  ])("to %s about another side of an app keeps the app: %s", (label, question, expected) =>
    expect(namesAfter(label, question)).toEqual([expected]),
  );

  test.each([
    ["and on january 20 2021?", "2021-01-20"],
    ["in january 2021?", "2021-01-31"],
    ["in 2020?", "2020-12-31"],
    ["March 2021", "2021-03-31"],
    ["as of march 2021", "2021-03-31"],
    ["那2021年3月呢", "2021-03-31"],
    ["and today?", "2026-11-28"],
  ])("to where an app stands that names another time asks about that: %s", (question, on) => {
    const [answer] = decide(answerer, question, {
      ...following("app:alipay"),
      on: "2026-11-28" as CalendarDate,
    }).answers;
    expect(answer).toMatchObject({ kind: "app", app: { id: "alipay" }, on });
  });

  test.each([
    ["tencent-ant-response", "and kingsoft", ["kingsoft-response"]],
    ["china-response", "what about tencent", ["tencent-ant-response"]],
    ["china-response", "kingsoft?", ["kingsoft-response"]],
    ["treasury-sanctions", "and tencent", ["companies-sanctioned", "tencent-pentagon-list"]],
    ["merchants-accept", "and camscanner", ["app:camscanner"]],
    ["jack-ma", "and ant?", ["ant-ipo"]],
  ])("to %s that names a company leads to the related answer about it: %s", (label, question, expected) =>
    expect(expected).toContain(namesAfter(label, question)[0]),
  );

  test.each([
    ["jack-ma", "who?"],
    ["jack-ma", "when?"],
    ["india-ban", "by whom?"],
    ["india-ban", "which ones"],
    ["money-frozen", "why?"],
    ["ant-ipo", "where?"],
    ["app:deepseek", "where"],
    ["app:kaspersky", "what happened"],
    ["app:tiktok", "why?"],
    ["still-revoked", "how do u know its not changd this week"],
    ["can-i-use+alipay", "你确定?我朋友说不行"],
    ["can-i-use", "how so"],
    ["china-response", "when was that?"],
    ["china-response", "i'd like to see where that comes from"],
    ["china-response", "my teacher doubts that, can you show a source for it?"],
    ["why-these-eight", "who in washington said that"],
    ["app:temu", "when did that begin"],
    ["china-response", "什么时候"],
    ["revoked", "何时"],
    ["order-signer", "哪天？"],
    ["merchants-accept", "and wechat pay?"],
    ["penalties", "Where does the $300,000 figure come from?"],
    ["state-rules-today+wechat", "Can you send me the source for the Virginia law?"],
    ["government-phone", "Which agencies had already barred them?"],
  ])("to %s that the answer itself holds repeats it: %s", (label, question) =>
    expect(namesAfter(label, question)).toEqual([label]),
  );

  test.each([
    ["what-happened-feb-19", "and later?", ["ever-enforced", "revoked"]],
    ["immediate-effect", "and did they ever", ["ever-enforced"]],
    ["order-summary", "why", ["order-reason"]],
    ["ever-enforced", "why not", ["why-revoked", "why-no-list"]],
    ["app:tencent-qq", "why not", ["why-revoked", "ever-enforced"]],
    ["order-summary", "what for", ["order-reason"]],
    ["app:shein", "which ones WERE on it then", ["apps-covered"]],
    ["order-signer", "what made him do it", ["order-reason"]],
    ["can-i-use", "even at school", ["work-or-school-device"]],
    ["app:alipay", "and in a shop", ["merchants-accept"]],
    ["app:camscanner", "is it safe though", ["app-security+camscanner"]],
    ["fined-for-using", "prison?", ["penalties"]],
    ["can-i-use", "and in china", ["travel-to-china"]],
    ["tencent-ant-response", "and in china", ["china-response"]],
    ["order-reason", "any proof", ["evidence-of-theft"]],
    ["app:alipay", "for shops", ["merchants-accept"]],
    ["must-delete", "in mexico as well?", ["outside-us"]],
    ["apps-count", "why only that many", ["why-these-eight"]],
    ["revoked", "still?", ["still-revoked"]],
    ["penalties", "jail??", ["penalties"]],
    ["same-as-tiktok", "and what happened to tiktok", ["tiktok-today"]],
  ])("to %s of a bare word or two leads on from there: %s", (label, question, expected) =>
    expect(expected).toContain(namesAfter(label, question)[0]),
  );

  test.each([
    ["order-signer", "is it going to rain"],
    ["order-signer", "what time is it"],
    ["can-i-use", "can you write my essay"],
    ["start-date", "when is christmas"],
    ["start-date", "what day is it today"],
    ["jack-ma", "where is everyone"],
    ["app-what-is-it+vmate", "what is love"],
    ["ever-enforced", "do you have a girlfriend"],
    ["app-security+shareit", "why is my internet so slow"],
    ["app:qq-wallet", "who won the lakers game"],
  ])("to %s that has nothing to do with it never gets that answer again: %s", (label, message) => {
    const [first] = decide(answerer, message, following(label)).answers;
    expect([message, first.kind]).toEqual([message, expect.stringMatching(/^(choose|unknown)$/)]);
  });

  test.each([
    "source?",
    "any proof of that",
    "来源?",
    "where does it say that",
    "says who",
    "sez who, got a link for that",
    "wait really",
    "who said that",
    "whered you get that",
    "where'd you get that date",
    "really?",
    "are you sure about that",
    "are you sure? i read it on cnn",
    "真的吗",
    "谁说的",
    "I doubt that. Prove it.",
  ])("that asks for the source is answered with the same entry: %s", (question) =>
    expect(namesAfter("start-date", question)).toEqual(["start-date"]),
  );

  test.each([
    ["start-date", "who signed the order?", "order-signer"],
    ["ever-enforced", "where can I read it?", "order-official-text"],
    ["order-signer", "is alipay banned?", "app:alipay"],
    ["app:alipay", "which apps were on the list?", "apps-covered"],
  ])("to %s that is a whole question of its own is taken by itself: %s", (label, question, expected) =>
    expect(namesAfter(label, question)).toEqual([expected]),
  );

  test.each(["who made this bot", "who owns you", "谁开发了你", "do you spy on my kid"])(
    "that asks about the bot is not read as one about the app before: %s",
    (message) => {
      for (const label of ["app:alipay", "app:tiktok", "app:shareit"])
        expect([label, namesAfter(label, message)[0]]).toEqual([
          label,
          expect.stringMatching(/^(bot-|choose|unknown)/),
        ]);
    },
  );

  test.each(["what time is it", "what's for lunch", "where are you from", "is he ok"])(
    "that is of another matter is judged alone, and not read as one about the app before: %s",
    (message) => {
      const kinds = ["app:shareit", "app:alipay", "app-maker+vmate", "can-i-use+alipay", "start-date"].map(
        (label) => decide(answerer, message, following(label)).answers[0].kind,
      );
      expect(kinds).not.toContain("entry");
      expect(kinds).not.toContain("app");
    },
  );

  test.each(["lol", "thanks!", "asdfgh", ""])("is no answer where nothing is asked: %j", (message) =>
    expect(namesAfter("app:alipay", message)).toEqual(decide(answerer, message).answers.map(nameOf)),
  );

  test.each([
    ["is alipay banned?", false],
    ["who makes camscanner", false],
    ["what is executive order 13971?", false],
    ["and alipay?", true],
    ["who makes it", true],
    ["why", true],
  ])("is known before the answer that it follows: %s: %s", (question, expected) =>
    expect(answerer.isFollowUp(question)).toBe(expected),
  );

  test.each([
    ["can-i-use", "even at school", true],
    ["order-signer", "when then", true],
    ["ever-enforced", "so nobody got in trouble", true],
    ["revoked", "replaced with what", true],
    ["outside-us", "im american but live in berlin", true],
    ["start-date", "hm, I thought the freeze on Biden's first day already took care of it", true],
    ["app:kaspersky", "what about mcafee", true],
    ["still-revoked", "until when", true],
    ["anyone-punished", "that cant be right, nobody at all??", true],
    ["can-i-use+alipay", "你确定?我朋友说不行", true],
    ["app:temu", "since when", true],
    ["app:alipay", "March 2021", true],
    ["app:alipay", "was it on the list", true],
    ["order-signer", "who drafted it", true],
    ["order-signer", "who will win the cup", false],
    ["ever-enforced", "green card here, so i figured it wasnt about me", true],
    ["vmate-today", "india kicked both out i think", true],
    ["order-signer", "can you fix my phone", false],
    ["apps-count", "it was 9 apps", true],
    ["apps-count", "my dad doubts it. link pls", true],
    ["ever-enforced", "lol ok", false],
    ["us-users", "thats a lot of people", false],
    ["apps-covered", "never heard of half of these", false],
    ["timeline", "tell me the story of the three little pigs", false],
    ["ever-enforced", "you were right, it never kicked in", false],
  ])("in a questions channel, to %s: %s: is answered: %s", (label, question, expected) =>
    expect(decide(answerer, question, { channel: "questions", ...following(label) }).speaks).toBe(expected),
  );

  test.each([
    ["send-money", "and wechat pay", "send-money"],
    ["app-what-is-it+camscanner", "was it malware", "app-security+camscanner"],
  ])("to %s in the words of a curated one goes where that leads: %s", (label, question, expected) =>
    expect(namesAfter(label, question)).toEqual([expected]),
  );

  test.each(["ok keep", "ok lah", "ok good to know, thank you so much!!"])(
    "that takes the answer as it is gets no choice and no regret: %s",
    (message) => {
      const replies = ["app:camscanner", "can-i-use+alipay", "still-revoked", "order-summary"].filter(
        (label) => decide(answerer, message, { channel: "questions", ...following(label) }).speaks,
      );
      expect(replies).toEqual([]);
    },
  );

  test.each(["lol", "omg", "hmm", "oh", "yes", "no", "maybe", "huh", "sure", "nice", "哈哈", "好的"])(
    "that only reacts gets no reply in a questions channel, whatever was answered before: %s",
    (reaction) => {
      const { entries, apps } = answerer.knowledge;
      const answered = [
        ...Object.keys(entries).map((entry) => ({ entry })),
        ...Object.keys(apps).map((app) => ({ app })),
      ];
      const replies = answered.flatMap((after) =>
        [undefined, "wechat-pay", "tiktok"]
          .map((earlierApp) =>
            decide(answerer, reaction, { channel: "questions", after, ...(earlierApp && { earlierApp }) }),
          )
          .filter(({ speaks }) => speaks)
          .map(({ answers }) => [after, nameOf(answers[0])]),
      );
      expect(replies).toEqual([]);
    },
  );

  test.each([
    ["app:alipay", "it's not illegal to use wechat pay, right?"],
    ["app:alipay", "确定，那微信支付呢"],
    ["can-i-use+alipay", "that's not wechat pay"],
  ])("to %s that names another app is never answered about the app before: %s", (label, question) =>
    expect(namesAfter(label, question)[0]).not.toMatch(/alipay/),
  );

  test("to an answer about an app is offered only answers about that app, where they take one", () => {
    const [first] = decide(answerer, "what about it in india for shops", following("app:shein")).answers;
    const offered = offeredBy(first);
    expect(offered).toContainEqual({ entry: "india-ban", app: "shein" });
    for (const { entry = "", app } of offered)
      expect([entry, app]).toEqual([entry, answerer.knowledge.entries[entry]?.app && "shein"]);
  });

  test("tells from which chance it is answered, which is another one than for a first question", () => {
    const { why } = decide(answerer, "so nobody got in trouble", following("ever-enforced"));
    expect(why.confidence).toBeGreaterThanOrEqual(why.answerFrom);
    expect(why.answerFrom).toBeGreaterThan(decide(answerer, "so nobody got in trouble").why.answerFrom);
  });

  test("to an answer that does not exist is an ordinary question", () => {
    expect(decide(answerer, "and alipay?", following("nowhere"))).toEqual(decide(answerer, "and alipay?"));
  });

  test("is never taken up in a channel where the bot only listens", () => {
    const channel = "chat" as const;
    const leaning = decide(answerer, "and alipay?", { channel, ...following("app:wechat-pay") });
    expect(leaning).toEqual(decide(answerer, "and alipay?", { channel }));
    expect(leaning.speaks).toBe(false);
  });
});

test.each([
  `source${" for the abc".repeat(22)} ${"x".repeat(40)}`,
  `sorry ${"if this is asked before ".repeat(80)}`,
  "thank you ".repeat(199),
  `i mean ${"not a ".repeat(900)}`,
  `我问的是${"不是".repeat(2900)}`,
  "哈".repeat(1999),
])("a message that a pattern could read in many ways does not hold up the bot: %s", (message) => {
  const before = performance.now();
  decide(answerer, message, following("revoked"));
  expect(performance.now() - before).toBeLessThan(1000);
});

test("a long message is not searched for a day, whose pattern would take long for it", () => {
  expect(dayIn("and in 2021", "2026-12-01" as CalendarDate)).toBe("2021-12-31");
  expect(dayIn(`and in 2021${" ".repeat(100)}`, "2026-12-01" as CalendarDate)).toBeUndefined();
});
