/** What the gateway can do to a bot that was connected; ids as in ids.json. */
import { describe, expect, it } from "vitest";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import { expectAlive, openBotInSandbox, postsOfBot, settle } from "./bot-in-sandbox.js";
import { expectEnding, startBot } from "./bot-process.js";

type Environment = Awaited<ReturnType<typeof openBotInSandbox>>;

/** Waits until the bot has lost its session's socket and found a new one. */
async function reconnect({ bot, sandbox }: Environment, fault: () => void): Promise<void> {
  const again = new Promise<void>((resolve) => {
    bot.client.once("shardResume", () => resolve());
    bot.client.once("shardReady", () => resolve());
  });
  fault();
  await again;
  await expect.poll(sandbox.gateway.connections).toBe(1);
}

async function startConnected(environment: Record<string, string> = {}, heartbeatEvery = 60_000) {
  const sandbox = await openJudgedSandbox({ times: { heartbeatEvery } });
  const bot = startBot(sandbox, environment);
  await bot.connected();
  return { sandbox, bot };
}

describe("after a fault of the gateway the bot is alive", () => {
  it("G01 a reset socket: it resumes, and answers the missed message once", async () => {
    const environment = await openBotInSandbox();
    const { sandbox, ada } = environment;
    let missed: ReturnType<typeof ada.say> | undefined;
    await reconnect(environment, () => {
      sandbox.gateway.reset();
      missed = ada.say(ada.dm(), "is wechat pay banned?");
    });
    expect((await missed?.post())?.message.content).toContain("WeChat Pay");
    await settle();
    expect(postsOfBot(sandbox, ada.dm())).toHaveLength(1);
    expect(sandbox.gateway.sessions.size).toBe(1);
  });

  it("G02 a reset socket and a lost session: it identifies anew", async () => {
    const environment = await openBotInSandbox();
    const { sandbox } = environment;
    const [before] = sandbox.gateway.sessions.keys();
    await reconnect(environment, () => {
      sandbox.gateway.forgetSessions();
      sandbox.gateway.reset();
    });
    expect([...sandbox.gateway.sessions.keys()]).not.toContain(before);
    await environment.expectAlive();
  });

  it("G03 op 7: it resumes", async () => {
    const environment = await openBotInSandbox();
    const [before] = environment.sandbox.gateway.sessions.keys();
    await reconnect(environment, () => environment.sandbox.gateway.askToReconnect());
    expect([...environment.sandbox.gateway.sessions.keys()]).toEqual([before]);
    await environment.expectAlive();
  });

  it("G04 op 9, resumable: it resumes", async () => {
    const environment = await openBotInSandbox();
    const [before] = environment.sandbox.gateway.sessions.keys();
    environment.sandbox.gateway.invalidate(true);
    await settle(700);
    expect([...environment.sandbox.gateway.sessions.keys()]).toEqual([before]);
    await environment.expectAlive();
  });

  it("G05 op 9, not resumable: it identifies anew", async () => {
    const environment = await openBotInSandbox();
    await reconnect(environment, () => environment.sandbox.gateway.invalidate(false));
    await environment.expectAlive();
  });

  it("G06 heartbeats that nobody acknowledges: it reconnects", async () => {
    const environment = await openBotInSandbox({}, { times: { heartbeatEvery: 100 } });
    await reconnect(environment, () => void environment.sandbox.faults.gateway("heartbeat", { do: "ignore" }, 2));
    await environment.expectAlive();
  });

  it.each([
    ["G09", 1000],
    ["G10", 1006],
    ["G11", 4000],
    ["G13", 4007],
    ["G14", 4008],
    ["G15", 4009],
  ])("%s close code %i", async (_, code) => {
    const environment = await openBotInSandbox();
    await reconnect(environment, () => environment.sandbox.gateway.close(code));
    await environment.expectAlive();
  });

  it("G18 a refused upgrade after a drop, then none", async () => {
    const environment = await openBotInSandbox();
    await reconnect(environment, () => {
      environment.sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 }, 1);
      environment.sandbox.gateway.reset();
    });
    await environment.expectAlive();
  });
});

describe("a gateway that doesn't come back ends the bot", () => {
  it("G07 a RESUME that is never answered, while heartbeats are", async () => {
    const { sandbox, bot } = await startConnected({ WATCHDOG_SECONDS: "2" }, 400);
    await expectAlive(sandbox);
    sandbox.faults.gateway("resume", { do: "ignore" });
    sandbox.gateway.reset();
    await expectEnding(bot, 1, /^Shard 0 has had no session for 2 s/);
  });

  it("G08 a RESUME that is never answered, on a mute socket", async () => {
    const { sandbox, bot } = await startConnected({ WATCHDOG_SECONDS: "2" }, 400);
    sandbox.faults.gateway("resume", { do: "ignore" });
    sandbox.faults.gateway("heartbeat", { do: "ignore" });
    sandbox.gateway.reset();
    await expectEnding(bot, 1, /^Shard 0 has had no session for 2 s/);
  });

  it("G18 upgrades that are refused for good", async () => {
    const { sandbox, bot } = await startConnected({ WATCHDOG_SECONDS: "2" }, 400);
    sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 });
    sandbox.gateway.reset();
    await expectEnding(bot, 1, /^Shard 0 has had no session for 2 s/);
  });

  it.each([
    ["G12", 4004, /refused the bot's token.*DISCORD_TOKEN.*4004/],
    ["G16", 4013, /intent.*Message Content Intent.*4013/],
    ["G17", 4014, /switch on the Message Content Intent in the Discord Developer Portal.*4014/],
  ])("%s close code %i after READY", async (_, code, line) => {
    const { sandbox, bot } = await startConnected();
    sandbox.gateway.close(code);
    await expectEnding(bot, 1, line);
  });
});
