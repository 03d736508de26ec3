/** What the load is sent to: bots as processes of their own, in a sandbox of their own, over the gateway or over HTTP. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox } from "discord-sandbox";
import { openInteraction } from "discord-sandbox/interactions";
import { Pool } from "undici";
import { type BotProcess, end, type LogLine, startBot } from "../common/bot-process.js";
import { prune } from "../common/prune.js";
import { createChooser } from "../common/random.js";
import { readTexts } from "../common/texts.js";
import { until } from "../common/wait.js";
import type { Send } from "./flow.js";
import { type Cost, readCost } from "./meter.js";
import { CHANNEL_NAMES, createQuestionSource } from "./questions.js";
import { send, signRequest } from "./signed-request.js";

export interface TargetOptions {
  readonly name: string;
  readonly over: "gateway" | "http";
  readonly processes?: number;
  /** Another program than the bot; the bot registers its commands. */
  readonly program?: string;
  /** No question comes twice. */
  readonly areFresh?: boolean;
}

const SEED = 13971;
/** As long as the last answers are waited for, and longer. */
const KEPT = { posts: 3000, interactions: 5000 };
export type Target = Awaited<ReturnType<typeof openTarget>>;

export async function openTarget({ name, over, processes = 1, program, areFresh = false }: TargetOptions) {
  // Heartbeats tell the sandbox what it need not keep any more.
  const sandbox = await openSandbox({ channels: CHANNEL_NAMES, times: { heartbeatEvery: 2000, identifyEvery: 0 } });
  const pruning = setInterval(() => prune(sandbox, KEPT), 1000);
  const state = mkdtempSync(join(tmpdir(), "load-"));
  const addresses: string[] = [];
  const launch = async (own?: string): Promise<BotProcess> => {
    const environment = {
      DISCORD_TOKEN: sandbox.token,
      DISCORD_API: sandbox.url,
      STATE_DIR: state,
      LOG_LEVEL: "info",
      SERVER_QUESTIONS_A_MINUTE: "1000000",
      ...(over === "http" && own === undefined
        ? { INTERACTIONS: "http", DISCORD_PUBLIC_KEY: sandbox.endpoint.publicKey, PORT: "0" }
        : {}),
    };
    const noteAddress = ({ url, msg }: LogLine) =>
      void (msg === "interactions.listening" && addresses.push(String(url)));
    const bot = await startBot(environment, noteAddress, own);
    const ending = bot.ending();
    if (ending !== undefined) throw new Error(`it ended with ${ending.status}: ${ending.stderr}`);
    return bot;
  };
  const bots: BotProcess[] = [];
  if (program !== undefined) await end(await launch());
  for (let started = 0; started < processes; started += 1) bots.push(await launch(program));
  await until(() => over !== "http" || addresses.length === processes);
  const nextQuestion = createQuestionSource(sandbox, readTexts(), createChooser(SEED), areFresh);
  const pools = addresses.map((url) => new Pool(new URL(url).origin));
  const nextRequest = () => signRequest(sandbox, "/interactions", nextQuestion().payload);

  const overGateway = (count: number): Send => {
    const ready = Array.from({ length: count }, () => nextQuestion());
    return (done) => {
      const question = ready.pop() ?? nextQuestion();
      openInteraction(sandbox.store, { ...question, record: done });
    };
  };
  /** Each process in turn, as a proxy does it. */
  const overHttp = (count: number): Send => {
    const ready = Array.from({ length: count }, nextRequest);
    let turn = 0;
    return (done) => {
      turn += 1;
      const pool = pools[turn % pools.length] as Pool;
      void send(pool, ready.pop() ?? nextRequest()).then(done);
    };
  };

  return {
    name,
    /** Prepares `count` questions; over HTTP they are signed, which holds for a minute. */
    prepare: over === "http" ? overHttp : overGateway,
    /** Of all its processes together. */
    cost(): Cost {
      const costs = bots.map(({ pid }) => readCost(pid));
      const sum = (of: keyof Cost) => costs.reduce((total, cost) => total + cost[of], 0);
      return { seconds: sum("seconds"), memory: sum("memory") };
    },
    async close(): Promise<void> {
      for (const pool of pools) await pool.destroy();
      for (const bot of bots) await end(bot);
      clearInterval(pruning);
      await sandbox.close();
      rmSync(state, { recursive: true, force: true });
    },
  };
}
