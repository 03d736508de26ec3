/** What a refusal of Discord's does to replies: which are tried again, which channels rest, and for how long. */

import { type Client, Events } from "discord.js";
import { answerInstead } from "discord-sandbox/faults";
import { describe, expect, it } from "vitest";
import { openBotIn, openBotInSandbox, postsOfBot, settle } from "../../faults/bot-in-sandbox.js";

const QUESTION = "is wechat pay banned?";
const OTHER = "who signed the order?";
/** On a busy machine several repeated requests take a while. */
const soon = <T>(value: () => T) => expect.poll(value, { timeout: 5000 });
const refuse = (code: number, status = 403) => answerInstead(status, { code, message: "refused" });

const generalOf = ({ bot, sandbox }: Awaited<ReturnType<typeof openBotInSandbox>>) => {
  const channel = bot.client.channels.cache.get(sandbox.channel("general").id);
  if (channel === undefined || channel.isDMBased() || channel.isThread())
    throw new Error("the bot does not know the channel");
  return channel;
};

describe("a reply that is refused", () => {
  it("because its thread is archived is not tried again, and is no bug", async () => {
    const house = await openBotInSandbox();
    house.sandbox.faults.rest("create_message", refuse(50083, 400));
    house.ada.say("general", house.mention(QUESTION));
    await house.counted("unavailable");
    await settle();
    expect(house.requests("create_message")).toHaveLength(1);
    expect(house.lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it("for want of a permission is sent again once the channel's permissions change", async () => {
    const house = await openBotInSandbox();
    house.sandbox.faults.rest("create_message", refuse(50013), 1);
    house.ada.say("general", house.mention(QUESTION));
    await house.counted("forbidden");
    house.sandbox.faults.clear();
    const general = generalOf(house);
    const client: Client = house.bot.client;
    client.emit(Events.ChannelUpdate, general, general);
    const post = await house.ada.say("general", house.mention(OTHER)).post();
    expect(post.message.content).toContain("January 5, 2021");
  });

  it("by a proxy's page does not silence the channel, and nobody is told that the bot may not write there", async () => {
    const house = await openBotInSandbox();
    const page = answerInstead(403, "<html>Forbidden</html>", { "content-type": "text/html" });
    house.sandbox.faults.rest("create_message", page);
    house.ada.say("general", house.mention(QUESTION));
    await house.counted("unreachable");
    house.sandbox.faults.clear();
    expect((await house.ada.say("general", house.mention(OTHER)).post()).message.content).toContain("January 5, 2021");
    expect(postsOfBot(house.sandbox, house.ada.dm())).toEqual([]);
  });

  it("is not even sent where the bot knows that it lacks a permission", async () => {
    const house = await openBotInSandbox();
    const general = generalOf(house);
    general.guild.roles.everyone.permissions = general.guild.roles.everyone.permissions.remove("SendMessages");
    house.ada.say("general", house.mention(QUESTION));
    await house.counted("forbidden");
    await soon(() => postsOfBot(house.sandbox, house.ada.dm())).toHaveLength(1);
    expect(house.requests("create_message").filter(({ path }) => path.includes(general.id))).toEqual([]);
  });
});

it("a success without a message is tried again, and nothing is deleted", async () => {
  const house = await openBotInSandbox();
  house.sandbox.faults.rest("create_message", answerInstead(200, {}), 1);
  const post = await house.ada.say("general", house.mention(QUESTION)).post();
  expect(post.message.content).toContain("WeChat Pay");
  await settle();
  expect(postsOfBot(house.sandbox)).toHaveLength(1);
  expect(house.requests("delete_message")).toEqual([]);
});

describe("a reply whose edit is refused", () => {
  it.each([
    ["for the number of edits", refuse(30046, 429)],
    ["by a server in trouble", answerInstead(500, {})],
  ])("%s is deleted and sent anew", async (_, fault) => {
    const house = await openBotInSandbox();
    const asked = house.ada.say("general", house.mention(QUESTION));
    const reply = await asked.post();
    house.sandbox.faults.rest("update_message", fault);
    house.ada.edit(asked.said, house.mention(OTHER));
    await soon(() => reply.removed).toBe(true);
    await soon(() => postsOfBot(house.sandbox).map(({ message }) => message.content)).toHaveLength(1);
    const [again] = postsOfBot(house.sandbox);
    expect(again?.message.content).toContain("January 5, 2021");
    expect(again?.message.message_reference?.message_id).toBe(asked.said.message.id);
    // The new reply follows the question from now on.
    house.sandbox.faults.clear();
    house.ada.remove(asked.said);
    await soon(() => postsOfBot(house.sandbox)).toEqual([]);
  });

  it("and that cannot be deleted follows the next edit", async () => {
    const house = await openBotInSandbox();
    const asked = house.ada.say("general", house.mention(QUESTION));
    const reply = await asked.post();
    for (const operation of ["update_message", "delete_message"])
      house.sandbox.faults.rest(operation, answerInstead(500, {}));
    house.ada.edit(asked.said, house.mention("is alipay banned?"));
    await soon(() => house.bot.counters.counts.unreachable).toBe(2);
    house.sandbox.faults.clear();
    house.ada.edit(asked.said, house.mention(OTHER));
    await soon(() => reply.message.content).toContain("January 5, 2021");
  });
});

describe("after a restart", () => {
  const restart = async () => {
    const first = await openBotInSandbox();
    const { ada, mention } = first;
    const asked = [QUESTION, OTHER, "is alipay banned?"].map((text) => ada.say("general", mention(text)));
    const replies = await Promise.all(asked.map((act) => act.post()));
    await first.bot.close();
    const second = await openBotIn(first.sandbox);
    const before = second.requests("list_messages").length;
    const lookups = () => second.requests("list_messages").length - before;
    return { ...second, lookups, asked: asked.map(({ said }) => said), replies };
  };

  it("a reply follows the edit of its question", async () => {
    const { ada, mention, asked, replies } = await restart();
    const [question, , alipay] = asked;
    if (!question || !alipay) return expect.unreachable("three were asked");
    ada.edit(question, mention(OTHER));
    await soon(() => replies[0]?.message.content).toContain("January 5, 2021");
    expect(replies[2]?.message.content).toContain("Alipay");
  });

  it("replies follow the deletion of their questions, with one look at the channel", async () => {
    const { ada, asked, replies, lookups } = await restart();
    for (const question of asked) ada.remove(question);
    await soon(() => replies.map(({ removed }) => removed)).toEqual([true, true, true]);
    expect(lookups()).toBe(1);
  });

  it("a question that nobody answered costs no look at the channel when it is asked now and deleted", async () => {
    const { ada, lookups } = await restart();
    const { said } = ada.say("general", "hello all");
    ada.remove(said);
    await settle();
    expect(lookups()).toBe(0);
  });
});
