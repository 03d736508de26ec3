/** The built bot as a process of its own, told of interactions over HTTP; ids and outcomes are all that it logs. */
import type { Sandbox } from "discord-sandbox";
import { answerInstead, failAfterwards, resetConnection } from "discord-sandbox/faults";
import { expect, it } from "vitest";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import { type BotProcess, startBot } from "../faults/bot-process.js";
import { openStream } from "../faults/stream.js";

function startOverHttp(sandbox: Sandbox, settings: Readonly<Record<string, string>> = {}): BotProcess {
  const DISCORD_PUBLIC_KEY = sandbox.endpoint.publicKey;
  return startBot(sandbox, { INTERACTIONS: "http", DISCORD_PUBLIC_KEY, PORT: "0", METRICS_PORT: "0", ...settings });
}

/** The address that the log has with that message. */
async function urlOf(bot: BotProcess, message: string): Promise<string> {
  const line = () =>
    bot
      .output()
      .split("\n")
      .find((text) => text.includes(message));
  await expect.poll(line).toBeDefined();
  return JSON.parse(line() ?? "{}").url;
}

it("starts, answers, tells how it is, and ends with status 0", async () => {
  const sandbox = await openJudgedSandbox();
  const bot = startOverHttp(sandbox);
  await sandbox.endpoint.use(await urlOf(bot, "interactions.listening"));
  const act = sandbox.person("ada").slash("ask", { question: "is wechat pay banned?" });
  expect((await act.post()).message.content).toContain("WeChat Pay");
  const monitor = await urlOf(bot, "monitor.listening");
  expect(await (await fetch(`${monitor}/readyz`)).json()).toEqual({ ready: true });
  expect(await (await fetch(`${monitor}/metrics`)).text()).toContain('source="slash",kind="app"} 1');
  bot.signal("SIGTERM");
  const { status, stderr } = await bot.exited;
  expect([status, stderr, sandbox.endpoint.complaints]).toEqual([0, "", []]);
});

it("may be killed: another process takes over, and only what it held is lost", async () => {
  const sandbox = await openJudgedSandbox();
  const [one, other] = [startOverHttp(sandbox), startOverHttp(sandbox)];
  await sandbox.endpoint.use(await urlOf(one, "interactions.listening"), await urlOf(other, "interactions.listening"));
  const ada = sandbox.person("ada");
  for (const _ of "12") await ada.slash("about").post();
  one.signal("SIGKILL");
  await one.exited;
  for (const _ of "1234") expect((await ada.slash("about").post()).message.content).not.toBe("");
  expect(sandbox.endpoint.complaints).toEqual([]);
});

it("may be told to end while requests stream in: it ends with status 0, and none of them is lost", async () => {
  const sandbox = await openJudgedSandbox();
  const [one, other] = [startOverHttp(sandbox), startOverHttp(sandbox)];
  await sandbox.endpoint.use(await urlOf(one, "interactions.listening"), await urlOf(other, "interactions.listening"));
  const stream = openStream(sandbox, 5);
  await expect.poll(stream.answered).toBeGreaterThan(200);
  one.signal("SIGTERM");
  await one.prints('"msg":"bot.closed"');
  const then = stream.answered();
  await expect.poll(stream.answered).toBeGreaterThan(then + 100);
  expect([await stream.end(), sandbox.endpoint.complaints]).toEqual([[], []]);
  expect((await one.exited).status).toBe(0);
});

it("says which address is taken, and ends", async () => {
  const sandbox = await openJudgedSandbox();
  const { status, stderr } = await startOverHttp(sandbox, { PORT: new URL(sandbox.url).port }).exited;
  expect([status, stderr]).toEqual([1, expect.stringMatching(/^PORT cannot be used: .*EADDRINUSE/)]);
});

it("needs nothing of Discord to answer but the application's id", async () => {
  const sandbox = await openJudgedSandbox();
  sandbox.faults.rest("*", answerInstead(503, {}));
  const bot = startOverHttp(sandbox, { DISCORD_APPLICATION_ID: sandbox.bot.id });
  const url = await urlOf(bot, "interactions.listening");
  await sandbox.endpoint.use(url);
  expect((await sandbox.endpoint.post(url, JSON.stringify({ type: 1 }))).status).toBe(200);
});

it("logs no message text, no token of the bot's and none of an interaction, whatever goes wrong", async () => {
  const sandbox = await openJudgedSandbox();
  const bot = startOverHttp(sandbox);
  const url = await urlOf(bot, "interactions.listening");
  await sandbox.endpoint.use(url);
  const marker = "zyzzyva";
  const ada = sandbox.person("ada");
  const tokens: string[] = [];
  const ask = (question: string) => {
    const act = ada.slash("ask", { question });
    if (act.event.t === "INTERACTION_CREATE") tokens.push(act.event.d.token);
    return act;
  };
  const post = await ask(`${marker}: is wechat pay banned?`).post();
  const why = (post.message.components as { components: { custom_id: string }[] }[])
    .flatMap(({ components }) => components)
    .find(({ custom_id }) => custom_id.startsWith("why"));
  const form = { code: 50035, message: "Invalid Form Body" };
  for (const way of [answerInstead(400, form), answerInstead(401, form), resetConnection, failAfterwards(500)]) {
    sandbox.faults.rest("update_original_webhook_message", way, 1);
    const press = ada.press(post, why?.custom_id ?? "");
    if (press.event.t === "INTERACTION_CREATE") tokens.push(press.event.d.token);
    await press.answer();
  }
  for (const body of [marker, `{"type":2,"id":"1","token":"${marker}"}`, `{"type":99,"id":"2","token":"${marker}"}`]) {
    await sandbox.endpoint.post(url, body, { signature: null });
    await sandbox.endpoint.post(url, body).catch(() => undefined);
  }
  await new Promise((resolve) => setTimeout(resolve, 300));
  bot.signal("SIGTERM");
  const { stdout, stderr } = await bot.exited;
  expect(stdout).toMatch(/"outcome":"sent"/);
  expect(stdout).toMatch(/"outcome":"(rejected|denied|unreachable)"/);
  expect(tokens).toHaveLength(5);
  for (const text of [sandbox.token, marker, "banned", "WeChat", ...tokens])
    expect(stdout + stderr).not.toContain(text);
});
