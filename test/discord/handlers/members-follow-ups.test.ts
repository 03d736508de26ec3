/** What leans on an answer is understood with it, from what Discord shows and from nothing else. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { openAnswerer } from "../../answerer.js";
import { openMemberServer, saidBy, settled } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const reads = (exchanges: readonly { readonly operation?: string }[]) =>
  exchanges.filter(({ operation }) => operation === "list_messages" || operation === "get_message");

describe("a follow-up", () => {
  it("that replies to an answer keeps its topic", async () => {
    const { ada, me } = await openMemberServer(answerer);
    const first = await ada.say("general", `${me} is wechat pay banned?`).post();
    const second = await ada.say("general", "and alipay?", { replyTo: first }).post();
    expect(second.message.content).toContain("The order listed Alipay on");
    const source = await ada.say("general", "who makes it?", { replyTo: second }).post();
    expect(source.message.content).toContain("Ant");
  });

  it("may reply to an answer to a slash command, of which Discord withholds the text unless it mentions the bot", async () => {
    const { ada, me } = await openMemberServer(answerer, { readsContent: false });
    const first = await ada.slash("ban-status", { app: "camscanner" }).post();
    const unread = await ada.say("general", "who makes it?", { replyTo: first }).post();
    expect(unread.message.content).toContain("does not show me the text");
    const second = await ada.say("general", `${me} who makes it?`, { replyTo: first }).post();
    expect(second.message.content).toContain("CamScanner");
  });

  it("to a link to an answer that somebody else got a moment ago keeps that answer's topic", async () => {
    const { ada, grace, me } = await openMemberServer(answerer);
    await ada.say("general", `${me} is camscanner banned?`).post();
    const link = await grace.say("general", `${me} is camscanner banned?`).post();
    expect(link.message.content).toContain("I answered that here a moment ago");
    const follow = await grace.say("general", `${me} who makes it?`).post();
    expect(follow.message.content).toContain("INTSIG");
  });

  it.each(["source?", "are you sure?", "that's wrong, i read otherwise", "by who"])(
    "%s shows the answer with its sources, and no link to it",
    async (question) => {
      const { ada, me } = await openMemberServer(answerer);
      const first = await ada.say("general", `${me} who signed the order?`).post();
      const again = await ada.say("general", `${me} ${question}`).post();
      expect(again.message.content).toBe(first.message.content);
    },
  );

  it("keeps the app that was spoken of before an answer about none", async () => {
    const { ada, me } = await openMemberServer(answerer);
    await ada.say("general", `${me} is camscanner banned?`).post();
    const why = await ada.say("general", `${me} why was it on the list`).post();
    expect(why.message.content).not.toContain("INTSIG");
    const maker = await ada.say("general", `${me} and who makes it?`).post();
    expect(maker.message.content).toContain("INTSIG");
  });

  it("may pick one of the choices before it by its place", async () => {
    const { ada } = await openMemberServer(answerer);
    const choice = await ada.say("ask", "is cam banned").post();
    expect(choice.message.content).toContain("Did you mean");
    const picked = await ada.say("ask", "the second one").post();
    expect(picked.message.content).toContain("never listed CamCard");
    const replied = await ada.say("ask", "first", { replyTo: choice }).post();
    expect(replied.message.content).toContain("The order listed CamScanner on");
  });

  it("behind a regret is still about the answer before it", async () => {
    const { ada } = await openMemberServer(answerer);
    await ada.say("ask", "is camscanner banned?").post();
    const regret = await ada.say("ask", "did the order mention bitcoin?").post();
    expect(regret.message.content).toContain("no cited answer");
    const maker = await ada.say("ask", "who makes it").post();
    expect(maker.message.content).toContain("INTSIG");
  });

  it("in Chinese that is written alike in both varieties keeps the one of the answer before", async () => {
    const { ada } = await openMemberServer(answerer);
    await ada.say("ask", "掃描全能王被禁了嗎").post();
    const follow = await ada.say("ask", "好喔 那 WPS 呢").post();
    expect(follow.message.content).toContain("行政命令沒有禁止WPS");
  });

  it("is understood after a restart", async () => {
    const { ada, me, bot, start } = await openMemberServer(answerer);
    const first = await ada.say("general", `${me} is wechat pay banned?`).post();
    await bot.close();
    await start();
    const second = await ada.say("general", "and alipay?", { replyTo: first }).post();
    expect(second.message.content).toContain("The order listed Alipay on");
  });

  it("in a direct message leans on the message before it, which is in memory", async () => {
    const { ada, sandbox } = await openMemberServer(answerer);
    await ada.say(ada.dm(), "who makes camscanner?").post();
    await ada.say(ada.dm(), "who signed the order?").post();
    expect(reads(sandbox.exchanges)).toHaveLength(0);
    await ada.say(ada.dm(), "who makes camscanner?").post();
    const follow = await ada.say(ada.dm(), "and alipay?").post();
    expect(follow.message.content).toContain("Ant");
    expect(reads(sandbox.exchanges)).toHaveLength(0);
  });

  it("by a mention leans on the answer just before it, where that was the same person's", async () => {
    const { ada, grace, me } = await openMemberServer(answerer);
    await ada.say("general", `${me} who makes camscanner?`).post();
    const own = await ada.say("general", `${me} and alipay?`).post();
    expect(own.message.content).toContain("Ant");
    const other = await grace.say("general", `${me} and shareit?`).post();
    expect(other.message.content).not.toContain("Alipay");
    expect(other.message.content).toContain("The order listed SHAREit on");
  });

  it("after an answer about a day asks about that day", async () => {
    const { ada, me } = await openMemberServer(answerer);
    const first = await ada.slash("ban-status", { app: "alipay", on: "2021-01-10" }).post();
    const second = await ada.say("general", `${me} and wechat pay?`, { replyTo: first }).post();
    expect(second.message.content).toContain(
      "order on January 10, 2021. Executive Order 13971, signed on January 5, 2021, listed WeChat Pay",
    );
  });

  it("is never read out of the chatter in a listed channel", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, grace, me, sandbox } = environment;
    await ada.say("help", `${me} who makes camscanner?`).post();
    grace.say("help", "and alipay?");
    await settled(environment);
    expect(saidBy(sandbox, "help")).toHaveLength(1);
    expect(reads(sandbox.exchanges)).toHaveLength(0);
  });
});
