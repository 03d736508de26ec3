/** Answers interactions: slash commands, their autocomplete, and presses of our buttons. */
import type { AutocompleteInteraction, ButtonInteraction, ChatInputCommandInteraction, Interaction } from "discord.js";
import { type Press, parsePress } from "./buttons.js";
import type { House } from "./house.js";
import { type Drawn, drawDecision, drawOutcome, drawText } from "./rendering.js";
import { runCommand } from "./running.js";

export async function answerInteraction(interaction: Interaction, house: House): Promise<void> {
  if (interaction.isChatInputCommand()) return answerCommand(interaction, house);
  if (interaction.isAutocomplete()) return complete(interaction, house);
  if (interaction.isButton()) return answerPress(interaction, house);
}

async function answerCommand(interaction: ChatInputCommandInteraction, house: House): Promise<void> {
  const { commands, context, delivery } = house;
  const command = commands.find(({ name }) => name === interaction.commandName);
  if (command === undefined)
    return delivery.respond(interaction, drawText("This command is no longer there."), "privately");
  const now = context();
  const outcome = await runCommand(command, interaction, house);
  const drawing = drawOutcome(outcome, now.answerer.knowledge, now.version);
  await delivery.respond(interaction, drawing, "problem" in outcome ? "privately" : undefined);
}

async function complete(interaction: AutocompleteInteraction, { commands, context, delivery }: House): Promise<void> {
  const { name, value } = interaction.options.getFocused(true);
  const option = commands.find((command) => command.name === interaction.commandName)?.options[name];
  await delivery.suggest(interaction, option?.complete?.(value, context()) ?? []);
}

/** A choice takes the place of the question it was offered for, where its asker pressed it; anybody else gets it alone. */
async function answerPress(interaction: ButtonInteraction, { context, delivery }: House): Promise<void> {
  const press = parsePress(interaction.customId);
  const drawing = press && drawPress(press, context());
  if (drawing === undefined) {
    return delivery.respond(
      interaction,
      drawText("This button is from an older version; please ask again."),
      "privately",
    );
  }
  if (isAsker(interaction)) return delivery.update(interaction, drawing);
  return delivery.respond(interaction, drawing, "privately");
}

function drawPress(press: Press, { answerer, today, version }: ReturnType<House["context"]>): Drawn | undefined {
  if (press.kind === "page") return drawOutcome(press, answerer.knowledge, version);
  const answer = answerer.answerLabel(press.label, { on: today });
  return answer && drawDecision({ answers: [answer] }, answerer.knowledge);
}

function isAsker({ message, user }: ButtonInteraction): boolean {
  const asker = message.interactionMetadata?.user.id ?? message.mentions.repliedUser?.id;
  return asker === user.id || message.channel?.isDMBased() === true;
}
