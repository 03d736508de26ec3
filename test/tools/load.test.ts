/** The load benchmark measures what it says; the measurement itself is run by `npm run bench:load`. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import { openSandbox } from "discord-sandbox";
import { Pool } from "undici";
import { expect, it, onTestFinished } from "vitest";
import { createSignatureCheck } from "../../src/web/signature.js";
import { flood, pace } from "../../tools/load/flow.js";
import { readCost } from "../../tools/load/meter.js";
import { send, signRequest } from "../../tools/load/signed-request.js";

it("a flood keeps so many questions under way, and counts the answers", async () => {
  let open = 0;
  let most = 0;
  const flow = await flood(
    (done) => {
      open += 1;
      most = Math.max(most, open);
      setTimeout(() => {
        open -= 1;
        done();
      }, 2);
    },
    4,
    100,
  );
  expect(most).toBe(4);
  expect(flow.missing).toBe(0);
  expect(flow.answers).toBe(flow.waits.length);
  expect(Math.min(...flow.waits)).toBeGreaterThan(1);
});

it("a pace asks so many a second, answered or not, and tells what got no answer", async () => {
  let asked = 0;
  const flow = await pace(
    (done) => {
      asked += 1;
      if (asked > 1) done();
    },
    200,
    100,
    50,
  );
  expect(asked).toBeGreaterThan(1);
  expect(asked).toBeLessThanOrEqual(21);
  expect(flow.missing).toBe(1);
});

it("a request that was made ready is signed as Discord signs, and its answer is waited for", async () => {
  const sandbox = await openSandbox();
  const claimOf = createSignatureCheck(sandbox.endpoint.publicKey, Date.now);
  const taken: boolean[] = [];
  const server = createServer(async (request, response) => {
    const body = Buffer.from(await text(request));
    const header = (name: string) => String(request.headers[name]);
    const claim = claimOf(header("x-signature-ed25519"), header("x-signature-timestamp"));
    taken.push(claim?.isStale === false && claim.isOf(body));
    const answer = JSON.stringify({ type: 4, data: { content: "y".repeat(3000) } });
    response.writeHead(200, { "content-length": answer.length }).end(answer);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const pool = new Pool(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  onTestFinished(async () => {
    await pool.destroy();
    server.close();
    await sandbox.close();
  });
  const ping = { id: "1", type: 1 };
  for (let times = 0; times < 2; times += 1) await send(pool, signRequest(sandbox, "/interactions", ping));
  expect(taken).toEqual([true, true]);
});

it("the cost of a process is its processor time and its memory", () => {
  const before = readCost(process.pid);
  const used = process.cpuUsage();
  while (process.cpuUsage(used).user < 200_000) Math.sqrt(performance.now());
  const after = readCost(process.pid);
  expect(after.seconds).toBeGreaterThan(before.seconds);
  expect(after.memory).toBeGreaterThan(20e6);
});
