/** The seam for scripted REST faults: instead of the work, before it, after it, or in place of any answer. */
import { expect, it } from "vitest";
import {
  answerInstead,
  answerLate,
  failAfterwards,
  resetAfterwards,
  resetConnection,
  workLate,
} from "../src/faults.js";
import { createCaller, openJudgedSandbox } from "./judged-sandbox.js";

async function openHouse() {
  const sandbox = await openJudgedSandbox();
  const call = createCaller(sandbox);
  const { id, posts } = sandbox.channel("general");
  return { sandbox, posts, send: () => call("POST", `/channels/${id}/messages`, { content: "x" }) };
}

it("a scripted answer stands in for the work, so many times", async () => {
  const { sandbox, posts, send } = await openHouse();
  sandbox.faults.rest("create_message", answerInstead(403, { code: 50013, message: "Missing Permissions" }), 2);
  expect([(await send()).status, (await send()).status, (await send()).status]).toEqual([403, 403, 200]);
  expect(posts.size).toBe(1);
});

it("a failure afterwards leaves the work done", async () => {
  const { sandbox, posts, send } = await openHouse();
  sandbox.faults.rest("create_message", failAfterwards(500), 1);
  expect((await send()).status).toBe(500);
  expect(posts.size).toBe(1);
});

it("a reset connection leaves the work undone, or done, as scripted", async () => {
  const { sandbox, posts, send } = await openHouse();
  sandbox.faults.rest("create_message", resetConnection, 1);
  await expect(send()).rejects.toThrow();
  expect(posts.size).toBe(0);
  sandbox.faults.rest("create_message", resetAfterwards, 1);
  await expect(send()).rejects.toThrow();
  expect(posts.size).toBe(1);
});

it("a delay comes before the work or after it", async () => {
  const { sandbox, posts, send } = await openHouse();
  sandbox.faults.rest("create_message", workLate(80), 1);
  const before = send();
  await new Promise((resolve) => setTimeout(resolve, 40));
  expect(posts.size).toBe(0);
  await before;
  sandbox.faults.rest("create_message", answerLate(80), 1);
  const after = send();
  await expect.poll(() => posts.size, { interval: 5 }).toBe(2);
  await after;
});

it("a fault of every operation is lifted by the function it returned, or by clearing all", async () => {
  const { sandbox, send } = await openHouse();
  const lift = sandbox.faults.rest("*", answerInstead(503));
  expect((await send()).status).toBe(503);
  lift();
  expect((await send()).status).toBe(200);
  sandbox.faults.rest("*", answerInstead(503));
  sandbox.faults.clear();
  expect((await send()).status).toBe(200);
});

it("an exchange tells whether a fault had its hand in it", async () => {
  const { sandbox, send } = await openHouse();
  sandbox.faults.rest("create_message", answerInstead(429, "<html>slow down</html>"), 1);
  await expect(send()).rejects.toThrow("JSON");
  await send();
  const seen = sandbox.exchanges.map(({ operation, status, faulted }) => [operation, status, faulted]);
  expect(seen).toEqual([
    ["create_message", 429, true],
    ["create_message", 200, false],
  ]);
});
