/** Which response fits which interaction, and what choices and modals may hold. */
import { type APIInteractionResponse, InteractionResponseType, InteractionType } from "discord-api-types/v10";
import { z } from "zod";
import { choice } from "./command-schema.js";
import { customId, modalField } from "./component-schema.js";
import type { Interaction } from "./model.js";
import { invalidBody, type Refusal } from "./refusals.js";
import { list, refuseBody, text } from "./validation.js";

const {
  ChannelMessageWithSource,
  DeferredChannelMessageWithSource,
  DeferredMessageUpdate,
  UpdateMessage,
  ApplicationCommandAutocompleteResult,
  Modal,
} = InteractionResponseType;

const autocompletion = z.looseObject({ data: z.looseObject({ choices: list(choice, 0, 25) }) });
const modal = z.looseObject({
  data: z.looseObject({ custom_id: customId, title: text(1, 45), components: list(modalField, 1, 5) }),
});

export function refuseCallback(interaction: Interaction, callback: APIInteractionResponse): Refusal | undefined {
  const fitting = fittingTypes(interaction);
  if (!fitting.includes(callback.type)) {
    const message = `Value must be one of {${fitting.join(", ")}}.`;
    return invalidBody([{ path: ["type"], code: "BASE_TYPE_CHOICES", message }]);
  }
  if (callback.type === ApplicationCommandAutocompleteResult) return refuseBody(autocompletion, callback);
  return callback.type === Modal ? refuseBody(modal, callback) : undefined;
}

function fittingTypes({ payload, source }: Interaction): InteractionResponseType[] {
  const messages = [ChannelMessageWithSource, DeferredChannelMessageWithSource];
  const updates = source ? [DeferredMessageUpdate, UpdateMessage] : [];
  switch (payload.type) {
    case InteractionType.ApplicationCommandAutocomplete:
      return [ApplicationCommandAutocompleteResult];
    case InteractionType.ApplicationCommand:
      return [...messages, Modal];
    case InteractionType.ModalSubmit:
      return [...messages, ...updates];
    default:
      return [...messages, ...updates, Modal];
  }
}
