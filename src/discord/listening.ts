/** Which of Discord's events the bot handles, and what handles each. */

import { type Client, Events, type Guild } from "discord.js";
import { localeOfText } from "../core/i18n/locale-of-text.js";
import { toLocale } from "../core/values/locale.js";
import type { Dispatcher } from "./common/dispatcher.js";
import type { BotContext } from "./context/bot-context.js";
import { handleInteraction } from "./handlers/interactions.js";
import { forgetAnswer, handleDeletion, handleEdit, handleMessage, noteDeletion } from "./handlers/messages.js";
import { renderApology } from "./payloads/rendering.js";

export function listen(client: Client, bot: BotContext, dispatcher: Dispatcher): void {
  const { delivery } = bot;
  client.on(Events.InteractionCreate, (interaction) => {
    dispatcher.dispatch({
      what: "interaction",
      id: interaction.id,
      once: true,
      work() {
        delivery.received(interaction);
        return handleInteraction(interaction, bot);
      },
      async onError(reference) {
        if (interaction.isRepliable())
          await delivery.respond(interaction, renderApology(reference, toLocale(interaction.locale)), "privately");
      },
    });
  });
  // Before that, the bot does not know its own id.
  client.once(Events.ClientReady, (ready) => listenToMessages(ready, bot, dispatcher));

  // After each of these, the bot may have a permission that it lacked.
  const noteChange = ({ id }: Guild): void => delivery.permissionsChanged(id);
  client.on(Events.ChannelUpdate, (_, channel) => {
    if (!channel.isDMBased()) noteChange(channel.guild);
  });
  client.on(Events.ThreadUpdate, (_, { guild }) => noteChange(guild));
  client.on(Events.GuildRoleUpdate, (_, { guild }) => noteChange(guild));
  client.on(Events.GuildMemberUpdate, (_, { guild, id }) => {
    if (id === client.user?.id) noteChange(guild);
  });
}

function listenToMessages(client: Client<true>, bot: BotContext, dispatcher: Dispatcher): void {
  const { delivery } = bot;
  client.on(Events.MessageCreate, (message) => {
    dispatcher.dispatch({
      what: "message",
      id: message.id,
      once: true,
      work() {
        delivery.received(message);
        return handleMessage(message, bot);
      },
      async onError(reference) {
        if (message.mentions.users.has(client.user.id) || message.channel.isDMBased())
          await delivery.reply(message, renderApology(reference, localeOfText(message.content)));
      },
    });
  });
  client.on(Events.MessageUpdate, (_, message) =>
    dispatcher.dispatch({ what: "edit", id: message.id, work: (hasWaited) => handleEdit(message, bot, hasWaited) }),
  );
  const dispatchDeletion = (messageId: string, channelId: string): void => {
    forgetAnswer(messageId, bot);
    const work = () => handleDeletion({ channelId, messageId }, bot);
    dispatcher.dispatch({ what: "deletion", id: messageId, work });
  };
  client.on(Events.MessageDelete, (message) => {
    noteDeletion(message, bot);
    dispatchDeletion(message.id, message.channelId);
  });
  client.on(Events.MessageBulkDelete, (messages, channel) => {
    for (const id of messages.keys()) dispatchDeletion(id, channel.id);
  });
}
