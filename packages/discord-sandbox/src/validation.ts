/** Checks a request's body against a schema, and says what is wrong with it in Discord's codes. */
import { z } from "zod";
import { type FieldError, invalidBody, type Refusal } from "./refusals.js";

/** Returns what is wrong with `body`; undefined if it fits. */
export function refuseBody(schema: z.ZodType, body: unknown): Refusal | undefined {
  const { error } = schema.safeParse(body, { reportInput: true });
  return error && invalidBody(error.issues.map(toFieldError));
}

const CONVERSIONS: Readonly<Record<string, readonly [code: string, message: string]>> = {
  string: ["STRING_TYPE_CONVERT", "Could not interpret as string."],
  array: ["LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"],
  object: ["MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"],
  record: ["DICT_TYPE_CONVERT", "Only dictionaries may be used in a DictType"],
  int: ["NUMBER_TYPE_COERCE", "Value is not an integer."],
  number: ["NUMBER_TYPE_COERCE", "Value is not a number."],
  boolean: ["BOOLEAN_TYPE_CONVERT", 'Must be either "true" or "false".'],
};

function toFieldError(issue: z.core.$ZodIssue): FieldError {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  switch (issue.code) {
    case "custom":
      return { path, code: String(issue.params?.["code"]), message: issue.message };
    case "unrecognized_keys":
      return {
        path: [...path, ...issue.keys.slice(0, 1)],
        code: "ENUM_TYPE_COERCE",
        message: "This key is not allowed.",
      };
    case "invalid_union":
      return { path, code: "UNION_TYPE_CHOICES", message: "Value is not one of the allowed types." };
    case "invalid_type": {
      const [code, message] = issue.input === undefined ? REQUIRED : (CONVERSIONS[issue.expected] ?? UNKNOWN);
      return { path, code, message };
    }
    default:
      return { path, code: UNKNOWN[0], message: issue.message };
  }
}

/** Discord's code and sentence for a field that is missing. */
export const REQUIRED = ["BASE_TYPE_REQUIRED", "This field is required"] as const;
const UNKNOWN = ["BASE_TYPE_CHOICES", "Value is not one of the allowed values."] as const;

/** Returns a check that refuses a value if `isBroken`; `at` leads from the value to the field that is named. */
export const rule =
  <T>(isBroken: (value: T) => boolean, code: string, message: string, at: FieldError["path"] = []): z.core.CheckFn<T> =>
  (payload) => {
    if (isBroken(payload.value)) report(payload, code, message, at);
  };

export function report<T>(
  { value, issues }: z.core.ParsePayload<T>,
  code: string,
  message: string,
  path: FieldError["path"] = [],
): void {
  issues.push({ code: "custom", input: value, path: [...path], params: { code }, message });
}

const between = (least: number, most: number) =>
  rule<{ readonly length: number }>(
    ({ length }) => length < least || length > most,
    "BASE_TYPE_BAD_LENGTH",
    `Must be between ${least} and ${most} in length.`,
  );

const atMost = (most: number) =>
  rule<{ readonly length: number }>(
    ({ length }) => length > most,
    "BASE_TYPE_MAX_LENGTH",
    `Must be ${most} or fewer in length.`,
  );

/** A text of `least` to `most` characters; an empty one counts as missing if there must be one. */
export const text = (least: 0 | 1, most: number) =>
  least === 0
    ? z.string().check(atMost(most))
    : z.string().check(
        rule<string>((value) => value === "", ...REQUIRED),
        rule<string>(({ length }) => length > most, "BASE_TYPE_BAD_LENGTH", `Must be between 1 and ${most} in length.`),
      );

export const list = <S extends z.ZodType>(item: S, least: number, most: number) =>
  z.array(item).check(between(least, most));
