/** Answers interactions: slash commands, their autocomplete, and presses of our buttons. */
import {
  type AutocompleteInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Interaction,
  MessageFlags,
} from "discord.js";
import type { Command, CommandContext } from "../command.js";
import { parsePress } from "./buttons.js";
import { type Drawn, drawDecision, drawOutcome } from "./rendering.js";

export interface Around {
  readonly commands: readonly Command[];
  /** The knowledge in force and today's date, looked up anew for each interaction. */
  context(): CommandContext & { readonly version: string };
}

/** Discord shows at most this many autocomplete choices. */
const MAX_CHOICES = 25;

export async function answerInteraction(interaction: Interaction, around: Around): Promise<void> {
  if (interaction.isChatInputCommand()) return answerCommand(interaction, around);
  if (interaction.isAutocomplete()) return complete(interaction, around);
  if (interaction.isButton()) return answerPress(interaction, around);
}

async function answerCommand(interaction: ChatInputCommandInteraction, { commands, context }: Around): Promise<void> {
  const command = commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined) {
    await interaction.reply({ content: "This command is no longer there.", flags: MessageFlags.Ephemeral });
    return;
  }
  const values = interaction.options.data.map(({ name, value }) => [name, value] as const);
  const now = context();
  const outcome = await command.run(Object.fromEntries(values) as never, now);
  const drawing = drawOutcome(outcome, now.answerer.knowledge, now.version);
  const isPrivate = "problem" in outcome;
  await interaction.reply(isPrivate ? { ...drawing, flags: drawing.flags | MessageFlags.Ephemeral } : drawing);
}

async function complete(interaction: AutocompleteInteraction, { commands, context }: Around): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const option = commands.find((command) => command.name === interaction.commandName)?.options[name];
  const suggestions = option?.complete?.(value, context()) ?? [];
  await interaction.respond(suggestions.slice(0, MAX_CHOICES).map((suggestion) => ({ ...suggestion })));
}

/** A choice takes the place of the question it was offered for, where its asker pressed it; anybody else gets it alone. */
async function answerPress(interaction: ButtonInteraction, { context }: Around): Promise<void> {
  const press = parsePress(interaction.customId);
  const now = context();
  const drawing = press && drawPress(press, now);
  if (drawing === undefined) {
    await interaction.reply({
      content: "This button is from an older version; please ask again.",
      flags: MessageFlags.Ephemeral,
    });
    return;
  }
  if (isAsker(interaction)) await interaction.update(drawing);
  else await interaction.reply({ ...drawing, flags: drawing.flags | MessageFlags.Ephemeral });
}

function drawPress(
  press: NonNullable<ReturnType<typeof parsePress>>,
  now: ReturnType<Around["context"]>,
): Drawn | undefined {
  const { answerer, today, version } = now;
  if (press.kind === "page") return drawOutcome(press, answerer.knowledge, version);
  const answer = answerer.answerLabel(press.label, { on: today });
  return answer && drawDecision({ answers: [answer] }, answerer.knowledge);
}

function isAsker({ message, user }: ButtonInteraction): boolean {
  const asker = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
  return asker === user.id || message.channel?.isDMBased() === true;
}
