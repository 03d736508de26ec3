/** Interactions over HTTP come as through a proxy, which can send again only what nobody has heard. */
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { createCaller, openJudgedSandbox } from "./judged-sandbox.js";

async function listen(answer: RequestListener): Promise<{ readonly url: string; readonly server: Server }> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, server };
}

/** Refuses a wrong signature, answers a PING, and passes the rest on to `hear`. */
const bot =
  (hear: RequestListener): RequestListener =>
  (request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const isWrong = /^0+$/.test(String(request.headers["x-signature-ed25519"]));
      if (isWrong) response.writeHead(401).end();
      else if (body === '{"type":1}') response.end('{"type":1}');
      else hear(request, response);
    });
  };

it("an interaction goes to the next process where one doesn't listen, and is not sent twice where one breaks off", async () => {
  const sandbox = await openJudgedSandbox();
  const heard: string[] = [];
  const [breaking, gone, good] = [
    await listen(
      bot((request) => {
        heard.push("breaking");
        request.socket.destroy();
      }),
    ),
    await listen(bot(() => undefined)),
    await listen(
      bot((_, response) => {
        heard.push("good");
        response.writeHead(202).end();
      }),
    ),
  ];
  await sandbox.endpoint.use(breaking.url, gone.url, good.url);
  gone.server.closeAllConnections();
  gone.server.close();
  const about = { name: "about", description: "About", type: 1 };
  await createCaller(sandbox)("PUT", `/applications/${sandbox.bot.id}/commands`, [about]);
  const ada = sandbox.person("ada");
  ada.slash("about");
  await expect.poll(() => sandbox.endpoint.complaints).toHaveLength(1);
  expect(heard).toEqual(["breaking"]);
  ada.slash("about");
  await expect.poll(() => heard).toEqual(["breaking", "good"]);
  expect(sandbox.endpoint.complaints).toEqual([expect.stringMatching(/socket hang up|ECONNRESET/)]);
});
