/** Answers the press of a button: all that it needs is in the button and in the message that the button is on. */
import { type ButtonInteraction, MessageFlags, PermissionFlagsBits } from "discord.js";
import { memberWordsIn } from "../../core/i18n/member-words.js";
import { wordsIn } from "../../core/i18n/words.js";
import { toLocale } from "../../core/values/locale.js";
import type { House } from "../context/house.js";
import { describeWait } from "../context/manners.js";
import { type ButtonAction, decodeCustomId } from "../payloads/button-action.js";
import { parseQuestionRef } from "../payloads/question-ref.js";
import { type Drawn, drawText } from "../payloads/rendering.js";
import { drawDecision, drawOutcome } from "../render/outcomes.js";
import { type Scene, setScene } from "../render/scene.js";
import { drawWhy } from "../render/why.js";
import { openForm } from "./forms.js";
import { askModerators, withdrawPost } from "./moderators-post.js";
import { renderOtherAnswers } from "./other-answers.js";
import { askerOf } from "./own-messages.js";
import { handleQuestionsPage } from "./questions-page.js";
import { restoreQuestion } from "./restored-question.js";

/** Pages are turned faster than questions are asked: a press takes this much of what a question does. */
const PRESS = 1 / 4;

/**
 * An answer or a page takes the place of the message where its asker pressed; anybody else gets it alone. All else is
 * seen by whoever pressed alone. Only the asker can pass the question on, and take that back.
 */
export async function handleButton(interaction: ButtonInteraction, house: House): Promise<void> {
  const press = decodeCustomId(interaction.customId);
  const locale = toLocale(interaction.locale);
  const words = memberWordsIn(locale);
  const say = (text: string) => house.delivery.respond(interaction, drawText(text), "privately");
  // Whoever takes something back is never kept waiting.
  if (press?.kind !== "delete" && press?.kind !== "withdraw") {
    const { user, guildId } = interaction;
    const admission = house.desk.manners.admit({ asker: user.id, server: guildId, share: PRESS });
    if (admission.kind === "wait") return say(describeWait(admission, locale));
  }
  switch (press?.kind) {
    case "answer":
    case "page": {
      const drawing = drawAction(press, sceneOf(interaction, house, isAsker(interaction)), house);
      if (drawing === undefined) break;
      if (isAsker(interaction)) return house.delivery.update(interaction, drawing);
      return house.delivery.respond(interaction, drawing, "privately");
    }
    case "why":
    case "other":
      return explain(press, interaction, house);
    case "moderators":
      return isAsker(interaction) ? passOn(press, interaction, house) : say(words.notYours);
    case "withdraw":
      return house.delivery.update(interaction, await withdrawPost(press, interaction, house));
    case "form":
      return openForm(press, interaction, house);
    case "questions":
      return handleQuestionsPage(press, interaction, house);
    case "delete":
      return mayDelete(press.asker, interaction) ? remove(interaction, house) : say(words.notYoursToDelete);
  }
  return say(wordsIn(locale).expiredButton);
}

type ActionOf<Kind extends ButtonAction["kind"]> = Extract<ButtonAction, { kind: Kind }>;

function drawAction(press: ActionOf<"answer" | "page">, scene: Scene, { context }: House): Drawn | undefined {
  if (press.kind === "page") return drawOutcome(press, scene);
  const answer = context().answerer.answerLabel(press.label, { on: press.on ?? scene.today });
  return answer && drawDecision({ answers: [answer] }, scene);
}

/** Reading the question again may take longer than Discord waits. */
async function explain(press: ActionOf<"why" | "other">, interaction: ButtonInteraction, house: House): Promise<void> {
  const { delivery, context } = house;
  await delivery.defer(interaction, "privately");
  const { message } = interaction;
  const restored = await restoreQuestion(message, interaction, house);
  const question = restored?.kind === "whole" ? restored : undefined;
  const scene = sceneOf(interaction, house, false);
  if (press.kind === "why")
    return delivery.respond(interaction, drawWhy(press, question?.decision, scene), "privately");
  const mayAsk = scene.hasModerators() && isAsker(interaction);
  const place = mayAsk ? { channelId: message.channelId, messageId: message.id } : undefined;
  const { answerer } = context();
  await delivery.respond(interaction, renderOtherAnswers(press, question, place, { answerer, scene }), "privately");
}

async function passOn({ place }: ActionOf<"moderators">, interaction: ButtonInteraction, house: House): Promise<void> {
  const { delivery } = house;
  await delivery.defer(interaction, "privately");
  const answer = place ? await delivery.find(interaction.client, place) : interaction.message;
  const drawing = answer
    ? await askModerators(answer, interaction, house)
    : drawText(memberWordsIn(toLocale(interaction.locale)).notPosted);
  await delivery.respond(interaction, drawing, "privately");
}

async function remove(interaction: ButtonInteraction, { delivery, desk }: House): Promise<void> {
  await delivery.removeSource(interaction);
  desk.manners.forget(interaction.message.id);
}

/** Where whoever asked pressed, the message goes on to be theirs. */
function sceneOf(interaction: ButtonInteraction, house: House, isTheirs: boolean): Scene {
  const { guildId, message } = interaction;
  return setScene(house, {
    locale: toLocale(interaction.locale),
    serverId: guildId,
    ...(isTheirs &&
      !isPrivate(interaction) && { asker: interaction.user.id, asked: parseQuestionRef(message.content) }),
  });
}

const isPrivate = ({ message }: ButtonInteraction): boolean => message.flags.has(MessageFlags.Ephemeral);

/** What only one person sees was caused by that person. */
const isAsker = (interaction: ButtonInteraction): boolean =>
  isPrivate(interaction) || askerOf(interaction.message) === interaction.user.id;

const mayDelete = (asker: string, { user, memberPermissions }: ButtonInteraction): boolean =>
  asker === user.id || memberPermissions?.has(PermissionFlagsBits.ManageMessages) === true;
