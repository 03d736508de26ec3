/** What can go wrong between an interaction and its answer; ids as in ids.json. */
import { answerLate, failAfterwards } from "discord-sandbox/faults";
import { describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/all.js";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import { command } from "../../src/command/command.js";
import type { ChannelSettings } from "../../src/command/context.js";
import { idOf } from "../discord/member-server.js";
import { openBot } from "../discord/open-bot.js";
import { expectAlive, openBotIn, openBotInSandbox, optionsFor, postsOfBot, settle } from "./bot-in-sandbox.js";
import { startBot } from "./bot-process.js";

const QUESTION = { question: "is wechat pay banned?" };

describe("an acknowledgement that comes too late", () => {
  it("I01 of a command: swallowed and counted", async () => {
    const { sandbox, ada, counted, expectAlive } = await openBotInSandbox();
    sandbox.times.acknowledgeWithin = -1;
    ada.slash("ask", QUESTION);
    await counted("late");
    sandbox.times.acknowledgeWithin = 60_000;
    await expectAlive();
  });

  it("I01 judged by the time since it came in: not even sent", async () => {
    const { ada, counted, requests } = await openBotInSandbox({ times: { acknowledge: -1 } });
    ada.slash("ask", QUESTION);
    await counted("late");
    expect(requests("create_interaction_response")).toEqual([]);
  });

  it("I01 of a button while its work takes long: the answer is not even sent", async () => {
    const sandbox = await openJudgedSandbox({ channels: ["general", "moderators"] });
    const channels: ChannelSettings = {
      of: () => ({ listed: {}, moderators: sandbox.channel("moderators").id }),
      isAnyListed: () => false,
      change: async () => ({ kind: "failed", problem: "not here" }),
    };
    const { ada, bot, counted, mention, requests } = await openBotIn(sandbox, { channels });
    const miss = await ada.say("general", mention("what is the weather on mars?")).post();
    const told = await ada.press(miss, idOf(miss, "Ask the moderators")).post();
    const before = requests("update_original_webhook_message").length;
    sandbox.times.acknowledgeWithin = -1;
    sandbox.faults.rest("delete_message", answerLate(600), 1);
    ada.press(told, idOf(told, "Withdraw"));
    await counted("late");
    await settle(800);
    expect(requests("delete_message")).toHaveLength(1);
    expect(requests("update_original_webhook_message")).toHaveLength(before);
    expect(bot.counters.counts).toEqual({ late: 1 });
  });

  it("I07 of an autocomplete: swallowed and counted", async () => {
    const { sandbox, ada, counted, expectAlive } = await openBotInSandbox();
    sandbox.times.acknowledgeWithin = -1;
    ada.autocomplete("ban-status", { app: "we" }, "app");
    await counted("late");
    sandbox.times.acknowledgeWithin = 60_000;
    await expectAlive();
  });
});

describe("an acknowledgement that is sent twice", () => {
  it("I02 because the first was answered after the timeout: one answer", async () => {
    const { sandbox, ada, counted, expectAlive } = await openBotInSandbox({ times: { request: 200 } });
    sandbox.faults.rest("create_interaction_response", answerLate(500), 1);
    const act = ada.slash("ask", QUESTION);
    await counted("acknowledged");
    expect(act.responses).toHaveLength(1);
    expect(postsOfBot(sandbox)).toHaveLength(1);
    await expectAlive();
  });

  it("I03 because the first failed after it was accepted (40060): taken as acknowledged, one answer", async () => {
    const { sandbox, ada, counted, lines } = await openBotInSandbox();
    sandbox.faults.rest("create_interaction_response", failAfterwards(500), 1);
    const act = ada.slash("ask", QUESTION);
    await counted("acknowledged");
    expect(act.responses).toHaveLength(1);
    expect(lines.filter((line) => JSON.parse(line).level >= 50)).toEqual([]);
  });

  it("I03 of a deferral: the answer is put in its place", async () => {
    const { sandbox, ada, answerSlowly } = await openSlowBot();
    sandbox.faults.rest("create_interaction_response", failAfterwards(500), 1);
    const act = ada.slash("slow");
    await act.answer();
    answerSlowly();
    expect((await act.post()).message.content).toContain("at last");
    expect(act.responses).toHaveLength(1);
  });
});

/** With a command that answers only when the test says so. */
async function openSlowBot() {
  let answerSlowly = () => {};
  const gate = new Promise<void>((resolve) => {
    answerSlowly = resolve;
  });
  const slow = command({
    name: "slow",
    description: "Takes its time",
    options: {},
    slow: true,
    run: async () => {
      await gate;
      return { kind: "refused", problem: "at last" };
    },
  });
  return { ...(await openBotInSandbox({ commands: [...commands, slow] })), answerSlowly: () => answerSlowly() };
}

describe("what is told twice, or to two", () => {
  it("I04 the same interaction delivered twice: one answer", async () => {
    const { sandbox, ada, counted, requests } = await openBotInSandbox();
    const act = ada.slash("ask", QUESTION);
    await act.post();
    sandbox.gateway.dispatch(act.event.t, act.event.d);
    await counted("repeated");
    expect(act.responses).toHaveLength(1);
    expect(requests("create_interaction_response")).toHaveLength(1);
  });

  it("I05 two processes with one token: each question gets one answer, and neither crashes", async () => {
    const { sandbox, ada, mention } = await openBotInSandbox();
    const { given } = await optionsFor(sandbox);
    const second = await openBot(given);
    onTestFinished(async () => void (await second.close()));
    const slash = ada.slash("ask", QUESTION);
    await slash.post();
    await ada.say("general", mention("is alipay banned?")).post();
    await settle();
    expect(slash.responses).toHaveLength(1);
    expect(postsOfBot(sandbox)).toHaveLength(2);
    await expectAlive(sandbox);
  });
});

describe("what the bot can do nothing about", () => {
  it("I06 the token expired before the edit: logged, counted, and the bot keeps its own token", async () => {
    const { sandbox, ada, answerSlowly, counted, lines, expectAlive } = await openSlowBot();
    const act = ada.slash("slow");
    await act.answer();
    sandbox.times.interactionLife = -1;
    answerSlowly();
    await counted("denied");
    expect(lines.join("")).toMatch(
      new RegExp(`"interaction":"${act.id}".*"outcome":"denied","reference":"[0-9a-f]{8}"`),
    );
    sandbox.times.interactionLife = 900_000;
    await expectAlive();
  });

  it("I08 a malformed dispatch: logged, and the bot is alive", async () => {
    const sandbox = await openJudgedSandbox();
    const bot = startBot(sandbox);
    await bot.connected();
    sandbox.gateway.dispatch("MESSAGE_CREATE", null);
    sandbox.gateway.dispatch("INTERACTION_CREATE", { id: "1" });
    await expect.poll(() => bot.output()).toMatch(/process.unhandled_rejection/);
    await expectAlive(sandbox);
  });

  it("I09 an unknown event and an unknown type of interaction: ignored", async () => {
    const { sandbox, ada, bot, expectAlive } = await openBotInSandbox();
    sandbox.gateway.dispatch("NOT_YET_INVENTED", { odd: true });
    const { event } = ada.slash("about");
    sandbox.gateway.dispatch("INTERACTION_CREATE", { ...event.d, id: sandbox.store.nextId(), type: 99 });
    await settle();
    expect(bot.counters.counts).toEqual({});
    await expectAlive();
  });
});
