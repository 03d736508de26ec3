/** What went wrong with a call to Discord, in the few kinds that make a difference to what is done about it. */
import { DiscordAPIError, HTTPError, RateLimitError } from "discord.js";

export type Fault =
  /** The interaction is no longer there to be acknowledged: more than 3 s passed, or another process was faster. */
  | { readonly kind: "late" }
  /** The interaction has an answer already: ours, whose receipt got lost, or another process's. */
  | { readonly kind: "acknowledged" }
  /** An interaction can be answered for 15 minutes. */
  | { readonly kind: "expired" }
  | { readonly kind: "forbidden" }
  /** The channel or the message is gone. */
  | { readonly kind: "gone" }
  /** What we sent is not what Discord takes: a bug of ours. */
  | { readonly kind: "rejected" }
  /** `wait` in milliseconds; missing where the refusal came without one. */
  | { readonly kind: "throttled"; readonly wait?: number }
  /** No answer, or one of a server in trouble. */
  | { readonly kind: "unreachable" }
  | { readonly kind: "unknown" };

/** No request was made: the last ones were refused without a word on how long to wait. */
export class PausedError extends Error {
  override readonly name = "PausedError";
  constructor() {
    super("requests to Discord are paused");
  }
}

/** Discord's JSON error codes (docs: topics/opcodes-and-status-codes). */
const KINDS: Readonly<Record<number, Exclude<Fault["kind"], "throttled">>> = {
  10003: "gone",
  10008: "gone",
  10015: "expired",
  10062: "late",
  40060: "acknowledged",
  50001: "forbidden",
  50006: "rejected",
  50007: "forbidden",
  50013: "forbidden",
  50027: "expired",
  50035: "rejected",
  160002: "forbidden",
};

/** Of the system and of the HTTP client: ECONNRESET, ENOTFOUND, UND_ERR_SOCKET. */
const NETWORK_ERROR = /^(E[A-Z]{3,}|EAI_[A-Z]+|UND_ERR_[A-Z_]+)$/;

export function classify(error: unknown): Fault {
  if (error instanceof PausedError) return { kind: "throttled" };
  if (error instanceof RateLimitError) {
    return error.retryAfter > 0 ? { kind: "throttled", wait: error.retryAfter } : { kind: "throttled" };
  }
  if (error instanceof HTTPError) return { kind: "unreachable" };
  if (error instanceof DiscordAPIError) {
    const known = KINDS[Number(error.code)];
    return { kind: known ?? (error.status === 403 ? "forbidden" : error.status === 400 ? "rejected" : "unknown") };
  }
  if (!(error instanceof Error)) return { kind: "unknown" };
  const { code } = error as { code?: unknown };
  const isNetwork = error.name === "AbortError" || (typeof code === "string" && NETWORK_ERROR.test(code));
  return { kind: isNetwork ? "unreachable" : "unknown" };
}

/** What to count an error under: Discord's JSON code, an HTTP status, what the network said. */
export function codeOf(error: unknown): string {
  if (error instanceof DiscordAPIError) return String(error.code);
  if (error instanceof HTTPError) return `http-${error.status}`;
  if (error instanceof RateLimitError || error instanceof PausedError) return "rate-limited";
  const { name, code } = error as { name?: unknown; code?: unknown };
  return typeof code === "string" && NETWORK_ERROR.test(code) ? code : name === "AbortError" ? "timeout" : "unknown";
}

/**
 * An error as it may stand in the log. discord.js keeps in it the whole request, and with it what people wrote and the
 * token of the interaction: of those nothing is kept. What Discord complained about is in the message.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack } = error;
  const { code, status, method } = error as { code?: unknown; status?: unknown; method?: unknown };
  return { type: name, message, code, status, method, stack };
}
