/** The environment of a soak: a sandbox, a copy of the data to edit, and the bot's process, restarted whenever it ends. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { GatewayIntentBits } from "discord.js";
import { openSandbox } from "discord-sandbox";
import { type BotProcess, end, type LogLine, startBot } from "../common/bot-process.js";
import { openTcpProxy } from "./tcp-proxy.js";

/** Seconds without a session after which the bot ends; shorter than in life, so that a soak sees it often. */
const WATCHDOG_SECONDS = "6";
/** Milliseconds; shorter than Discord's 41 s, so that a fault of heartbeats takes no minute. */
const HEARTBEAT = 5_000;
const ORDINARY = { limit: 50, per: 1000 };
const TIGHT = { limit: 2, per: 2000 };

/** Channels where the bot may not write. It remembers each for ten minutes, so nothing else is tested in them. */
export const LOCKED = ["locked-1", "locked-2", "locked-3"];

export type Environment = Awaited<ReturnType<typeof openEnvironment>>;

export async function openEnvironment(handleLine: (line: LogLine) => void) {
  const tightBuckets = { on: false };
  const sandbox = await openSandbox({
    channels: ["general", "help", "moderators", ...LOCKED],
    privilegedIntents: GatewayIntentBits.MessageContent,
    limits: { bucket: (operation) => (tightBuckets.on && operation === "create_message" ? TIGHT : ORDINARY) },
    times: { heartbeatEvery: HEARTBEAT },
  });
  const proxy = await openTcpProxy(sandbox.url);
  const folder = mkdtempSync(join(tmpdir(), "soak-"));
  const dataFolder = join(folder, "data");
  cpSync("data", dataFolder, { recursive: true });
  const processes = new Set<BotProcess>();
  let bot: BotProcess | undefined;

  const launch = async (state: string, settings: Readonly<Record<string, string>>): Promise<BotProcess> => {
    const started = await startBot(
      {
        DISCORD_TOKEN: sandbox.token,
        DISCORD_API: proxy.url,
        HOME_GUILD: sandbox.store.guild.id,
        DATA_DIR: dataFolder,
        STATE_DIR: join(folder, state),
        // Says of each question that is ignored why.
        LOG_LEVEL: "debug",
        WATCHDOG_SECONDS,
        ...settings,
      },
      handleLine,
    );
    processes.add(started);
    return started;
  };

  return {
    sandbox,
    proxy,
    dataFolder,
    /** Two messages each two seconds and channel, as long as it is on. */
    tightBuckets,
    bot(): BotProcess {
      if (bot === undefined) throw new Error("the bot was not started yet");
      return bot;
    },
    /** Starts the bot and waits until it is connected or has ended. */
    async start(settings: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
      bot = await launch("state", settings);
      return bot;
    },
    /** Starts a second process with the same token. */
    startSecond(): Promise<BotProcess> {
      cpSync(join(folder, "state"), join(folder, "second"), { recursive: true });
      return launch("second", {});
    },
    async close(): Promise<void> {
      for (const process of processes) await end(process);
      await proxy.shut().catch(() => undefined);
      await sandbox.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
