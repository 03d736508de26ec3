/** Serves /healthz, /readyz and /metrics to the people and programs that run the bot. */
import { Hono } from "hono";
import { listenOn, type WebAddress, type WebServer } from "./listening.js";
import type { Metrics } from "./metrics.js";

/** The parts of a bot that exist so far, while it starts, runs or closes. */
export interface Condition {
  readonly data?: { problems(): readonly string[] } | undefined;
  readonly bot?: { shards(): readonly { readonly id: number; readonly isReady: boolean }[] } | undefined;
  readonly server?: { problem(): string | undefined } | undefined;
  readonly isEnding?: boolean;
  /** What is wrong with the machine's clock, if that is known. */
  clockProblem?(): string | undefined;
}

/** /healthz says only that the process answers; /readyz answers 503 with everything that is missing. */
export async function openMonitor(
  address: WebAddress,
  metrics: Pick<Metrics, "print">,
  condition: () => Condition,
): Promise<WebServer> {
  const app = new Hono();
  app.get("/healthz", ({ json }) => json({ live: true }));
  app.get("/readyz", ({ json }) => {
    const missing = missingIn(condition());
    return missing.length === 0 ? json({ ready: true }) : json({ ready: false, missing }, 503);
  });
  app.get("/metrics", async ({ body }) => {
    const { text, type } = await metrics.print();
    return body(text, 200, { "content-type": type });
  });
  return listenOn(address, app);
}

function missingIn({ data, bot, server, isEnding, clockProblem }: Condition): string[] {
  if (isEnding) return ["the bot is shutting down"];
  if (data === undefined) return ["the data is not loaded yet"];
  const count = data.problems().length;
  const problems = count === 1 ? "1 problem" : `${count} problems`;
  const bad = [
    ...(count > 0 ? [`the data files have ${problems}: the last good data is in force`] : []),
    ...[clockProblem?.(), server?.problem()].filter((problem) => problem !== undefined),
  ];
  if (bot === undefined) return [...bad, "the bot is not connected to Discord yet"];
  const away = bot.shards().filter(({ isReady }) => !isReady);
  return [...bad, ...away.map(({ id }) => `shard ${id} has no session`)];
}
