/** Which answer fits which interaction, and what choices and modals may hold. */

import type { APIInteractionResponse } from "discord-api-types/v10";
import { complainAboutChoice } from "./command-rules.js";
import { complainAboutCustomId } from "./component-rules.js";
import type { Interaction } from "./interactions.js";
import { badLength, type Complaint, invalidBody, type Refusal } from "./refusals.js";

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
  const { title = "", components = [] } = callback.data ?? {};
  const complaints = complainAboutCustomId(callback.data ?? {}, ["data"]);
  if (title.length < 1 || title.length > 45) complaints.push(badLength(["data", "title"], 1, 45));
  if (components.length < 1 || components.length > 5) complaints.push(badLength(["data", "components"], 1, 5));
  return complaints;
}
