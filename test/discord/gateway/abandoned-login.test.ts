/** A login that was given up leaves nothing behind that goes on connecting. */
import { setTimeout as sleep } from "node:timers/promises";
import { openSandbox } from "discord-sandbox";

import { pino } from "pino";
import { expect, it, onTestFinished } from "vitest";
import { createClient } from "../../../src/discord/gateway/client.js";
import { LoginError, logIn } from "../../../src/discord/gateway/login.js";

it("a client whose login failed does not connect once the gateway is there again", async () => {
  const sandbox = await openSandbox();
  onTestFinished(() => sandbox.close());
  const { token, url: api, store } = sandbox;
  sandbox.faults.gateway("upgrade", { do: "refuse", status: 502 });
  const login = logIn({
    token,
    rest: { api },
    wantsContent: undefined,
    shards: undefined,
    identifyWait: () => 0,
    createClient(readsContent, abandoned) {
      const client = createClient({
        rest: { api },
        readsContent,
        shards: undefined,
        transport: undefined,
        identifyThrottler: () => ({ waitForIdentify: async () => undefined }),
        abandoned,
      });
      client.on("shardError", () => undefined);
      return client;
    },
    within: 800,
    log: pino({ level: "silent" }),
    now: () => performance.now(),
  });
  await expect(login).rejects.toThrow(LoginError);
  sandbox.faults.clear();
  const { remaining } = store.sessionStarts;
  // discord.js tries again every 500 ms.
  await sleep(1500);
  expect(store.sessionStarts.remaining).toBe(remaining);
});
