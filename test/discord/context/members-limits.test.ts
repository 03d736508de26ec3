/** Nobody floods a channel through the bot, and the same answer is not given twice in a row. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { createBotMemory } from "../../../src/discord/context/bot-memory.js";
import { createRateLimits } from "../../../src/discord/context/rate-limits.js";
import { openAnswerer } from "../../answerer.js";
import { idOf, labelsOf, openMemberServer, saidBy, settled, until } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

describe("the same answer in the same channel", () => {
  it("is a link to the earlier reply for a minute, whoever asks", async () => {
    const { ada, grace, me, clock } = await openMemberServer(answerer);
    const first = await ada.say("general", `${me} is wechat pay banned?`).post();
    const second = await grace.say("general", `${me} is wechat pay banned?`).post();
    expect(second.message.content).toContain("a moment ago: https://discord.com/channels/");
    expect(second.message.content).toContain(first.message.id);
    clock.now += 60_001;
    const third = await grace.say("general", `${me} is wechat pay banned?`).post();
    expect(third.message.content).toContain("listed WeChat Pay");
  });

  it("links a slash command's asker alone, with the answer a press away", async () => {
    const { ada, grace } = await openMemberServer(answerer);
    const first = await ada.slash("ban-status", { app: "alipay" }, "general").post();
    const second = await grace.slash("ban-status", { app: "alipay" }, "general").post();
    expect(second.onlyFor).toBe(grace.user.id);
    expect(second.message.content).toContain(first.message.id);
    const [again = ""] = labelsOf(second);
    const answer = await grace.press(second, idOf(second, again)).post();
    expect(answer.message.content).toContain("listed Alipay");
  });

  it("is given where it is about another day, in another channel, in direct messages, and where the earlier is gone", async () => {
    const { ada, me } = await openMemberServer(answerer);
    const asked = ada.say("general", `${me} is alipay banned?`);
    await asked.post();
    const past = await ada.slash("ban-status", { app: "alipay", on: "2021-01-10" }, "general").post();
    expect(past.message.content).toContain("on January 10, 2021");
    const elsewhere = await ada.say("help", `${me} is alipay banned?`).post();
    expect(elsewhere.message.content).toContain("listed Alipay");
    for (let i = 0; i < 2; i++)
      expect((await ada.say(ada.dm(), "is alipay banned?").post()).message.content).toContain("listed Alipay");
    ada.remove(asked.said);
    const again = await ada.say("general", `${me} is alipay banned?`).post();
    expect(again.message.content).toContain("listed Alipay");
  });
});

describe("somebody who asks a lot at once", () => {
  it("is told once to wait, then answered with silence, and welcome again later", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, grace, me, sandbox, clock } = environment;
    for (let i = 0; i < 10; i++) await ada.say("general", `${me} what is ${i}?`).post();
    const told = await ada.say("general", `${me} who signed the order?`).post();
    expect(told.message.content).toContain("ask again in 3 s");
    ada.say("general", `${me} who signed the order?`);
    await settled(environment);
    expect(saidBy(sandbox, "general")).toHaveLength(11);
    expect((await grace.say("general", `${me} who signed the order?`).post()).message.content).toContain("January 5");
    clock.now += 3000;
    expect((await ada.say("general", `${me} is alipay banned?`).post()).message.content).toContain("listed Alipay");
  });

  it("by slash commands is always told, alone", async () => {
    const { ada } = await openMemberServer(answerer);
    for (let i = 0; i < 10; i++) await ada.slash("apps").post();
    for (let i = 0; i < 2; i++) {
      const told = await ada.slash("apps").post();
      expect(told.onlyFor).toBe(ada.user.id);
      expect(told.message.content).toContain("ask again in");
    }
  });

  it.each([
    ["that reports", "moderate check", {}, "post"],
    ["that opens a form", "moderate preview", {}, "modal"],
    ["that says what is wrong", "ask", { question: " " }, "post"],
  ] as const)("by a command %s is told to wait before it is run", async (_, command, options, answer) => {
    const { ada, sandbox } = await openMemberServer(answerer, { isHome: true });
    const use = () => ada.slash(command, options);
    for (let i = 0; i < 10; i++) await use()[answer]();
    const before = sandbox.exchanges.length;
    const told = await use().post();
    expect([told.onlyFor, told.message.content]).toEqual([ada.user.id, expect.stringContaining("ask again in")]);
    const asked = sandbox.exchanges.slice(before).map(({ operation }) => operation);
    expect(asked).toEqual(["create_interaction_response"]);
  });

  it("in a listed channel is met with silence alone", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, me, sandbox } = environment;
    for (let i = 0; i < 10; i++) await ada.say("general", `${me} what is ${i}?`).post();
    ada.say("help", "does anyone know if wechat pay is banned in the US?");
    await settled(environment);
    expect(saidBy(sandbox, "help")).toEqual([]);
  });
});

describe("the memory", () => {
  it("holds a bounded number of people and answers", () => {
    const { rateLimits, recentAnswers } = createBotMemory({ now: () => 0, burst: 1 });
    for (let id = 0; id < 2000; id++) {
      rateLimits.check({ asker: `${id}`, server: null });
      recentAnswers.note("1", `${id}`, `m${id}`);
    }
    expect(rateLimits.check({ asker: "1999", server: null })).toEqual({
      kind: "wait",
      who: "asker",
      seconds: 3,
      isTold: false,
    });
    expect(rateLimits.check({ asker: "0", server: null })).toEqual({ kind: "allowed" });
    expect([recentAnswers.find("1", "1999"), recentAnswers.find("1", "0")]).toEqual(["m1999", undefined]);
  });
});

describe("a server from which more comes than its members could ask", () => {
  const minute = { clock: 0 };
  const open = () => {
    minute.clock = 0;
    return createRateLimits(() => minute.clock, { serverPerMinute: 60 });
  };

  it("is asked to wait, whoever asks there, and nobody elsewhere is", () => {
    const limits = open();
    const ask = (asker: string, server: string | null) => limits.check({ asker, server });
    for (let i = 0; i < 10; i++) expect(ask(`member ${i}`, "a").kind).toBe("allowed");
    expect(ask("another", "a")).toEqual({ kind: "wait", who: "server", seconds: 1, isTold: false });
    expect(ask("a third", "a")).toEqual({ kind: "wait", who: "server", seconds: 1, isTold: true });
    expect([ask("another", "b").kind, ask("another", null).kind]).toEqual(["allowed", "allowed"]);
    minute.clock += 1000;
    expect(ask("another", "a").kind).toBe("allowed");
  });

  it("costs a member who is turned away nothing of their own", () => {
    const limits = open();
    for (let i = 0; i < 10; i++) limits.check({ asker: `member ${i}`, server: "a" });
    for (let i = 0; i < 20; i++) expect(limits.check({ asker: "ada", server: "a" })).toMatchObject({ who: "server" });
    expect(limits.check({ asker: "ada", server: null }).kind).toBe("allowed");
  });

  it("may press four times as much as it asks", () => {
    const limits = open();
    const press = () => limits.check({ asker: "ada", server: "a", cost: 1 / 4 }).kind;
    for (let i = 0; i < 40; i++) expect(press()).toBe("allowed");
    expect(press()).toBe("wait");
  });
});

describe("whoever types", () => {
  const typeAt = (perSecond: number, seconds: number) => {
    const clock = { now: 0 };
    const limits = createRateLimits(() => clock.now);
    return Array.from({ length: perSecond * seconds }, (_, key) => {
      clock.now = (1000 * key) / perSecond;
      return limits.checkTyping("ada");
    });
  };

  it("is made suggestions at each keystroke, at ten a second for a minute", () => {
    expect(typeAt(10, 60)).not.toContain(false);
  });

  it("at a hundred a second is made ten a second, after the first forty", () => {
    const made = typeAt(100, 60).filter((isMade) => isMade).length;
    expect(made).toBeGreaterThan(600);
    expect(made).toBeLessThan(660);
  });

  it("without end is suggested nothing, and can still ask", async () => {
    const { ada, grace, clock } = await openMemberServer(answerer);
    const typed = (person = ada) => person.autocomplete("ban-status", { app: "wechat" }, "app").choices();
    for (let key = 0; key < 40; key++) expect(await typed()).not.toEqual([]);
    expect(await typed()).toEqual([]);
    expect(await typed(grace)).not.toEqual([]);
    expect((await ada.slash("apps").post()).message.content).toContain("WeChat");
    clock.now += 100;
    expect(await typed()).not.toEqual([]);
  });
});

describe("whoever presses buttons without end", () => {
  it("is told alone to wait, but can still delete", async () => {
    const { ada } = await openMemberServer(answerer);
    const page = await ada.slash("timeline").post();
    for (let i = 0; i < 36; i++) await ada.press(page, idOf(page, i % 2 ? "Earlier" : "Later")).answer();
    const told = await ada.press(page, idOf(page, "Later")).post();
    expect([told.onlyFor, told.message.content]).toEqual([ada.user.id, expect.stringContaining("ask again in")]);
    ada.press(page, idOf(page, "🗑️"));
    await until(() => page.removed);
  });
});

describe("what the bot writes down", () => {
  it("never holds what anybody wrote", async () => {
    const { ada, me, lines } = await openMemberServer(answerer);
    const miss = await ada.say("general", `${me} my zebra is on mars`).post();
    await ada.press(miss, idOf(miss, "Ask the moderators")).post();
    await ada.slash("ask", { question: "another zebra" }).post();
    expect(lines.join("\n")).toContain("question.decided");
    expect(lines.join("\n")).not.toContain("zebra");
  });
});
