/** The end of the bot, and what it leaves in the log; ids as in ids.json. */
import { answerInstead, failAfterwards, resetConnection, workLate } from "discord-sandbox/faults";
import { expect, it } from "vitest";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import { openBotInSandbox, settle } from "./bot-in-sandbox.js";
import { startBot } from "./bot-process.js";

const QUESTION = { question: "is wechat pay banned?" };

it("S01 SIGTERM with an answer in flight: it is finished, nothing new is taken, and the bot ends with status 0", async () => {
  const sandbox = await openJudgedSandbox();
  const bot = startBot(sandbox);
  await bot.connected();
  const ada = sandbox.person("ada");
  const begun = new Promise<void>((resolve) => {
    sandbox.faults.rest(
      "create_interaction_response",
      (request, work) => {
        resolve();
        return workLate(500)(request, work);
      },
      1,
    );
  });
  const inFlight = ada.slash("ask", QUESTION);
  await begun;
  bot.signal("SIGTERM");
  await expect.poll(() => bot.output()).toContain('"msg":"bot.closing"');
  const late = ada.slash("about");
  expect((await inFlight.post()).message.content).toContain("WeChat Pay");
  const { status, stderr } = await bot.exited;
  expect(stderr).toBe("");
  expect(status).toBe(0);
  expect(late.responses).toEqual([]);
  expect(sandbox.gateway.connections()).toBe(0);
});

it("S01 an answer that doesn't end within the drain time is cut off, and that is said", async () => {
  const sandbox = await openJudgedSandbox();
  const bot = startBot(sandbox, { DRAIN_SECONDS: "0.2" });
  await bot.connected();
  const begun = new Promise<void>((resolve) => {
    sandbox.faults.rest("create_interaction_response", (request, work) => {
      resolve();
      return workLate(1500)(request, work);
    });
  });
  sandbox.person("ada").slash("ask", QUESTION);
  await begun;
  bot.signal("SIGTERM");
  const { status, stderr } = await bot.exited;
  expect(stderr).toMatch(/^Answers cut off because they took longer than DRAIN_SECONDS: 1\.$/m);
  expect(status).toBe(1);
});

it("a gateway that has fallen silent keeps nobody from ending", async () => {
  const { bot, sandbox } = await openBotInSandbox({ times: { farewell: 100 } });
  sandbox.faults.gateway("identify", { do: "ignore" });
  sandbox.gateway.invalidate(false);
  await settle(600);
  expect(await bot.close()).toBe(0);
});

it("a bug of ours is told to the person with the reference that the log has, and the log has no message text", async () => {
  const { ada, bot, lines, mention, sandbox } = await openBotInSandbox({
    context: () => {
      throw new Error("a bug");
    },
  });
  const { message } = await ada.say("general", mention("is wechat pay banned?")).post();
  const reference = /[0-9a-f]{8}/.exec(message.content)?.[0] ?? "none";
  expect(lines.find((line) => line.includes(reference))).toContain("a bug");
  expect(bot.counters.counts.bug).toBe(1);
  const slash = await ada.slash("ask", QUESTION).post();
  expect(slash.message.content).toMatch(/reference.*[0-9a-f]{8}/);
  expect(slash.onlyFor).toBe(ada.user.id);
  await settle();
  expect(lines.join("")).not.toContain("wechat");
  expect(lines.join("")).not.toContain(sandbox.token);
});

it("the log of the whole bot has ids and outcomes, but no message text and no token, whatever goes wrong", async () => {
  const sandbox = await openJudgedSandbox();
  const bot = startBot(sandbox);
  await bot.connected();
  const ada = sandbox.person("ada");
  const marker = "zyzzyva";
  await ada.slash("ask", { question: `${marker}: is wechat pay banned?` }).post();
  const form = { code: 50035, message: "Invalid Form Body" };
  const ways = [answerInstead(400, form), answerInstead(502, {}), resetConnection, failAfterwards(500)];
  for (const [index, way] of ways.entries()) {
    sandbox.faults.rest("create_message", way, 1);
    const asker = sandbox.person(`asker ${index}`);
    await asker.say(asker.dm(), `${marker}: is wechat pay banned?`).post();
  }
  sandbox.gateway.dispatch("MESSAGE_CREATE", { content: marker });
  await settle();
  bot.signal("SIGTERM");
  const { stdout, stderr } = await bot.exited;
  expect(stdout).toContain('"outcome":"sent"');
  expect(stdout).toMatch(/"interaction":"\d+"/);
  const forbidden = [sandbox.token, marker, "banned", "WeChat"];
  for (const text of forbidden) expect(stdout + stderr).not.toContain(text);
});
