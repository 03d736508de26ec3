/** Several machines with one token: each serves its shards, and none gets in another's way when it begins a session. */
import type { Sandbox } from "discord-sandbox";
import { shardOf } from "discord-sandbox/snowflake";
import { pino } from "pino";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../../commands/all.js";
import { openJudgedSandbox } from "../../../packages/discord-sandbox/test/judged-sandbox.js";
import type { Answerer } from "../../../src/core/answerer.js";
import type { CalendarDate } from "../../../src/core/values/calendar.js";
import { createIdentifySchedule, longestWait, type ShardRange } from "../../../src/discord/gateway/shard-range.js";
import { openAnswerer } from "../../answerer.js";
import { type BotOptions, openBot } from "../open-bot.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const range = (first: number, last: number, count: number): ShardRange => ({
  ids: Array.from({ length: last - first + 1 }, (_, index) => first + index),
  count,
});

/** Discord takes an IDENTIFY each 20 ms here; the rest is for a busy machine. */
const TIMES = { turn: 160, beginning: 15 };

/** The guild is on the second machine, the direct messages are on the first. */
async function openFarSandbox(): Promise<Sandbox> {
  for (;;) {
    const sandbox = await openJudgedSandbox({ shards: 4, times: { identifyEvery: 20 } });
    if (shardOf(sandbox.store.guild.id, 4) >= 2) return sandbox;
  }
}

async function openMachine({ token, url }: Sandbox, shards: ShardRange) {
  const options: BotOptions = {
    token,
    api: url,
    commands,
    shards,
    log: pino({ level: "silent" }),
    context: () => ({ answerer, version: "test", today: "2026-11-23" as CalendarDate }),
    times: TIMES,
  };
  const bot = await openBot(options);
  onTestFinished(async () => void (await bot.close()));
  return bot;
}

describe("two machines with a half of the shards each", () => {
  it("begin at once without a refused session, and answer each message once", async () => {
    const sandbox = await openFarSandbox();
    const before = sandbox.store.sessionStarts.remaining;
    const [first, second] = await Promise.all([
      openMachine(sandbox, range(0, 1, 4)),
      openMachine(sandbox, range(2, 3, 4)),
    ]);
    expect(before - sandbox.store.sessionStarts.remaining).toBe(4);
    expect([...sandbox.gateway.sessions.values()].map(({ shard }) => shard).sort()).toEqual([
      [0, 4],
      [1, 4],
      [2, 4],
      [3, 4],
    ]);
    expect([first.shards(), second.shards()].map((shards) => shards.map(({ id, isReady }) => [id, isReady]))).toEqual([
      [
        [0, true],
        [1, true],
      ],
      [
        [2, true],
        [3, true],
      ],
    ]);
    const ada = sandbox.person("ada");
    for (const place of ["general", ada.dm()]) {
      const post = await ada.say(place, `<@${sandbox.bot.id}> is wechat pay banned?`).post();
      await ada.slash("about", {}, place).post();
      const said = [...post.channel.posts.values()].filter(({ message }) => message.author.id === sandbox.bot.id);
      expect(said).toHaveLength(2);
    }
  });

  it("register the commands once: whoever has shard 0 does", async () => {
    const sandbox = await openFarSandbox();
    const second = await openMachine(sandbox, range(2, 3, 4));
    expect([second.registered, sandbox.store.commands.size]).toEqual([false, 0]);
    const first = await openMachine(sandbox, range(0, 1, 4));
    expect([first.registered, sandbox.store.commands.size]).toEqual([true, 1]);
  });

  it("tell a moderator of their own shards", async () => {
    const sandbox = await openFarSandbox();
    await Promise.all([openMachine(sandbox, range(0, 1, 4)), openMachine(sandbox, range(2, 3, 4))]);
    const { message } = await sandbox.person("mod").slash("moderate check").post();
    expect(message.content).toContain("Shards: 2 of 2 connected, of 4 on all machines");
  });

  it("stay alive while a shard waits for its turn, however long the round is", () => {
    expect(longestWait(range(0, 3, 160), 1, { turn: 6000, beginning: 500 })).toBe(161 * 6000);
    expect(longestWait(range(0, 3, 160), 16, { turn: 6000, beginning: 500 })).toBe(11 * 6000);
    expect(longestWait(undefined, 1, { turn: 6000, beginning: 500 })).toBe(0);
  });
});

describe("the schedule of sessions", () => {
  const DISCORD = 5000;
  const REAL = { turn: 6000, beginning: 500 };

  /** When each shard begins a session, if all ask at `at`, each at a machine of its own. */
  async function begin(count: number, concurrency: number, at: number) {
    const manager = {
      fetchGatewayInformation: async () => ({ session_start_limit: { max_concurrency: concurrency } }),
    };
    return Promise.all(
      Array.from({ length: count }, async (_, shard) => {
        let now = at;
        const wait = async (milliseconds: number) => {
          now += milliseconds;
        };
        const schedule = createIdentifySchedule(range(shard, shard, count), REAL, { now: () => now, wait });
        const throttler = await schedule(manager as Parameters<typeof schedule>[0]);
        await throttler.waitForIdentify(shard, new AbortController().signal);
        const first = now;
        await throttler.waitForIdentify(shard, new AbortController().signal);
        expect(now - first).toBeGreaterThanOrEqual(DISCORD);
        return { shard, key: shard % concurrency, at: first };
      }),
    );
  }

  it.each([
    [16, 1, 0],
    [16, 1, 1_795_434_533_831],
    [16, 4, 1_795_434_533_831],
    [10, 4, 1_795_434_530_100],
    [3, 16, 1_795_434_534_000],
  ])(
    "of %i shards, %i at once, never come two at a time within one of Discord's limits",
    async (count, concurrency, at) => {
      const begun = await begin(count, concurrency, at);
      for (const one of begun) {
        const same = begun.filter(({ shard, key }) => shard !== one.shard && key === one.key);
        for (const other of same) expect(Math.abs(other.at - one.at)).toBeGreaterThanOrEqual(DISCORD);
        expect(one.at - at).toBeLessThanOrEqual(longestWait(range(0, 0, count), concurrency, REAL));
      }
    },
  );
});
