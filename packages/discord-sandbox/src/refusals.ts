/** Discord's error bodies as values: what a client can cause is returned, never thrown. */
import { RESTJSONErrorCodes as Code } from "discord-api-types/v10";

export interface Refusal {
  status: number;
  error: { code: number; message: string; errors?: ErrorTree };
}

interface ErrorTree {
  [field: string]: ErrorTree | { code: string; message: string }[];
}

/** One fault of a request's body: where it is, Discord's code for it, and the sentence. */
export interface FieldError {
  path: readonly (string | number)[];
  code: string;
  message: string;
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === "object" && value !== null && "error" in value && "status" in value;
}

const refuse = (status: number, code: number, message: string) => (): Refusal => ({ status, error: { code, message } });

export const unauthorized = refuse(401, Code.GeneralError, "401: Unauthorized");
export const notFound = refuse(404, Code.GeneralError, "404: Not Found");
export const methodNotAllowed = refuse(405, Code.GeneralError, "405: Method Not Allowed");
export const unknownChannel = refuse(404, Code.UnknownChannel, "Unknown Channel");
export const unknownMessage = refuse(404, Code.UnknownMessage, "Unknown Message");
export const unknownMember = refuse(404, Code.UnknownMember, "Unknown Member");
export const unknownUser = refuse(404, Code.UnknownUser, "Unknown User");
export const unknownWebhook = refuse(404, Code.UnknownWebhook, "Unknown Webhook");
export const unknownInteraction = refuse(404, Code.UnknownInteraction, "Unknown interaction");
export const tooManyCommands = refuse(
  400,
  Code.MaximumNumberOfApplicationCommandsReached,
  "Maximum number of application commands reached (100)",
);
export const alreadyAcknowledged = refuse(
  400,
  Code.InteractionHasAlreadyBeenAcknowledged,
  "Interaction has already been acknowledged.",
);
export const missingAccess = refuse(403, Code.MissingAccess, "Missing Access");
export const notTheAuthor = refuse(
  403,
  Code.CannotEditMessageAuthoredByAnotherUser,
  "Cannot edit a message authored by another user",
);
export const emptyMessage = refuse(400, Code.CannotSendAnEmptyMessage, "Cannot send an empty message");
export const missingPermissions = refuse(403, Code.MissingPermissions, "Missing Permissions");
export const invalidWebhookToken = refuse(401, Code.InvalidWebhookToken, "Invalid Webhook Token");
export const invalidJson = refuse(400, Code.RequestBodyContainsInvalidJSON, "The request body contains invalid JSON.");
export const threadAlreadyCreated = refuse(
  400,
  Code.ThreadAlreadyCreatedForMessage,
  "A thread has already been created for this message",
);

/** A field has either errors itself or errors in its parts, never both: the deeper ones win. */
export function invalidBody(found: readonly FieldError[]): Refusal {
  const isWithin = (deep: FieldError["path"], path: FieldError["path"]) =>
    deep.length > path.length && path.every((step, index) => step === deep[index]);
  const deepest = found.filter(({ path }) => !found.some((other) => isWithin(other.path, path)));
  const errors: ErrorTree = {};
  for (const { path, code, message } of deepest) {
    let place = errors;
    for (const step of path) {
      place[step] ??= {};
      place = place[step] as ErrorTree;
    }
    place["_errors"] = [...((place["_errors"] as { code: string; message: string }[]) ?? []), { code, message }];
  }
  return { status: 400, error: { code: Code.InvalidFormBodyOrContentType, message: "Invalid Form Body", errors } };
}

/** A callback carries its message under `data`, and so do the errors about it. */
export function nestErrors(refusal: Refusal): Refusal {
  const { errors } = refusal.error;
  return errors ? { ...refusal, error: { ...refusal.error, errors: { data: errors } } } : refusal;
}
