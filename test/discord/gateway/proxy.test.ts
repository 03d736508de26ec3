/** Requests to Discord go through the proxy that the settings name, and to no other. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { REST, Routes } from "discord.js";
import { expect, it, onTestFinished } from "vitest";
import { DISCORD_TIMES } from "../../../src/discord/common/times.js";
import { createRestOptions } from "../../../src/discord/gateway/rest-options.js";

/** A server that counts what it is asked for, and refuses to be a proxy for it. */
async function openServer() {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(String(request.url));
    response.writeHead(200, { "content-type": "application/json" }).end("{}");
  });
  server.on("connect", (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end("HTTP/1.1 502 Bad Gateway\r\n\r\n");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { asked, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

const restOf = (api: string, proxy: Parameters<typeof createRestOptions>[0]["proxy"]) =>
  new REST({
    ...createRestOptions({ times: DISCORD_TIMES, api, proxy, onTokenLost: () => undefined }),
    retries: 0,
  }).setToken("token");

it("a request goes through the proxy", async () => {
  const proxy = await openServer();
  await expect(restOf("http://discord.invalid/api", { url: proxy.url }).get(Routes.gatewayBot())).rejects.toThrow();
  expect(proxy.asked).toEqual(["CONNECT discord.invalid:80"]);
});

it("a request to an excepted host goes there directly", async () => {
  const [proxy, discord] = [await openServer(), await openServer()];
  await restOf(`${discord.url}/api`, { url: proxy.url, except: "127.0.0.1" }).get(Routes.gatewayBot());
  expect([proxy.asked, discord.asked]).toEqual([[], ["/api/v10/gateway/bot"]]);
});
