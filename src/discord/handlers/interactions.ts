/** Handles interactions: slash commands, autocomplete, the Apps menu, buttons and forms. */
import {
  ApplicationIntegrationType,
  type AutocompleteInteraction,
  type ChatInputCommandInteraction,
  type CommandInteractionOption,
  type Interaction,
  InteractionContextType,
  type MessageContextMenuCommandInteraction,
} from "discord.js";
import { type CommandReply, findCommand, findMessageCommand, type OptionValue } from "../../command/command.js";
import type { FormRequest } from "../../command/form.js";
import { wordsIn } from "../../core/i18n/words.js";
import { describeLabel } from "../../core/reply/reply.js";
import { writerFor } from "../../core/reply/writer.js";
import { parseLabel } from "../../core/values/label.js";
import { toLocale } from "../../core/values/locale.js";
import { ownValue } from "../../core/values/own-value.js";
import type { BotContext } from "../context/bot-context.js";
import { describeWait } from "../context/rate-limits.js";
import type { QuestionRef } from "../payloads/question-ref.js";
import { renderOutcome } from "../render/outcomes.js";
import { createRenderContext } from "../render/render-context.js";
import { handleButton } from "./buttons.js";
import { handleForm, renderForm } from "./forms.js";
import { textOf } from "./message-text.js";
import { kindsOf, renderRepeated } from "./response.js";
import { commandGone, createRunContext, findCommandHere, respondPrivately } from "./run-command.js";

export async function handleInteraction(interaction: Interaction, bot: BotContext): Promise<void> {
  if (interaction.isAutocomplete()) return handleAutocomplete(interaction, bot);
  if (interaction.isButton()) return handleButton(interaction, bot);
  if (interaction.isModalSubmit()) return handleForm(interaction, bot);
  if (!interaction.isChatInputCommand() && !interaction.isMessageContextMenuCommand()) return;
  // Before a command costs anything.
  const { guildId, locale, user } = interaction;
  const limit = bot.memory.rateLimits.check({ asker: user.id, server: guildId });
  if (limit.kind === "wait") return bot.delivery.respondText(interaction, describeWait(limit, toLocale(locale)));
  return interaction.isChatInputCommand() ? handleCommand(interaction, bot) : handleMessageCommand(interaction, bot);
}

/** Runs a slash command. A slow one is acknowledged first. */
async function handleCommand(interaction: ChatInputCommandInteraction, bot: BotContext): Promise<void> {
  const path = pathOf(interaction);
  const command = findCommandHere(path, interaction, bot);
  if ("problem" in command) return respondPrivately(interaction, command, bot);
  if (command.slow) await bot.delivery.defer(interaction);
  const reply = await command.run(valuesOf(interaction.options.data), createRunContext(interaction, bot));
  if (reply.kind !== "form") return conclude(interaction, reply, askedBy(interaction, bot), bot);
  if (command.form === undefined) throw new Error(`/${path.join(" ")} opens a form and declares none`);
  await bot.delivery.open(interaction, renderForm(path.join(" "), command.form, reply));
}

/** Returns the path of a command: ["moderate", "channels", "add"] for `/moderate channels add`. */
function pathOf({ commandName, options }: ChatInputCommandInteraction | AutocompleteInteraction): string[] {
  const parts = [commandName, options.getSubcommandGroup(false), options.getSubcommand(false)];
  return parts.filter((part) => part !== null);
}

/** Returns the values of the innermost options. The options around them are groups and subcommands. */
function valuesOf(options: readonly CommandInteractionOption[]): Record<string, OptionValue | undefined> {
  const [first] = options;
  if (first?.options !== undefined) return valuesOf(first.options);
  return Object.fromEntries(options.map(({ name, value }) => [name, value]));
}

/** Runs an entry of the Apps menu. Its reply links to the message, because an interaction can't reply to it. */
async function handleMessageCommand(interaction: MessageContextMenuCommandInteraction, bot: BotContext): Promise<void> {
  const { client, commandName, guildId, locale, targetMessage: target } = interaction;
  const words = wordsIn(toLocale(locale));
  const text = textOf(target);
  const command = findMessageCommand(bot.commands, commandName);
  if (target.author.id === client.user.id) return bot.delivery.respondText(interaction, words.ownMessage);
  if (text === "" && target.attachments.size > 0) return bot.delivery.respondText(interaction, words.attachmentOnly);
  if (command === undefined) return respondPrivately(interaction, commandGone(interaction), bot);
  const outcome = command.run(text, createRunContext(interaction, bot));
  const link = { serverId: guildId ?? undefined, channelId: interaction.channelId, messageId: target.id };
  const repeated = canReadAgain(interaction) ? {} : { repeated: { text } };
  await conclude(interaction, outcome, { kind: "message", link, ...repeated }, bot);
}

/** Returns false if a person uses the bot as their own app, in a server without it or among friends. */
function canReadAgain({
  authorizingIntegrationOwners,
  guildId,
  context,
}: MessageContextMenuCommandInteraction): boolean {
  if (guildId === null) return context !== InteractionContextType.PrivateChannel;
  return authorizingIntegrationOwners[ApplicationIntegrationType.GuildInstall] !== undefined;
}

/** Shows `outcome` in the channel, or in an ephemeral reply if it concerns only the asker. */
async function conclude(
  interaction: ChatInputCommandInteraction | MessageContextMenuCommandInteraction,
  outcome: Exclude<CommandReply, FormRequest>,
  asked: QuestionRef | undefined,
  bot: BotContext,
): Promise<void> {
  const { counters, delivery, log } = bot;
  const { channelId, guildId, user } = interaction;
  if (outcome.kind === "report" || outcome.kind === "questions") return respondPrivately(interaction, outcome, bot);
  const source = interaction.isChatInputCommand() ? "slash" : "menu";
  log.info({ interaction: interaction.id, channel: channelId, source, kinds: kindsOf(outcome) }, "question.decided");
  counters.decided(source, kindsOf(outcome));
  if (outcome.kind === "refused") return respondPrivately(interaction, outcome, bot);
  const alone = createRenderContext(bot, toLocale(interaction.locale), guildId);
  const repeated = renderRepeated(outcome, { guildId, channelId }, alone, bot);
  if (repeated !== undefined) return delivery.respond(interaction, repeated, "privately");
  await delivery.respond(interaction, renderOutcome(outcome, { ...alone, asker: user.id, asked }));
}

/** Returns the first text that the command was given. A chosen suggestion is an id, and is repeated as it was shown. */
function askedBy(interaction: ChatInputCommandInteraction, { context }: BotContext): QuestionRef | undefined {
  const value = interaction.options.data.find((option) => typeof option.value === "string")?.value;
  if (typeof value !== "string") return undefined;
  const { answerer, today } = context();
  const label = parseLabel(value);
  const { knowledge } = answerer;
  const writer = writerFor(knowledge, toLocale(interaction.locale));
  const isChosen = label?.entry !== undefined && answerer.answerLabel(label, { on: today }) !== undefined;
  const app = ownValue(knowledge.apps, value);
  const text = isChosen ? describeLabel(label, writer) : app ? writer.nameOf(app) : value;
  return { kind: "command", command: interaction.commandName, text };
}

async function handleAutocomplete(interaction: AutocompleteInteraction, bot: BotContext): Promise<void> {
  const { commands, context, delivery, memory } = bot;
  if (!memory.rateLimits.checkTyping(interaction.user.id)) return delivery.suggest(interaction, []);
  const { name, value } = interaction.options.getFocused(true);
  const option = findCommand(commands, pathOf(interaction))?.options[name];
  const now = { ...context(), locale: toLocale(interaction.locale) };
  await delivery.suggest(interaction, option?.complete?.(value, now) ?? []);
}
