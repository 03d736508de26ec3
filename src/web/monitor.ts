/** Tells whoever runs the bot how it is: /healthz, /readyz and /metrics, for the machine itself and not for the world. */
import { Hono } from "hono";
import { listenOn, type WebAddress, type WebServer } from "./listening.js";
import type { Metrics } from "./metrics.js";

/** What is there so far of a bot that starts, runs or ends. */
export interface Condition {
  readonly data?: { problems(): readonly string[] } | undefined;
  readonly bot?: { shards(): readonly { readonly id: number; readonly isReady: boolean }[] } | undefined;
  readonly isEnding?: boolean;
  /** What is wrong with the machine's clock, if that is known. */
  clockProblem?(): string | undefined;
}

export interface MonitorOptions extends WebAddress {
  readonly metrics: Pick<Metrics, "print">;
  condition(): Condition;
}

/** /healthz says only that the process answers; /readyz, with 503, everything that it still needs. */
export async function openMonitor({ metrics, condition, ...address }: MonitorOptions): Promise<WebServer> {
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

function missingIn({ data, bot, isEnding, clockProblem }: Condition): string[] {
  if (isEnding) return ["the bot is ending"];
  if (data === undefined) return ["the data is not loaded yet"];
  const count = data.problems().length;
  const bad = [
    ...(count > 0 ? [`the data files have ${count} problems: the last good data is in force`] : []),
    ...[clockProblem?.()].filter((problem) => problem !== undefined),
  ];
  if (bot === undefined) return [...bad, "the bot is not connected to Discord yet"];
  const away = bot.shards().filter(({ isReady }) => !isReady);
  return [...bad, ...away.map(({ id }) => `shard ${id} has no session`)];
}
