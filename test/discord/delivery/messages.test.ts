/** What a refusal of Discord's does to replies: which are tried again, which channels rest, and for how long. */

import { type Client, Events } from "discord.js";
import { answerInstead } from "discord-sandbox/faults";
import { describe, expect, it } from "vitest";
import { openBotIn, openBotInSandbox, postsOfBot, settle } from "../../faults/bot-in-sandbox.js";

const QUESTION = "is wechat pay banned?";
const OTHER = "who signed the order?";
/** On a busy machine several repeated requests take a while. */
const soon = <T>(value: () => T) => expect.poll(value);
const refuse = (code: number, status = 403) => answerInstead(status, { code, message: "refused" });

const generalOf = ({ bot, sandbox }: Awaited<ReturnType<typeof openBotInSandbox>>) => {
  const channel = bot.client.channels.cache.get(sandbox.channel("general").id);
  if (channel === undefined || channel.isDMBased() || channel.isThread())
    throw new Error("the bot does not know the channel");
  return channel;
};

describe("a reply that is refused", () => {
  it("because its thread is archived is not tried again, and is no bug", async () => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_message", refuse(50083, 400));
    environment.ada.say("general", environment.mention(QUESTION));
    await environment.counted("denied");
    await settle();
    expect(environment.requests("create_message")).toHaveLength(1);
    expect(environment.lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it("for want of a permission is sent again once the channel's permissions change", async () => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_message", refuse(50013), 1);
    environment.ada.say("general", environment.mention(QUESTION));
    await environment.counted("forbidden");
    environment.sandbox.faults.clear();
    const general = generalOf(environment);
    const client: Client = environment.bot.client;
    client.emit(Events.ChannelUpdate, general, general);
    const post = await environment.ada.say("general", environment.mention(OTHER)).post();
    expect(post.message.content).toContain("January 5, 2021");
  });

  it("by a proxy's page does not silence the channel, and nobody is told that the bot may not write there", async () => {
    const environment = await openBotInSandbox();
    const page = answerInstead(403, "<html>Forbidden</html>", { "content-type": "text/html" });
    environment.sandbox.faults.rest("create_message", page);
    environment.ada.say("general", environment.mention(QUESTION));
    await environment.counted("unreachable");
    environment.sandbox.faults.clear();
    expect((await environment.ada.say("general", environment.mention(OTHER)).post()).message.content).toContain(
      "January 5, 2021",
    );
    expect(postsOfBot(environment.sandbox, environment.ada.dm())).toEqual([]);
  });

  it("is not even sent where the bot knows that it lacks a permission", async () => {
    const environment = await openBotInSandbox();
    const general = generalOf(environment);
    general.guild.roles.everyone.permissions = general.guild.roles.everyone.permissions.remove("SendMessages");
    environment.ada.say("general", environment.mention(QUESTION));
    await environment.counted("forbidden");
    await soon(() => postsOfBot(environment.sandbox, environment.ada.dm())).toHaveLength(1);
    expect(environment.requests("create_message").filter(({ path }) => path.includes(general.id))).toEqual([]);
  });
});

it("a success without a message is tried again, and nothing is deleted", async () => {
  const environment = await openBotInSandbox();
  environment.sandbox.faults.rest("create_message", answerInstead(200, {}), 1);
  const post = await environment.ada.say("general", environment.mention(QUESTION)).post();
  expect(post.message.content).toContain("WeChat Pay");
  await settle();
  expect(postsOfBot(environment.sandbox)).toHaveLength(1);
  expect(environment.requests("delete_message")).toEqual([]);
});

describe("a reply whose edit is refused", () => {
  it.each([
    ["for the number of edits", refuse(30046, 429)],
    ["by a server in trouble", answerInstead(500, {})],
  ])("%s is deleted and sent anew", async (_, fault) => {
    const environment = await openBotInSandbox();
    const asked = environment.ada.say("general", environment.mention(QUESTION));
    const reply = await asked.post();
    environment.sandbox.faults.rest("update_message", fault);
    environment.ada.edit(asked.said, environment.mention(OTHER));
    await soon(() => reply.removed).toBe(true);
    await soon(() => postsOfBot(environment.sandbox).map(({ message }) => message.content)).toHaveLength(1);
    const [again] = postsOfBot(environment.sandbox);
    expect(again?.message.content).toContain("January 5, 2021");
    expect(again?.message.message_reference?.message_id).toBe(asked.said.message.id);
    // The new reply follows the question from now on.
    environment.sandbox.faults.clear();
    environment.ada.remove(asked.said);
    await soon(() => postsOfBot(environment.sandbox)).toEqual([]);
  });

  it("and that cannot be deleted follows the next edit", async () => {
    const environment = await openBotInSandbox();
    const asked = environment.ada.say("general", environment.mention(QUESTION));
    const reply = await asked.post();
    for (const operation of ["update_message", "delete_message"])
      environment.sandbox.faults.rest(operation, answerInstead(500, {}));
    environment.ada.edit(asked.said, environment.mention("is alipay banned?"));
    await soon(() => environment.bot.counters.counts.unreachable).toBe(2);
    environment.sandbox.faults.clear();
    environment.ada.edit(asked.said, environment.mention(OTHER));
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
