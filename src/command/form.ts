/** What a command may ask for in a form, where its options are too small for it. */
import type { Refusal } from "../core/decision/decision.js";
import type { CommandContext, RunContext } from "./context.js";
import type { Report, Suggestion } from "./reply.js";

/** One thing that a form asks for. A choice is one of what is suggested when the form is opened. */
export interface Field {
  readonly type: "line" | "lines" | "choice";
  /** 1 to 45 characters. */
  readonly label: string;
  /** 1 to 100 characters. */
  readonly description?: string;
  readonly required?: boolean;
  /** In characters, 1 to 4000: of a line, or of all lines together. */
  readonly max?: number;
}

export type Fields = Readonly<Record<string, Field>>;

/** What a form is opened with: what stands in its fields already, and what its choices are. */
export interface Opening<F extends Fields = Fields> {
  readonly kind: "form";
  readonly given: { readonly [Name in keyof F]?: string };
  /** At most 25 each. A field without any is left out. */
  readonly choices?: { readonly [Name in keyof F]?: readonly Suggestion[] };
}

/** Asks for more than a command's options can: texts of several lines, beside each other. */
export interface Form<F extends Fields = Fields> {
  /** 1 to 45 characters. */
  readonly title: string;
  /** 1 to 5, by name. */
  readonly fields: F;
  /** Opens it about questions that people asked, at least one. */
  about(questions: readonly string[], context: CommandContext): Opening<F>;
  /** What was left empty is "". It may take longer than Discord waits. */
  submit(values: { readonly [Name in keyof F]: string }, context: RunContext): Promise<Report | Refusal>;
}

/** Declares a form; the fields give `submit` its values' names. */
export const form = <const F extends Fields>(declaration: Form<F>): Form => declaration as unknown as Form;
