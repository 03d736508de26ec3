/** Explains in plain words what a value should be: zod's own messages speak of types. */
import { z } from "zod";
import type { Explanation } from "./hints.js";
import { didYouMean } from "./nearest-name.js";

type Issue = z.core.$ZodIssue;

/** Explains `issue`, where `value` is at its place, and `name` is the name of the field, or "this". */
export function explainIssue(issue: Issue, value: unknown, name: string): Explanation {
  switch (issue.code) {
    case "invalid_type":
      return explainType(issue.expected, value, name);
    case "too_small":
      return explainSize(issue.origin, Number(issue.minimum), value, name, "least");
    case "too_big":
      return explainSize(issue.origin, Number(issue.maximum), value, name, "most");
    case "invalid_value": {
      const known = issue.values.map(String);
      return {
        message: `\`${name}\` is ${shown(value)}, but it can only be ${either(known)}.`,
        fix: didYouMean(String(value), known, `Write ${either(known)}.`),
      };
    }
    case "invalid_key": {
      const [cause] = issue.issues;
      return { message: `This is no id: ${cause?.message}.`, fix: fixOf(cause) ?? fixId(String(issue.path.at(-1))) };
    }
    case "invalid_format":
      if (issue.format === "url")
        return {
          message: `${shown(value)} is no link that may be shown.`,
          fix: `A URL begins with https:// and is written out whole; without one, leave the line \`${name}\` out.`,
        };
      return { message: `${shown(value)} cannot stand here: ${issue.message}.`, fix: fixFormat(value, issue.message) };
    case "invalid_union":
      return explainType("string", value, name);
    case "custom":
      return {
        message: `${shown(value)} cannot stand here: ${issue.message}.`,
        fix: fixOf(issue) ?? fixFormat(value, issue.message),
      };
    default:
      return { message: `${shown(value)} cannot stand here.`, fix: "Compare it with the entries around it." };
  }
}

/** Explains a name that the schema does not know; `value` is what it holds. */
export function explainUnknown(
  part: "field" | "heading",
  name: string,
  known: readonly string[],
  value: unknown,
): Explanation {
  const below = typeof value === "object" && value !== null ? Object.keys(value) : [];
  if (below.length > 1 && below.every((field) => known.includes(field)))
    return {
      message: `\`${name}\` is read as a field of the entry above it, for it is indented too far.`,
      fix: "Take two spaces away at the start of this line and of all its own lines below it.",
    };
  return {
    message: `No ${part} \`${name}\` is known here.`,
    fix: didYouMean(name, known, known.length > 0 ? `There are: ${known.join(", ")}.` : "Delete it."),
  };
}

function explainType(expected: string, value: unknown, name: string): Explanation {
  if (value === undefined)
    return {
      message: `The field \`${name}\` is missing.`,
      fix: `Add a line \`${name}: …\`, indented as the others are.`,
    };
  if (value === null && name === "this")
    return { message: "The file holds no entries.", fix: "Go back to the version before, or delete the file." };
  if (value === null)
    return {
      message: `There is nothing behind \`${name}:\`.`,
      fix: "Write something there, or delete the line; text that begins with # needs quotes.",
    };
  switch (expected) {
    case "string":
      if (typeof value === "number" || typeof value === "boolean")
        return {
          message: `\`${value}\` is read as a ${typeof value === "number" ? "number" : "yes or no"}, but it must be text.`,
          fix: `Put it into quotes: "${value}".`,
        };
      if (Array.isArray(value))
        return {
          message: `\`${name}\` must be one text, but this is a list.`,
          fix: "Keep one, without dash or bracket; text that begins with [ needs quotes.",
        };
      return {
        message:
          "This must be text, but it is read as fields, because of a colon with a space behind it or a { at its start.",
        fix: 'Put the whole text into quotes, "like this".',
      };
    case "array":
      return {
        message: `\`${name}\` must be a list, but this is ${kindOf(value)}.`,
        fix: "Put each of its items on a line that begins with a dash and a space, `- `.",
      };
    case "boolean":
      return { message: `${shown(value)} is neither true nor false.`, fix: "Write `true` or `false`, without quotes." };
    case "number":
    case "int":
      return { message: `${shown(value)} is no whole number.`, fix: "Write digits alone, without quotes." };
    default:
      return {
        message: `There must be fields here, but this is ${kindOf(value)}.`,
        fix: "Write them on lines of their own, `name: text`, two spaces further in.",
      };
  }
}

function explainSize(origin: string, limit: number, value: unknown, name: string, end: "least" | "most"): Explanation {
  if (origin === "string") {
    const length = String(value).trim().length;
    if (length === 0) return { message: `\`${name}\` is empty.`, fix: "Write something there, or delete the line." };
    const message = `This text has ${length.toLocaleString("en")} characters, but ${limit.toLocaleString("en")} are the ${end}.`;
    return { message, fix: `Make it shorter by ${(length - limit).toLocaleString("en")} characters.` };
  }
  const count = Array.isArray(value) ? `${value.length} items` : shown(value);
  return {
    message: `\`${name}\` has ${count}, but ${limit} is the ${end}.`,
    fix: end === "least" ? "Add what is missing." : "Take some out.",
  };
}

/** Returns the remedy that the schema gives. */
function fixOf(issue: Issue | undefined): string | undefined {
  const fix = issue?.code === "custom" ? issue.params?.["fix"] : undefined;
  return typeof fix === "string" ? fix : undefined;
}

function fixId(typed: string): string {
  const foreign = /\p{L}/u.exec(typed.replace(/[\p{ASCII}]/gu, ""))?.[0];
  if (foreign === undefined) return `Write ${asId(typed)}.`;
  return `Type ${foreign} again with an ordinary keyboard: an id has the letters a to z.`;
}

function fixFormat(value: unknown, message: string): string {
  if (!/^an id\b/.test(message)) return "Write it as said, like the entries around it.";
  return /^[\w -]+$/.test(String(value)) ? `Write ${asId(String(value))}.` : "Write the id of one that is there.";
}

function asId(text: string): string {
  const id = text
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return id === "" ? "it with letters and digits" : `\`${id}\``;
}

/** Returns the names of the fields that `schema` knows at `path`; none if any name may be there. */
export function fieldsAt(schema: z.core.$ZodType, [step, ...further]: readonly PropertyKey[]): string[] {
  const bare = unwrap(schema);
  if (step === undefined) return bare instanceof z.ZodObject ? Object.keys(bare.shape) : [];
  const next = bare instanceof z.ZodObject ? bare.shape[String(step)] : partOf(bare);
  return next === undefined ? [] : fieldsAt(next, further);
}

/** The schema of each value in a record, or of each item in a list. */
const partOf = (schema: z.core.$ZodType): z.core.$ZodType | undefined =>
  schema instanceof z.ZodRecord ? schema.valueType : schema instanceof z.ZodArray ? schema.element : undefined;

function unwrap(schema: z.core.$ZodType): z.core.$ZodType {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) return unwrap(schema.unwrap());
  return schema instanceof z.ZodPipe ? unwrap(schema.in) : schema;
}

const either = (words: readonly string[]): string =>
  new Intl.ListFormat("en", { type: "disjunction" }).format(words.map((word) => `\`${word}\``));

const MAX_SHOWN = 60;
function shown(value: unknown): string {
  if (typeof value === "object" && value !== null) return "This";
  const text = String(value);
  return `\`${text.length > MAX_SHOWN ? `${text.slice(0, MAX_SHOWN)}…` : text}\``;
}

const kindOf = (value: unknown): string =>
  Array.isArray(value) ? "a list" : typeof value === "object" ? "something with fields" : "a single text";
