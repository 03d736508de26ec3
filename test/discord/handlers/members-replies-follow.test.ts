/** A reply follows its question: edited with it, deleted with it. */

import { SnowflakeUtil } from "discord.js";
import { answerInstead, answerLate } from "discord-sandbox/faults";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { createReplyMemory } from "../../../src/discord/context/reply-memory.js";
import { openAnswerer } from "../../answerer.js";
import { openMemberServer, saidBy, settled, until } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

describe("a question", () => {
  it("that is edited gets an edited reply, in the same message", async () => {
    const { ada, me, sandbox } = await openMemberServer(answerer);
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    const reply = await asked.post();
    ada.edit(asked.said, `${me} who signed the order?`);
    await until(() => reply.message.content.includes("January 5, 2021"));
    expect(saidBy(sandbox, "general")).toHaveLength(1);
  });

  it("that is deleted takes its reply with it", async () => {
    const { ada, me } = await openMemberServer(answerer);
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    const reply = await asked.post();
    ada.remove(asked.said);
    await until(() => reply.removed);
  });

  it("that is deleted while it is answered leaves no reply behind", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, me, sandbox } = environment;
    sandbox.faults.rest("create_message", async (_, work) => {
      await new Promise((resolve) => setTimeout(resolve, 60));
      return work();
    });
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    await until(() => environment.lines.some((line) => line.includes('"question.decided"')));
    ada.remove(asked.said);
    await until(() => sandbox.exchanges.some(({ operation }) => operation === "delete_message"));
    expect(saidBy(sandbox, "general")).toEqual([]);
  });

  it("that is deleted while it gets another reply after an edit leaves no reply behind", async () => {
    const { ada, me, sandbox } = await openMemberServer(answerer);
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    await asked.post();
    sandbox.faults.rest("update_message", answerInstead(400, { code: 30046, message: "Too many edits" }), 1);
    sandbox.faults.rest("create_message", answerLate(150), 1);
    ada.edit(asked.said, `${me} who signed the order?`);
    const removals = () => sandbox.exchanges.filter(({ operation }) => operation === "delete_message").length;
    await until(() => removals() === 1);
    ada.remove(asked.said);
    await until(() => removals() === 2);
    expect(saidBy(sandbox, "general")).toEqual([]);
  });

  it("that is edited while it is answered, in a channel with much else going on, gets an edited reply", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, grace, me, sandbox } = environment;
    sandbox.faults.rest("create_message", answerLate(150), 1);
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    const reply = await asked.post();
    // More than the bot keeps of a channel.
    for (let said = 0; said < 40; said += 1) grace.say("general", `chatter ${said}`);
    ada.edit(asked.said, `${me} who signed the order?`);
    await until(() => reply.message.content.includes("January 5, 2021"));
  });

  it("that is edited twice in a row keeps the reply to the latest edit, though an earlier one takes longer to read", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, me, sandbox } = environment;
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    const reply = await asked.post();
    await settled(environment);
    // What leans on the answer before has the bot look for that first.
    sandbox.faults.rest("list_messages", answerLate(150), 1);
    ada.edit(asked.said, `${me} when was that?`);
    ada.edit(asked.said, `${me} who signed the order?`);
    await until(() => reply.message.content.includes("President Donald Trump signed Executive Order 13971"));
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(reply.message.content).toContain("President Donald Trump signed Executive Order 13971");
  });

  it("that is edited more often than may be asked loses its reply, and costs no more", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, me, sandbox } = environment;
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    const reply = await asked.post();
    await settled(environment);
    for (let time = 0; time < 60; time += 1) ada.edit(asked.said, `${me} who signed the order? ${time}`);
    await until(() => reply.removed);
    const edits = sandbox.exchanges.filter(({ operation }) => operation === "update_message");
    expect(edits.length).toBeLessThanOrEqual(40);
  });

  it("that no longer asks the bot anything loses its reply", async () => {
    const { ada, me } = await openMemberServer(answerer);
    const asked = ada.say("general", `${me} is wechat pay banned?`);
    const reply = await asked.post();
    ada.edit(asked.said, "never mind");
    await until(() => reply.removed);
  });

  it("in a direct message is followed too", async () => {
    const { ada } = await openMemberServer(answerer);
    const asked = ada.say(ada.dm(), "is wechat pay banned?");
    const reply = await asked.post();
    ada.edit(asked.said, "is alipay banned?");
    await until(() => reply.message.content.includes("Alipay"));
    ada.remove(asked.said);
    await until(() => reply.removed);
  });

  it("that was not answered is not answered when it is edited", async () => {
    const environment = await openMemberServer(answerer);
    const { said } = environment.ada.say("help", "hello");
    environment.ada.edit(said, "does anyone know if wechat pay is banned in the US?");
    await settled(environment);
    expect(saidBy(environment.sandbox, "help")).toEqual([]);
  });
});

describe("the memory of replies", () => {
  const place = { channelId: "1", messageId: "2" };
  const asked = (at: number, index = 0) => String(SnowflakeUtil.generate({ timestamp: at, increment: BigInt(index) }));

  it("holds the most recent questions alone, and knows from when on it is whole", () => {
    const start = Date.now();
    const memory = createReplyMemory(() => start);
    const ids = Array.from({ length: 6000 }, (_, index) => asked(start + 1 + index));
    for (const id of ids) memory.note(id, place);
    const [first, last] = [ids.at(0) ?? "", ids.at(-1) ?? ""];
    expect(ids.filter((id) => memory.of(id) !== undefined).length).toBeLessThanOrEqual(5000);
    expect([memory.of(last), memory.mayBeForgotten(last)]).toEqual([place, false]);
    expect([memory.of(first), memory.mayBeForgotten(first)]).toEqual([undefined, true]);
    expect(memory.mayBeForgotten(asked(start - 1000))).toBe(true);
    expect(memory.mayBeForgotten(asked(start + 60_000))).toBe(false);
  });
});
