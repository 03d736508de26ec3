/** Forms that a command may open, for texts that its options are too small for. */
import type { Refusal } from "../core/decision/decision.js";
import type { CommandContext, RunContext } from "./context.js";
import type { Report, Suggestion } from "./reply.js";

/** One field of a form. The choices of a choice field are given when the form is opened. */
export interface FormField {
  readonly type: "line" | "lines" | "choice";
  /** 1 to 45 characters. */
  readonly label: string;
  /** 1 to 100 characters. */
  readonly description?: string;
  readonly required?: boolean;
  /** For a text: 1 to 4000 characters, line breaks included. */
  readonly max?: number;
}

type FormFields = Readonly<Record<string, FormField>>;

/** Asks for a form to be opened, with the text and the choices of its fields. */
export interface FormRequest<F extends FormFields = FormFields> {
  readonly kind: "form";
  readonly given: { readonly [Name in keyof F]?: string };
  /** At most 25 for each field. A choice field without choices is left out. */
  readonly choices?: { readonly [Name in keyof F]?: readonly Suggestion[] };
}

export interface Form<F extends FormFields = FormFields> {
  /** 1 to 45 characters. */
  readonly title: string;
  /** 1 to 5, by name. */
  readonly fields: F;
  /** Returns the form filled in with questions that people asked, at least one. */
  prefill(questions: readonly string[], context: CommandContext): FormRequest<F>;
  /** An empty field is "". It may take longer than the three seconds that Discord waits. */
  submit(values: { readonly [Name in keyof F]: string }, context: RunContext): Promise<Report | Refusal>;
}

/** Declares a form. The declared fields give `submit` the names of its values. */
export const form = <const F extends FormFields>(declared: Form<F>): Form => declared;

export const oneLine = (text: string): string => text.replace(/\s+/g, " ").trim();

export const linesOf = (text: string): string[] =>
  text
    .split("\n")
    .map(oneLine)
    .filter((line) => line !== "");
