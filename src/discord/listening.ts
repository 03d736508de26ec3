/** Which of Discord's events the bot hears, and who answers each. */
import { type Client, Events } from "discord.js";
import type { Intake } from "./common/intake.js";
import type { House } from "./context/house.js";
import { handleInteraction } from "./handlers/interactions.js";
import { handleDeletion, handleEdit, handleMessage, noteDeletion } from "./handlers/messages.js";
import { drawText } from "./payloads/rendering.js";

export function listen(client: Client, house: House, intake: Intake): void {
  const { delivery } = house;
  client.on(Events.InteractionCreate, (interaction) => {
    intake.take({
      what: "an interaction",
      id: interaction.id,
      once: true,
      work() {
        delivery.received(interaction);
        return handleInteraction(interaction, house);
      },
      async apologize(reference) {
        if (interaction.isRepliable()) await delivery.respond(interaction, drawFailure(reference), "privately");
      },
    });
  });
  client.on(Events.MessageCreate, (message) => {
    if (!client.isReady()) return;
    intake.take({
      what: "a message",
      id: message.id,
      once: true,
      work() {
        delivery.received(message);
        return handleMessage(message, client, house);
      },
      async apologize(reference) {
        if (message.mentions.users.has(client.user.id) || message.channel.isDMBased())
          await delivery.reply(message, drawFailure(reference));
      },
    });
  });
  client.on(Events.MessageUpdate, (_, message) => {
    if (!client.isReady()) return;
    intake.take({ what: "an edit", id: message.id, work: () => handleEdit(message, client, house) });
  });
  const takeDeletion = (id: string): void => {
    if (!client.isReady()) return;
    intake.take({ what: "a deletion", id, work: () => handleDeletion(id, client, house) });
  };
  client.on(Events.MessageDelete, (message) => {
    noteDeletion(message, house);
    takeDeletion(message.id);
  });
  client.on(Events.MessageBulkDelete, (messages) => {
    for (const id of messages.keys()) takeDeletion(id);
  });
}

const drawFailure = (reference: string) =>
  drawText(`Something went wrong, and that is a mistake of mine. Its reference: ${reference}`);
