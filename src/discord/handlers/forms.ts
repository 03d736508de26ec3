/** Renders forms as Discord's modals, with the text they begin with, and handles them when they are sent. */
import {
  type APIModalInteractionResponseCallbackData,
  type APIStringSelectComponent,
  type APITextInputComponent,
  type ButtonInteraction,
  ComponentType,
  type ModalSubmitInteraction,
  type RepliableInteraction,
  TextInputStyle,
} from "discord.js";
import type { Form, FormField, FormRequest } from "../../command/form.js";
import type { Refusal } from "../../core/decision/decision.js";
import type { BotContext } from "../context/bot-context.js";
import type { ButtonAction } from "../payloads/button-action.js";
import { readGroup } from "../render/questions-page.js";
import { commandGone, createRunContext, findCommandHere, respondPrivately } from "./run-command.js";

const PREFIX = "form:";

/** `path` leads to the command of the form. It is in the custom id, so nothing else is needed when the form is sent. */
export function renderForm(
  path: string,
  form: Form,
  { given, choices }: FormRequest,
): APIModalInteractionResponseCallbackData {
  const components = Object.entries(form.fields).flatMap(([name, field]) => {
    const component = renderField(name, field, given[name] ?? "", choices?.[name] ?? []);
    const { label, description } = field;
    return component
      ? [{ type: ComponentType.Label as const, label, ...(description && { description }), component }]
      : [];
  });
  return { custom_id: `${PREFIX}${path}`, title: form.title, components };
}

/** Discord's limit for a text in a modal, in characters. */
const MAX_TEXT = 4000;

function renderField(
  name: string,
  { type, required = false, max = MAX_TEXT }: FormField,
  given: string,
  choices: readonly { readonly name: string; readonly value: string }[],
): APIStringSelectComponent | APITextInputComponent | undefined {
  if (type === "choice") {
    if (choices.length === 0) return undefined;
    const options = choices.map(({ name: label, value }) => ({ label, value, default: value === given }));
    return { type: ComponentType.StringSelect, custom_id: name, required, options };
  }
  const style = type === "line" ? TextInputStyle.Short : TextInputStyle.Paragraph;
  const value = given === "" ? {} : { value: given.slice(0, max) };
  return { type: ComponentType.TextInput, custom_id: name, style, required, max_length: max, ...value };
}

export async function handleForm(interaction: ModalSubmitInteraction, bot: BotContext): Promise<void> {
  const form = findForm(interaction.customId.slice(PREFIX.length), interaction, bot);
  if ("problem" in form) return respondPrivately(interaction, form, bot);
  await bot.delivery.defer(interaction);
  const reply = await form.submit(valuesOf(interaction, form), createRunContext(interaction, bot));
  await respondPrivately(interaction, reply, bot);
}

/** Opens the form of a command, filled in with the questions of one group on the page that the button is on. */
export async function openForm(
  { command: path, group }: Extract<ButtonAction, { kind: "form" }>,
  interaction: ButtonInteraction,
  bot: BotContext,
): Promise<void> {
  const questions = readGroup(interaction.message.content, group);
  const form = questions.length > 0 ? findForm(path, interaction, bot) : commandGone(interaction);
  if ("problem" in form) return respondPrivately(interaction, form, bot);
  const request = form.prefill(questions, bot.context());
  await bot.delivery.open(interaction, renderForm(path, form, request));
}

function findForm(path: string, interaction: RepliableInteraction, bot: BotContext): Form | Refusal {
  const command = findCommandHere(path.split(" "), interaction, bot);
  return "problem" in command ? command : (command.form ?? commandGone(interaction));
}

/** Returns the values by field. A field that was left out of the form, or left empty, is "". */
function valuesOf({ fields }: ModalSubmitInteraction, form: Form): Record<string, string> {
  const read = (name: string, { type }: FormField): string => {
    if (!fields.fields.has(name)) return "";
    return type === "choice" ? (fields.getStringSelectValues(name)[0] ?? "") : fields.getTextInputValue(name);
  };
  return Object.fromEntries(Object.entries(form.fields).map(([name, field]) => [name, read(name, field)]));
}
