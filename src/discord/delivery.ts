/** Gets what was decided to Discord: the one place that talks to REST, and that knows what can go wrong there. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type Message,
  MessageFlags,
  type RepliableInteraction,
} from "discord.js";
import type { Suggestion } from "../command.js";
import type { Drawn } from "./rendering.js";

export interface Delivery {
  /** The first answer to an interaction; `privately` shows it to its asker alone. */
  respond(interaction: RepliableInteraction, drawing: Drawn, manner?: "privately"): Promise<void>;
  /** Puts `drawing` in the place of the message whose button was pressed. */
  update(interaction: ButtonInteraction, drawing: Drawn): Promise<void>;
  suggest(interaction: AutocompleteInteraction, suggestions: readonly Suggestion[]): Promise<void>;
  /** Replies to a message; gives the reply, or undefined where it could not be sent. */
  reply(message: Message, drawing: Drawn): Promise<Message | undefined>;
}

/** Discord shows at most this many autocomplete choices. */
const MAX_CHOICES = 25;

export function createDelivery(): Delivery {
  return {
    async respond(interaction, drawing, manner) {
      const flags = manner === "privately" ? drawing.flags | MessageFlags.Ephemeral : drawing.flags;
      await interaction.reply({ ...drawing, flags });
    },
    async update(interaction, drawing) {
      await interaction.update(drawing);
    },
    async suggest(interaction, suggestions) {
      await interaction.respond(suggestions.slice(0, MAX_CHOICES).map((suggestion) => ({ ...suggestion })));
    },
    reply: (message, drawing) =>
      message.reply({ ...drawing, failIfNotExists: false, nonce: message.id, enforceNonce: true }),
  };
}
