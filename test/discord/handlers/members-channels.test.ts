/** When the bot speaks in a channel, and when it is silent: the listener's docstring, rule by rule. */
import { draftMessage, publish } from "discord-sandbox/posts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { openAnswerer } from "../../answerer.js";
import { openMemberServer, saidBy, settled } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const CLEAR = "does anyone know if wechat pay is banned in the US?";

describe("in a chat channel", () => {
  it("a clear question to the room is answered", async () => {
    const { ada } = await openMemberServer(answerer);
    const answer = await ada.say("help", CLEAR).post();
    expect(answer.message.content).toContain("The order listed WeChat Pay on");
    expect(answer.message.message_reference?.message_id).toBeDefined();
  });

  it.each([
    ["chatter", "lol same here"],
    ["what would have to be guessed", "is it even legal?"],
    ["a choice", "is wepay banned?"],
    ["what is off topic", "what is the weather on mars?"],
    ["nothing but a server's emoji", "<:wave:123456789012345678>"],
  ])("%s is left alone", async (_, text) => {
    const environment = await openMemberServer(answerer);
    environment.ada.say("help", text);
    await settled(environment);
    expect(saidBy(environment.sandbox, "help")).toEqual([]);
  });

  it("a question put to somebody else is left alone", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, grace, sandbox } = environment;
    const { said } = grace.say("help", "hello");
    ada.say("help", CLEAR, { replyTo: said });
    ada.say("help", CLEAR, { replyTo: said, ping: false });
    ada.say("help", `<@${grace.user.id}> ${CLEAR}`);
    ada.say("help", `@everyone ${CLEAR}`);
    await settled(environment);
    expect(saidBy(sandbox, "help")).toEqual([]);
  });

  it("a mention is answered whatever it says, and a reply to the bot whether or not it pings", async () => {
    const { ada, me } = await openMemberServer(answerer);
    const first = await ada.say("help", `${me} what is the weather on mars?`).post();
    expect(first.message.content).toContain("no cited answer");
    const second = await ada.say("help", "who signed the order?", { replyTo: first, ping: false }).post();
    expect(second.message.content).toContain("January 5, 2021");
  });
});

describe("in a questions channel", () => {
  it("a clear question is answered", async () => {
    const { ada } = await openMemberServer(answerer);
    const answer = await ada.say("ask", CLEAR).post();
    expect(answer.message.content).toContain("The order listed WeChat Pay");
    expect(answer.message.message_reference?.message_id).toBeDefined();
  });

  it.each([
    ["a choice", "is wepay banned?", "Did you mean"],
    ["a regret", "what is the weather on mars?", "no cited answer"],
  ])("%s is given wherever the core speaks", async (_, text, reply) => {
    const speaking: Answerer = {
      ...answerer,
      answer: (question, { channel: _, ...options }) => answerer.answer(question, options),
    };
    const { ada } = await openMemberServer(speaking);
    expect((await ada.say("ask", text).post()).message.content).toContain(reply);
  });

  it.each([
    ["talk", "lol same here"],
    ["a greeting", "hi everyone"],
    ["thanks", "thanks!"],
    ["a statement", "alipay works fine here"],
    ["nothing but a server's emoji", "<:wave:123456789012345678>"],
  ])("%s is left alone", async (_, text) => {
    const environment = await openMemberServer(answerer);
    environment.ada.say("ask", text);
    await settled(environment);
    expect(saidBy(environment.sandbox, "ask")).toEqual([]);
  });

  it("a question put to somebody else is left alone", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, grace, sandbox } = environment;
    const { said } = grace.say("ask", "hello");
    ada.say("ask", CLEAR, { replyTo: said });
    ada.say("ask", `<@${grace.user.id}> ${CLEAR}`);
    ada.say("ask", `@here ${CLEAR}`);
    await settled(environment);
    expect(saidBy(sandbox, "ask")).toEqual([]);
  });

  it("a reply to the asker's own message is still a question", async () => {
    const { ada } = await openMemberServer(answerer);
    const { said } = ada.say("ask", "hmm, let me see");
    const answer = await ada.say("ask", CLEAR, { replyTo: said }).post();
    expect(answer.message.content).toContain("The order listed WeChat Pay");
  });

  it("a follow-up is read with the asker's own previous answer, though somebody else asked in between", async () => {
    const { ada, grace } = await openMemberServer(answerer);
    await ada.say("ask", "who makes camscanner?").post();
    await grace.say("ask", "who signed the order?").post();
    const follow = await ada.say("ask", "and alipay?").post();
    expect(follow.message.content).toContain("Ant");
  });

  it("a claim that asks nothing is read with the answer that its author just got", async () => {
    const claim = "green card here, so i figured it wasnt about me";
    const { ada, grace, sandbox } = await openMemberServer(answerer);
    await ada.say("ask", "was the order ever enforced?").post();
    grace.say("ask", claim);
    const follow = await ada.say("ask", claim).post();
    expect(follow.message.content).toContain("permanent residents");
    expect(saidBy(sandbox, "ask")).toHaveLength(2);
  });
});

describe("elsewhere", () => {
  it("nothing is said that was not asked of the bot", async () => {
    const environment = await openMemberServer(answerer);
    environment.ada.say("general", CLEAR);
    await settled(environment);
    expect(saidBy(environment.sandbox, "general")).toEqual([]);
  });
});

describe("without the Message Content intent", () => {
  it("listed channels are silent, and mentions work", async () => {
    const environment = await openMemberServer(answerer, { readsContent: false });
    environment.ada.say("help", CLEAR);
    await settled(environment);
    expect(saidBy(environment.sandbox, "help")).toEqual([]);
    const answer = await environment.ada.say("help", `${environment.me} who signed the order?`).post();
    expect(answer.message.content).toContain("January 5, 2021");
  });
});

describe("bots and webhooks", () => {
  it("are not heard, wherever they ask", async () => {
    const environment = await openMemberServer(answerer);
    const { sandbox, ada, me } = environment;
    const { store } = sandbox;
    const channel = sandbox.channel("help");
    const other = { ...ada.user, id: store.nextId(), bot: true };
    publish(store, channel, { ...draftMessage(store, channel, other), content: `${me} ${CLEAR}` });
    const hook = { ...draftMessage(store, channel, ada.user), webhook_id: store.nextId(), content: `${me} ${CLEAR}` };
    publish(store, channel, hook);
    await settled(environment);
    expect(saidBy(sandbox, "help")).toEqual([]);
  });
});
