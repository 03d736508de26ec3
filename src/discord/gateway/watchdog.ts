/** Notices when a shard is lost for good, which discord.js does not report. */
import { type Client, Events, Status } from "discord.js";
import { explainCloseCode } from "./close-codes.js";

/**
 * Calls `fail` with one line, once, when Discord closes a shard with a final code or when a shard has not been ready for
 * `watchdog` milliseconds. The function returned stops the watch.
 */
export function watchShards(client: Client<true>, watchdog: number, fail: (line: string) => void): () => void {
  const readyAt = new Map<number, number>();
  const look = (): void => {
    for (const [id, { status }] of client.ws.shards) {
      if (status === Status.Ready || !readyAt.has(id)) readyAt.set(id, performance.now());
      const away = performance.now() - (readyAt.get(id) ?? performance.now());
      if (away <= watchdog) continue;
      stop();
      const seconds = Number((watchdog / 1000).toFixed(1));
      fail(`Shard ${id} has had no session for ${seconds} s: ending, so that a supervisor restarts the bot.`);
      return;
    }
  };
  const close = ({ code }: { code: number }): void => {
    stop();
    fail(explainCloseCode(code));
  };
  const stop = (): void => {
    clearInterval(timer);
    client.off(Events.ShardDisconnect, close);
  };
  const timer = setInterval(look, Math.max(10, watchdog / 10));
  client.on(Events.ShardDisconnect, close);
  return stop;
}
