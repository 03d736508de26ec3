/** What went wrong with a call to Discord, sorted by what the bot does about it. */
import { randomBytes } from "node:crypto";
import { DiscordAPIError, HTTPError, RateLimitError, RESTJSONErrorCodes } from "discord.js";
import { errorCodeOf } from "../../process/error.js";

export type FaultKind =
  /** The interaction can no longer be acknowledged: more than 3 s passed. */
  | "late"
  /** The interaction already has an answer: Discord's reply to our request was lost, or another process was faster. */
  | "acknowledged"
  /** The bot lacks a permission in the channel, which a moderator can give. */
  | "forbidden"
  /** The channel, the message or the person no longer exists. */
  | "gone"
  /** Discord rejects the content of the request: a bug of the bot. */
  | "rejected"
  /** Discord refuses for another reason, which its code names: closed DMs, a locked thread, a filter, an old interaction. */
  | "denied"
  /** Discord accepts it later: a rate limit. */
  | "throttled"
  /** No answer, an answer that is not Discord's, or one of a server in trouble. */
  | "unreachable"
  | "unknown";

export interface Fault {
  readonly kind: FaultKind;
  /** For counting: Discord's JSON code, an HTTP status, or the network's code. Missing if nothing was sent. */
  readonly code?: string;
  /** Milliseconds after which Discord accepts it; missing if the refusal did not say how long. */
  readonly wait?: number;
}

/** No request was made, because the last ones were refused without a waiting time. */
export class PausedError extends Error {
  override readonly name = "PausedError";
}

/** Discord reported success, and what it sent is not the message that it should have created. */
export class NoMessageError extends Error {
  override readonly name = "NoMessageError";
}

const Code = RESTJSONErrorCodes;

/** The JSON error codes of these kinds (docs: topics/opcodes-and-status-codes). Others are "gone" with 404, else "denied". */
const CODES: Readonly<Record<Exclude<FaultKind, "unreachable" | "unknown">, readonly number[]>> = {
  // An interaction's token that has run out, though it comes with 404.
  denied: [Code.UnknownWebhook, Code.UnknownToken],
  late: [Code.UnknownInteraction],
  acknowledged: [Code.InteractionHasAlreadyBeenAcknowledged],
  forbidden: [
    Code.MissingAccess,
    Code.MissingPermissions,
    Code.CannotReplyWithoutPermissionToReadMessageHistory,
    Code.CannotReferenceAMessageWithoutPermissionToReadMessageHistory,
  ],
  gone: [Code.InvalidGuild],
  rejected: [
    Code.MaximumNumberOfAttachmentsInAMessageReached,
    Code.RequestEntityTooLarge,
    Code.CannotSendAnEmptyMessage,
    Code.InvalidFormBodyOrContentType,
    Code.FileUploadedExceedsMaximumSize,
    Code.InvalidFileUploaded,
    Code.RequestBodyContainsInvalidJSON,
  ],
  throttled: [
    Code.ActionCannotBePerformedDueToSlowmodeRateLimit,
    Code.AnnouncementEditLimitExceeded,
    Code.ChannelSendRateLimit,
    Code.ServerSendRateLimit,
    Code.OpeningDirectMessagesTooFast,
    Code.SendMessagesHasBeenTemporarilyDisabled,
    Code.FeatureTemporarilyDisabledServerSide,
    Code.ServiceResourceIsBeingRateLimited,
    Code.CloudflareIsBlockingYourRequest,
    Code.APIResourceOverloaded,
  ],
};

const KIND_OF_CODE: ReadonlyMap<number, FaultKind> = new Map(
  Object.entries(CODES).flatMap(([kind, codes]) => codes.map((code) => [code, kind as FaultKind] as const)),
);

/** Errors of the system and of the HTTP client: ECONNRESET, ENOTFOUND, UND_ERR_SOCKET. */
const NETWORK_ERROR = /^(E[A-Z]{3,}|EAI_[A-Z]+|UND_ERR_[A-Z_]+)$/;

export function classify(error: unknown): Fault {
  if (error instanceof PausedError) return { kind: "throttled", code: "rate-limited" };
  if (error instanceof RateLimitError)
    return { kind: "throttled", code: "rate-limited", ...(error.retryAfter > 0 && { wait: error.retryAfter }) };
  if (error instanceof HTTPError) return { kind: "unreachable", code: `http-${error.status}` };
  // discord.js parses what claims to be JSON: a SyntaxError is the answer of a proxy or of a server in trouble.
  if (error instanceof NoMessageError || error instanceof SyntaxError)
    return { kind: "unreachable", code: "unreadable" };
  if (error instanceof DiscordAPIError) {
    const { code, status } = error;
    // Discord's own errors have a number; a page of HTML from a proxy in between has none.
    if (!Number.isInteger(Number(code ?? Number.NaN))) return { kind: "unreachable", code: `http-${status}` };
    return { kind: KIND_OF_CODE.get(Number(code)) ?? (status === 404 ? "gone" : "denied"), code: String(code) };
  }
  const code = errorCodeOf(error) ?? "";
  if (NETWORK_ERROR.test(code)) return { kind: "unreachable", code };
  const isTimeout = error instanceof Error && error.name === "AbortError";
  return isTimeout ? { kind: "unreachable", code: "timeout" } : { kind: "unknown", code: "unknown" };
}

/** Returns a short random text under which the log has an error and a person can report it. */
export const createReference = (): string => randomBytes(4).toString("hex");

/**
 * Describes an error for the log. An error of discord.js holds the whole request, with the token of the interaction and
 * what people wrote, and a SyntaxError quotes what could not be parsed: none of that is kept.
 */
export function describeError(error: unknown): Readonly<Record<string, unknown>> {
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, stack } = error;
  const { code, status, method }: Readonly<Record<string, unknown>> = { ...error };
  if (error instanceof SyntaxError)
    return { type: name, message: "not valid JSON", stack: stack?.slice(stack.indexOf("\n    at ") + 1) };
  return { type: name, message: error.message, code, status, method, stack };
}
