/** Which answer fits which interaction, and what choices and modals may hold. */
import type { APIInteractionResponse } from "discord-api-types/v10";
import { complainAboutChoice } from "./command-rules.js";
import { type Component, complainAboutCustomId, complainAboutSelect } from "./component-rules.js";
import type { Interaction } from "./model.js";
import { badLength, type Complaint, invalidBody, type Refusal } from "./refusals.js";

type Path = Complaint["path"];

const COMMAND = 2;
const AUTOCOMPLETE = 4;
const MODAL_SUBMIT = 5;

export function refuseCallback(interaction: Interaction, callback: APIInteractionResponse): Refusal | undefined {
  const fitting = fittingTypes(interaction);
  if (!fitting.includes(callback.type)) {
    const message = `Value must be one of {${fitting.join(", ")}}.`;
    return invalidBody([{ path: ["type"], code: "BASE_TYPE_CHOICES", message }]);
  }
  const complaints = complainAboutData(callback);
  return complaints.length > 0 ? invalidBody(complaints) : undefined;
}

function fittingTypes({ payload, source }: Interaction): number[] {
  if (payload.type === AUTOCOMPLETE) return [8];
  const updates = source ? [6, 7] : [];
  if (payload.type === MODAL_SUBMIT) return [4, 5, ...updates];
  return payload.type === COMMAND ? [4, 5, 9] : [4, 5, ...updates, 9];
}

function complainAboutData(callback: APIInteractionResponse): Complaint[] {
  if (callback.type === 8) {
    const choices = callback.data?.choices ?? [];
    const complaints = choices.flatMap((choice, index) => complainAboutChoice(choice, ["data", "choices", index]));
    return choices.length > 25 ? [badLength(["data", "choices"], 0, 25), ...complaints] : complaints;
  }
  if (callback.type !== 9) return [];
  const { title = "" } = callback.data ?? {};
  const components = (callback.data?.components ?? []) as Component[];
  const complaints = complainAboutCustomId(callback.data ?? {}, ["data"]);
  if (title.length < 1 || title.length > 45) complaints.push(badLength(["data", "title"], 1, 45));
  if (components.length < 1 || components.length > 5) complaints.push(badLength(["data", "components"], 1, 5));
  const fields = components.flatMap((component, index) => complainAboutField(component, ["data", "components", index]));
  return [...complaints, ...fields];
}

const LABEL = 18;
const TEXT_INPUT = 4;
const STRING_SELECT = 3;

function complainAboutField({ type, label = "", description, component }: Component, path: Path): Complaint[] {
  if (type !== LABEL) return [];
  const complaints: Complaint[] = [];
  if (label.length < 1 || label.length > 45) complaints.push(badLength([...path, "label"], 1, 45));
  if (String(description ?? "").length > 100) complaints.push(badLength([...path, "description"], 1, 100));
  const here = [...path, "component"];
  if (component?.type === STRING_SELECT) return [...complaints, ...complainAboutSelect(component, here)];
  if (component?.type !== TEXT_INPUT) return complaints;
  const { value = "", max_length = 4000 } = component;
  if (String(value).length > Number(max_length)) complaints.push(badLength([...here, "value"], 0, Number(max_length)));
  return [...complaints, ...complainAboutCustomId(component, here)];
}
