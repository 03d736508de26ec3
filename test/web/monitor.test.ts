/** Whoever runs the bot is told how it is, and of people nothing. */
import { describe, expect, it, onTestFinished } from "vitest";
import { createMetrics } from "../../src/web/metrics.js";
import { type Condition, openMonitor } from "../../src/web/monitor.js";
import { openBotInSandbox } from "../faults/bot-in-sandbox.js";

const READY: Condition = {
  data: { problems: () => [] },
  bot: { shards: () => [{ id: 0, isReady: true }] },
};

async function openMonitored(condition: Condition) {
  const metrics = createMetrics({ version: () => "abc123", shards: () => condition.bot?.shards() ?? [] });
  const server = await openMonitor({ host: "127.0.0.1", port: 0 }, metrics, () => condition);
  onTestFinished(() => server.close(0));
  return { metrics, get: (path: string) => fetch(`${server.url}${path}`) };
}

describe("health", () => {
  it("is live while the process answers, whatever else is missing", async () => {
    const { get } = await openMonitored({});
    const response = await get("/healthz");
    expect([response.status, await response.json()]).toEqual([200, { live: true }]);
  });

  it("is ready once the data is there, all shards are, and the last reload was good", async () => {
    const { get } = await openMonitored(READY);
    const response = await get("/readyz");
    expect([response.status, await response.json()]).toEqual([200, { ready: true }]);
  });

  it.each<[Condition, RegExp]>([
    [{}, /data is not loaded yet/],
    [{ data: { problems: () => [] } }, /not connected to Discord yet/],
    [{ ...READY, bot: { shards: () => [{ id: 7, isReady: false }] } }, /shard 7 has no session/],
    [{ ...READY, data: { problems: () => ["answers/a.yaml:1:2 wrong"] } }, /data files have 1 problem: the last good/],
    [{ ...READY, server: { problem: () => "the clock is wrong" } }, /the clock is wrong/],
    [{ ...READY, isEnding: true }, /shutting down/],
    [{ ...READY, clockProblem: () => "The clock says May 1, 2021" }, /The clock says/],
  ])("says what is missing where it is not ready: %#", async (condition, missing) => {
    const response = await (await openMonitored(condition)).get("/readyz");
    expect(response.status).toBe(503);
    expect(await response.json()).toEqual({ ready: false, missing: [expect.stringMatching(missing)] });
  });

  it("is all that is there, with the metrics", async () => {
    const { get } = await openMonitored(READY);
    for (const path of ["/", "/interactions", "/metrics/x"]) expect((await get(path)).status).toBe(404);
  });
});

describe("metrics", () => {
  it("count decisions, latency, errors by Discord's code, reloads, mishaps; tell of data, shards and process", async () => {
    const { metrics, get } = await openMonitored({ ...READY, bot: { shards: () => [{ id: 3, isReady: false }] } });
    const { ada, counted, mention, sandbox } = await openBotInSandbox({ recorder: metrics });
    await ada.slash("ask", { question: "is zyzzyva alipay banned?" }).post();
    await ada.say("general", mention("who signed the order?")).post();
    sandbox.faults.rest(
      "create_message",
      () => ({ status: 403, body: { code: 50013, message: "Missing Permissions" } }),
      1,
    );
    ada.say("general", mention("who signed the order?"));
    await counted("forbidden");
    metrics.reloaded("learning");
    metrics.reloaded("replaced");
    const response = await get("/metrics");
    expect(response.headers.get("content-type")).toMatch(/^text\/plain/);
    const text = await response.text();
    for (const line of [
      'bot_decisions_total{source="slash",kind="app"} 1',
      'bot_decisions_total{source="message",kind="entry"} 2',
      'bot_answer_seconds_count{what="interaction"} 1',
      'bot_answer_seconds_count{what="message"} 1',
      'bot_discord_errors_total{code="50013"} 1',
      'bot_failures_total{kind="forbidden"} 1',
      'bot_reloads_total{result="replaced"} 1',
      'bot_data_info{version="abc123"} 1',
      'bot_shard_ready{shard="3"} 0',
    ])
      expect(text).toContain(line);
    // Learning is on the way to a result, and not one.
    expect(text).not.toContain('result="learning"');
    expect(text).toContain("process_resident_memory_bytes");
    for (const secret of ["zyzzyva", ada.user.id, sandbox.store.guild.id, sandbox.token])
      expect(text).not.toContain(secret);
  });
});
