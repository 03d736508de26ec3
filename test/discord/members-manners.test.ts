/** Good manners: nobody floods a channel through the bot, and what was just said is not said again. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/core/answerer.js";
import { createManners } from "../../src/discord/manners.js";
import { openAnswerer } from "../answerer.js";
import { idOf, labelsOf, openMemberHouse, saidBy, settled } from "./member-house.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
}, 120_000);

describe("the same answer in the same channel", () => {
  it("is a link to the earlier reply for a minute, whoever asks", async () => {
    const { ada, grace, me, clock } = await openMemberHouse(answerer);
    const first = await ada.say("general", `${me} is wechat pay banned?`).post();
    const second = await grace.say("general", `${me} is wechat pay banned?`).post();
    expect(second.message.content).toContain("a moment ago: https://discord.com/channels/");
    expect(second.message.content).toContain(first.message.id);
    clock.now += 60_000;
    const third = await grace.say("general", `${me} is wechat pay banned?`).post();
    expect(third.message.content).toContain("**WeChat Pay**");
  });

  it("links a slash command's asker alone, with the answer a press away", async () => {
    const { ada, grace } = await openMemberHouse(answerer);
    const first = await ada.slash("ban-status", { app: "alipay" }, "general").post();
    const second = await grace.slash("ban-status", { app: "alipay" }, "general").post();
    expect(second.onlyFor).toBe(grace.user.id);
    expect(second.message.content).toContain(first.message.id);
    const [again = ""] = labelsOf(second);
    const answer = await grace.press(second, idOf(second, again)).post();
    expect(answer.message.content).toContain("**Alipay**");
  });

  it("is given where it is about another day, in another channel, in direct messages, and where the earlier is gone", async () => {
    const { ada, me } = await openMemberHouse(answerer);
    const asked = ada.say("general", `${me} is alipay banned?`);
    await asked.post();
    const past = await ada.slash("ban-status", { app: "alipay", on: "2021-01-10" }, "general").post();
    expect(past.message.content).toContain("On January 10, 2021");
    const elsewhere = await ada.say("help", `${me} is alipay banned?`).post();
    expect(elsewhere.message.content).toContain("**Alipay**");
    for (let i = 0; i < 2; i++)
      expect((await ada.say(ada.dm(), "is alipay banned?").post()).message.content).toContain("**Alipay**");
    ada.remove(asked.said);
    const again = await ada.say("general", `${me} is alipay banned?`).post();
    expect(again.message.content).toContain("**Alipay**");
  });
});

describe("somebody who asks a lot at once", () => {
  it("is told once to wait, then answered with silence, and welcome again later", async () => {
    const house = await openMemberHouse(answerer);
    const { ada, grace, me, sandbox, clock } = house;
    for (let i = 0; i < 10; i++) await ada.say("general", `${me} what is ${i}?`).post();
    const told = await ada.say("general", `${me} who signed the order?`).post();
    expect(told.message.content).toContain("ask again in 3 s");
    ada.say("general", `${me} who signed the order?`);
    await settled(house);
    expect(saidBy(sandbox, "general")).toHaveLength(11);
    expect((await grace.say("general", `${me} who signed the order?`).post()).message.content).toContain("January 5");
    clock.now += 3000;
    expect((await ada.say("general", `${me} is alipay banned?`).post()).message.content).toContain("**Alipay**");
  });

  it("by slash commands is always told, alone", async () => {
    const { ada } = await openMemberHouse(answerer);
    for (let i = 0; i < 10; i++) await ada.slash("apps").post();
    for (let i = 0; i < 2; i++) {
      const told = await ada.slash("apps").post();
      expect(told.onlyFor).toBe(ada.user.id);
      expect(told.message.content).toContain("ask again in");
    }
  });

  it("in a listed channel is met with silence alone", async () => {
    const house = await openMemberHouse(answerer);
    const { ada, me, sandbox } = house;
    for (let i = 0; i < 10; i++) await ada.say("general", `${me} what is ${i}?`).post();
    ada.say("help", "does anyone know if wechat pay is banned in the US?");
    await settled(house);
    expect(saidBy(sandbox, "help")).toEqual([]);
  });
});

describe("manners", () => {
  it("remember a bounded number of people and answers", () => {
    const clock = { now: 0 };
    const manners = createManners({ now: () => clock.now, burst: 1 });
    for (let id = 0; id < 2000; id++) {
      manners.admit(`${id}`);
      manners.note("1", `${id}`, `m${id}`);
    }
    expect(manners.admit("1999")).toEqual({ kind: "wait", seconds: 3, told: false });
    expect(manners.admit("0")).toEqual({ kind: "welcome" });
    expect([manners.earlier("1", "1999"), manners.earlier("1", "0")]).toEqual(["m1999", undefined]);
  });
});

describe("what the bot writes down", () => {
  it("never holds what anybody wrote", async () => {
    const { ada, me, lines } = await openMemberHouse(answerer);
    const miss = await ada.say("general", `${me} my zebra is on mars`).post();
    await ada.press(miss, idOf(miss, "Ask the moderators")).post();
    await ada.slash("ask", { question: "another zebra" }).post();
    expect(lines.join("\n")).toContain("a question");
    expect(lines.join("\n")).not.toContain("zebra");
  });
});
