/** Gets the bot onto Discord's gateway: patiently where Discord is in trouble, not at all where the settings are wrong. */
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
import { describeError } from "../common/fault.js";
import { explainClosing, REFUSED_TOKEN } from "./closing.js";

export interface LoginOptions {
  readonly token: string;
  readonly rest: Partial<RESTOptions>;
  /** Whether message content is of use; it is asked for only where the application has the intent. Missing over HTTP. */
  readonly wantsContent: boolean | undefined;
  /** How many shards are to be connected; as many as Discord recommends where it is missing. */
  readonly shards: number | undefined;
  /** How many milliseconds may pass, at `concurrency` sessions at once, until each shard has had its turn to begin. */
  turns(concurrency: number): number;
  createClient(readsContent: boolean): Client;
  /** Milliseconds after which logging in is given up. */
  readonly within: number;
  readonly log: Logger;
  now(): number;
}

/** Why there is no connection, in one line. `isFinal`: trying again is of no use until somebody changes a setting. */
export class LoginError extends Error {
  override readonly name = "LoginError";
  readonly isFinal: boolean;
  constructor(line: string, isFinal: boolean) {
    super(line);
    this.isFinal = isFinal;
  }
}

/** Discord lets a bot begin 1000 sessions a day and takes its token away after that: none is begun that isn't there. */
class SessionsSpentError extends Error {
  readonly wait: number;
  constructor(wait: number) {
    super(`Discord lets this bot begin no more sessions until ${new Date(Date.now() + wait).toISOString()}`);
    this.wait = wait;
  }
}

const LONGEST_PAUSE = 30_000;

/** Rejects with a `LoginError` alone. Nothing that was begun goes on after that. */
export async function logIn(options: LoginOptions): Promise<Client<true>> {
  const { within, log, now } = options;
  const deadline = now() + within;
  for (let pause = Math.min(1000, within / 10); ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    try {
      return await tryOnce(options, deadline - now());
    } catch (error) {
      if (error instanceof LoginError) throw error;
      if (error instanceof DiscordAPIError && error.status === 401) throw new LoginError(REFUSED_TOKEN, true);
      const reason = error instanceof Error ? error.message : String(error);
      const wait = error instanceof SessionsSpentError ? error.wait : pause;
      if (now() + wait > deadline) throw new LoginError(`The bot could not log in: ${reason}.`, false);
      log.warn({ problem: describeError(error), wait }, "logging in failed; it is tried again");
      await sleep(wait);
    }
  }
}

async function tryOnce({ token, rest, log, ...options }: LoginOptions, within: number): Promise<Client<true>> {
  const asking = new REST(rest).setToken(token);
  const gateway = (await asking.get(Routes.gatewayBot())) as APIGatewayBotInfo;
  const { remaining, reset_after: wait, max_concurrency } = gateway.session_start_limit;
  if (remaining < (options.shards ?? gateway.shards)) throw new SessionsSpentError(wait);
  const readsContent = options.wantsContent === true && (await hasContentIntent(asking));
  if (!readsContent && options.wantsContent !== undefined) {
    const reason = options.wantsContent
      ? "the application has no Message Content Intent; it is switched on in the Discord Developer Portal, Bot, Privileged Gateway Intents"
      : "no channel is listed for them";
    log[options.wantsContent ? "warn" : "info"](
      { off: "ambient answers" },
      `started without message content: ${reason}`,
    );
  }
  return connect(options.createClient(readsContent), token, within + options.turns(max_concurrency));
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
    client.once(Events.ShardDisconnect, ({ code }) => reject(new LoginError(explainClosing(code), true)));
  });
  const timer = new AbortController();
  const late = sleep(within, undefined, { signal: timer.signal }).then(() => {
    throw new Error("Discord did not finish the greeting");
  });
  try {
    return await Promise.race([client.login(token).then(() => ready), closed, late]);
  } catch (error) {
    abandon(client);
    throw error;
  } finally {
    timer.abort();
    // Whatever lost the race has nobody left to tell.
    for (const loser of [closed, late]) loser.catch(() => undefined);
    client.removeAllListeners(Events.ShardDisconnect);
  }
}

/**
 * A client whose login failed goes on connecting twice a second, even destroyed. Before each connection it asks for the
 * session to resume: here it is left waiting for the answer.
 */
function abandon(client: Client): void {
  const sessionInfo = { get: () => new Promise(() => undefined), set: () => undefined };
  const { shards } = client.ws;
  for (const [id, shard] of shards) shards.set(id, Object.create(shard, { sessionInfo }));
  void client.destroy();
}
