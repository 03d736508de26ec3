/** A bot that is told of interactions over HTTP, as one of any number behind a proxy. */
import type { Sandbox } from "discord-sandbox";
import { pino } from "pino";
import { onTestFinished } from "vitest";
import { openInteractionsServer } from "../../src/web/interactions-server.js";
import { type BotOptions, openBot } from "./open-bot.js";

export async function openReplica(sandbox: Sandbox, options: BotOptions) {
  const bot = await openBot({ ...options, interactions: { over: "http" } });
  const { answer } = bot;
  if (answer === undefined) throw new Error("A bot over HTTP has a way to answer");
  const server = await openInteractionsServer({
    host: "127.0.0.1",
    port: 0,
    publicKey: sandbox.endpoint.publicKey,
    answer: (interaction) => answer(interaction as Parameters<typeof answer>[0]),
    log: pino({ level: "silent" }),
  });
  /** As at SIGTERM: what is under way is finished, for so many milliseconds, and nothing new is taken. */
  const close = async (within = 8000) => {
    await server.close(within);
    await bot.close();
  };
  onTestFinished(() => close(0));
  return { bot, server, url: `${server.url}/interactions`, close };
}
