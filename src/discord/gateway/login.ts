/** Logs in to Discord's gateway: patiently while Discord is in trouble, not at all if the settings are wrong. */
import { setTimeout as sleep } from "node:timers/promises";
import {
  type APIGatewayBotInfo,
  ApplicationFlags,
  type Client,
  DiscordAPIError,
  Events,
  REST,
  type RESTGetCurrentApplicationResult,
  type RESTOptions,
  Routes,
} from "discord.js";
import type { Logger } from "pino";
import { messageOf } from "../../process/error.js";
import { describeError } from "../common/fault.js";
import type { BotTimes } from "../common/times.js";
import { explainCloseCode, REFUSED_TOKEN } from "./close-codes.js";
import { longestWait, type ShardRange } from "./shard-range.js";

interface LoginOptions {
  readonly token: string;
  readonly rest: Partial<RESTOptions>;
  /** Whether message content is of use; the bot asks for it only if the application has the intent. Undefined over HTTP. */
  readonly wantsContent: boolean | undefined;
  /** By default, as many as Discord recommends. */
  readonly shards: ShardRange | undefined;
  readonly times: BotTimes;
  /** The client connects to nothing any more once `abandoned` is aborted. */
  createClient(readsContent: boolean, abandoned: AbortSignal): Client;
  readonly log: Logger;
}

/** Why there is no connection, in one line. `isFinal`: another attempt fails until a setting is changed. */
export class LoginError extends Error {
  override readonly name = "LoginError";
  readonly isFinal: boolean;
  constructor(line: string, isFinal: boolean) {
    super(line);
    this.isFinal = isFinal;
  }
}

/** Discord allows 1000 new sessions a day and resets the bot's token after that. */
class SessionsSpentError extends Error {
  readonly wait: number;
  constructor(wait: number) {
    super(`Discord lets this bot begin no more sessions until ${new Date(Date.now() + wait).toISOString()}`);
    this.wait = wait;
  }
}

const MAX_PAUSE = 30_000;

/**
 * Returns the client, and the longest time in milliseconds that one of its shards waits for its turn to identify. Rejects
 * only with a `LoginError`. No attempt goes on after that.
 */
export async function logIn(options: LoginOptions) {
  const { times, log } = options;
  const deadline = performance.now() + times.login;
  for (let pause = Math.min(1000, times.login / 10); ; pause = Math.min(pause * 2, MAX_PAUSE)) {
    try {
      return await tryOnce(options, deadline - performance.now());
    } catch (error) {
      if (error instanceof LoginError) throw error;
      if (error instanceof DiscordAPIError && error.status === 401) throw new LoginError(REFUSED_TOKEN, true);
      const reason = messageOf(error);
      const wait = error instanceof SessionsSpentError ? error.wait : pause;
      if (performance.now() + wait > deadline) throw new LoginError(`The bot could not log in: ${reason}.`, false);
      log.warn({ problem: describeError(error), wait }, "login.retry");
      await sleep(wait);
    }
  }
}

async function tryOnce({ token, rest, log, shards, times, ...options }: LoginOptions, within: number) {
  const asking = new REST(rest).setToken(token);
  const gateway = (await asking.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  const { remaining, reset_after: wait, max_concurrency } = gateway.session_start_limit;
  if (remaining < (shards?.ids.length ?? gateway.shards)) throw new SessionsSpentError(wait);
  const readsContent = options.wantsContent === true && (await hasContentIntent(asking));
  if (!readsContent && options.wantsContent !== undefined) {
    const reason = options.wantsContent
      ? "switch on the Message Content Intent in the Discord Developer Portal, Bot, Privileged Gateway Intents"
      : "no channel is listed";
    log[options.wantsContent ? "warn" : "info"]({ reason }, "gateway.without_message_content");
  }
  const identifyWait = longestWait(shards, max_concurrency, times);
  const abandoned = new AbortController();
  const client = options.createClient(readsContent, abandoned.signal);
  try {
    return { client: await connect(client, token, within + identifyWait), identifyWait };
  } catch (error) {
    abandoned.abort();
    void client.destroy();
    throw error;
  }
}

/** An application below the threshold for verification has the "limited" flag instead of the full one. */
async function hasContentIntent(rest: REST): Promise<boolean> {
  const { flags = 0 } = (await rest.get(Routes.currentApplication())) as RESTGetCurrentApplicationResult;
  const wanted = ApplicationFlags.GatewayMessageContent | ApplicationFlags.GatewayMessageContentLimited;
  return (flags & wanted) !== 0;
}

async function connect(client: Client, token: string, within: number): Promise<Client<true>> {
  // On a fast connection the client is ready before `login` has resolved.
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const closed = new Promise<never>((_, reject) => {
    client.once(Events.ShardDisconnect, ({ code }) => reject(new LoginError(explainCloseCode(code), true)));
  });
  const timer = new AbortController();
  const late = sleep(within, undefined, { signal: timer.signal }).then(() => {
    throw new Error("Discord did not finish the greeting");
  });
  try {
    return await Promise.race([client.login(token).then(() => ready), closed, late]);
  } finally {
    timer.abort();
    client.removeAllListeners(Events.ShardDisconnect);
  }
}
