/** Each error that a call to Discord can end with has one kind, and the log gets nothing that people wrote. */
import { RESTJSONErrorCodes as Code, DiscordAPIError } from "discord.js";
import { describe, expect, it } from "vitest";
import { classify, describeError, NoMessageError } from "../../../src/discord/common/fault.js";

const refusal = (status: number, body: { code: number; message: string } | ArrayBuffer) =>
  new DiscordAPIError(
    body instanceof ArrayBuffer ? Object.assign(body, { code: 0, message: "" }) : body,
    "code" in body ? body.code : Number.NaN,
    status,
    "POST",
    "https://discord.com/api/v10/channels/1/messages",
    { body: { content: "what somebody wrote" }, files: undefined },
  );
const coded = (code: number, status = 403) => refusal(status, { code, message: "refused" });

describe("Discord's JSON error code", () => {
  it.each([
    ["a missing permission", Code.MissingPermissions, 403, "forbidden"],
    ["a hidden channel", Code.MissingAccess, 403, "forbidden"],
    ["an archived thread", Code.InvalidActionOnArchivedThread, 400, "denied"],
    ["a locked thread", Code.ThreadLocked, 400, "denied"],
    ["closed direct messages", Code.CannotSendMessagesToThisUser, 403, "denied"],
    ["no server in common", Code.CannotSendMessagesToThisUserDueToHavingNoMutualGuilds, 403, "denied"],
    ["AutoMod", Code.MessageWasBlockedByAutomaticModeration, 400, "denied"],
    ["the filter of harmful links", Code.MessageBlockedByHarmfulLinksFilter, 400, "denied"],
    ["too many edits of an old message", Code.MaximumNumberOfEditsToMessagesOlderThanOneHourReached, 429, "denied"],
    ["slow mode", Code.ActionCannotBePerformedDueToSlowmodeRateLimit, 429, "throttled"],
    ["the write limit of a channel", Code.ChannelSendRateLimit, 429, "throttled"],
    ["an overloaded service", Code.APIResourceOverloaded, 503, "throttled"],
    ["a deleted message", Code.UnknownMessage, 404, "gone"],
    ["a deleted server", Code.UnknownGuild, 404, "gone"],
    ["an interaction after 3 seconds", Code.UnknownInteraction, 404, "late"],
    ["an interaction that is answered", Code.InteractionHasAlreadyBeenAcknowledged, 400, "acknowledged"],
    ["a token after 15 minutes", Code.InvalidWebhookToken, 401, "denied"],
    ["a token that Discord has forgotten", Code.UnknownWebhook, 404, "denied"],
    ["the sixth follow-up", Code.ThisInteractionHasHitTheMaximumNumberOfFollowUpMessages, 400, "denied"],
    ["an invalid body", Code.InvalidFormBodyOrContentType, 400, "rejected"],
    ["an empty message", Code.CannotSendAnEmptyMessage, 400, "rejected"],
    ["a code that is new, with 400", 999_999, 400, "denied"],
    ["a code that is new, with 403", 999_999, 403, "denied"],
  ] as const)("of %s has its kind", (_, code, status, kind) => {
    expect(classify(coded(code, status))).toEqual({ kind, code: String(code) });
  });

  it("is missing on a page of a proxy, which is taken for no answer", () => {
    const error = refusal(403, new ArrayBuffer(8));
    error.code = Number.NaN;
    expect(classify(error)).toEqual({ kind: "unreachable", code: "http-403" });
  });
});

it("a success without a message counts as no answer", () => {
  expect(classify(new NoMessageError())).toEqual({ kind: "unreachable", code: "unreadable" });
});

it("an answer that is not JSON leaves none of its text in the log", () => {
  const parse = () => JSON.parse("my secret question <html>");
  expect(parse).toThrow(SyntaxError);
  try {
    parse();
  } catch (error) {
    expect(classify(error)).toEqual({ kind: "unreachable", code: "unreadable" });
    expect(String((error as Error).stack)).toContain("secret");
    expect(JSON.stringify(describeError(error))).not.toContain("secret");
    expect(JSON.stringify(describeError(error))).toContain("fault.test.ts");
  }
});

it("an error of discord.js leaves no request in the log", () => {
  expect(JSON.stringify(describeError(coded(Code.MissingAccess)))).not.toContain("somebody wrote");
});
