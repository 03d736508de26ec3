/** Answers messages: those that are put to the bot, and in listed channels those that it can answer for sure. */
import type { Client, Message } from "discord.js";
import type { Outcome } from "../../core/decision/decision.js";
import { memberWordsIn } from "../../core/i18n/member-words.js";
import type { House } from "../context/house.js";
import { describeWait } from "../context/manners.js";
import { formatLink } from "../payloads/asked.js";
import type { Drawn } from "../payloads/rendering.js";
import { aboutOf, drawDecision, drawEarlier, drawNotice, drawOutcome } from "../render/outcomes.js";
import { type Scene, setScene } from "../render/scene.js";
import { answeredBy, keyOf } from "./own-messages.js";
import { decide, type Heard, hear, localeOf } from "./question.js";

/**
 * Speaks when a person
 * - writes to the bot directly,
 * - mentions it by name, anywhere in a message; without another word that gets the help,
 * - replies to one of its messages, whether or not the reply pings it. Where Discord withholds the text of a reply that
 *   pings it, it says so. An app, a source or a pronoun alone is understood with the answer that it replies to, and in a
 *   mention or a direct message with the answer that the bot gave that person just before,
 * - writes into a channel that the server's moderators listed, or into a thread of it, and the message is, beyond doubt,
 *   a question to the room that has a clear answer. Nothing before it is taken into account.
 *
 * Is silent
 * - on messages of bots, of webhooks, of the system, and on its own,
 * - on everything else in channels that are not listed, pings of everyone, here and of roles among it,
 * - in listed channels on a message that replies to somebody or mentions anybody else, on chatter, and wherever it would
 *   have to guess, to offer a choice or to regret,
 * - on a reply to it that is but a sticker or a picture,
 * - on a message that was edited into a question, unless it had answered it before: then its reply follows the edit,
 * - on somebody who has asked more than ten questions at once, after having told them once to wait (not in listed
 *   channels), until a question each three seconds would have been worked off; likewise, on a server from which more
 *   come than its members could ask.
 *
 * What it answered within the last minute in the same channel of a server it answers with a link to that reply.
 */
export async function answerMessage(message: Message, client: Client<true>, house: House): Promise<void> {
  if (message.author.id === client.user.id) return noteAnswer(message, house);
  if (!isByPerson(message)) return;
  const { delivery, desk, log } = house;
  const { content } = message;
  const heard = await hear(message, house);
  const reaction = heard && react(heard, message, house);
  if (reaction === undefined) return;

  const { author, channelId, guildId, id } = message;
  const admission = desk.manners.admit({ asker: author.id, server: guildId });
  const ids = { message: id, channel: channelId };
  if (admission.kind === "wait") {
    log.info({ ...ids, outcome: "cooldown" }, "a question not answered");
    if (reaction.isAmbient || admission.told) return;
    await delivery.reply(message, drawNotice(describeWait(admission, reaction.scene.locale)));
    return;
  }
  const { outcome } = reaction;
  house.tally.decided(reaction.isAmbient ? "ambient" : "addressed", outcome ? kindsOf(outcome) : ["notice"]);
  log.info({ ...ids, outcome: outcome && kindsOf(outcome) }, "a question");
  desk.replies.begin(id);
  const reply = await delivery.reply(
    message,
    (outcome && drawRepeated(outcome, message, reaction.scene, house)) ?? reaction.drawing,
  );
  const place = reply && { channelId: reply.channelId, messageId: reply.id };
  const isStillAsked = desk.replies.end(id, place);
  const latest = desk.replies.takeEdit(id) ?? message;
  if (place !== undefined && !isStillAsked) await delivery.remove(client, place);
  else if (latest.content !== content) await followEdit(latest, client, house);
}

/** Editing a question is quicker than asking one: an edit takes this much of what a question does. */
const EDIT = 1 / 4;

/**
 * An edited question gets an edited reply; one that no longer asks the bot anything loses it, and so does one of somebody
 * who has asked too much: an answer to another question must not stand below it. Of several edits the latest counts.
 */
export async function followEdit(message: Message, client: Client<true>, house: House): Promise<void> {
  if (message.author?.id === client.user.id) return noteAnswer(message, house);
  const { delivery, desk } = house;
  const place = desk.replies.of(message.id);
  // Discord also tells of an update when it unfolds a link or somebody pins the message.
  if (message.editedTimestamp === null || !isByPerson(message)) return;
  if (place === undefined) return desk.replies.edit(message);
  const isLatest = desk.replies.follow(message.id);
  const admission = desk.manners.admit({ asker: message.author.id, server: message.guildId, share: EDIT });
  const heard = admission.kind === "welcome" ? await hear(message, house) : undefined;
  if (!isLatest()) return;
  const reaction = heard && react(heard, message, house);
  const isDone = reaction ? await delivery.edit(client, place, reaction.drawing) : await delivery.remove(client, place);
  if (!reaction || !isDone) desk.replies.forget(message.id);
}

/** A deleted question takes its reply with it. */
export async function followDeletion(
  messageId: string,
  client: Client<true>,
  { delivery, desk }: House,
): Promise<void> {
  desk.manners.forget(messageId);
  const place = desk.replies.forget(messageId);
  if (place === undefined) return;
  desk.manners.forget(place.messageId);
  await delivery.remove(client, place);
}

interface Reaction {
  readonly drawing: Drawn;
  readonly scene: Scene;
  readonly isAmbient: boolean;
  readonly outcome?: Outcome;
}

/** What is said to that; undefined where a bot that only listens in stays silent. */
function react(heard: Heard, { author, content, guildId }: Message, house: House): Reaction | undefined {
  const scene = setScene(house, { locale: localeOf(content), serverId: guildId, asker: author.id });
  const addressed = { scene, isAmbient: false };
  switch (heard.kind) {
    case "unreadable":
      return { ...addressed, drawing: drawNotice(memberWordsIn(scene.locale).unreadable, scene) };
    case "empty": {
      const { answerer, today } = house.context();
      const help = answerer.answerLabel({ entry: "bot-help" }, { on: today });
      const drawing = help
        ? drawDecision({ answers: [help] }, scene)
        : drawOutcome({ kind: "page", id: "about", page: 1 }, scene);
      return { ...addressed, drawing };
    }
    case "question": {
      const outcome = decide(heard.question, house);
      const isAmbient = heard.question.channel === "chat";
      if (isAmbient && !("speaks" in outcome && outcome.speaks)) return undefined;
      return { scene, isAmbient, outcome, drawing: drawOutcome(outcome, scene) };
    }
  }
}

/** A link to where the same was answered in the same channel a moment ago. */
export function drawRepeated(
  outcome: Outcome,
  { guildId, channelId }: { readonly guildId: string | null; readonly channelId: string },
  scene: Scene,
  { desk }: House,
): Drawn | undefined {
  if (guildId === null || !("answers" in outcome) || outcome.answers.length > 1) return undefined;
  const about = aboutOf(outcome.answers, scene.today);
  const earlier = about.label && desk.manners.earlier(channelId, keyOf(about, scene.version));
  return earlier
    ? drawEarlier(formatLink({ serverId: guildId, channelId, messageId: earlier }), about, scene)
    : undefined;
}

/** Every answer comes back from Discord as a message, those to slash commands among them. */
function noteAnswer(message: Message, { desk, context }: House): void {
  const about = message.inGuild() ? answeredBy(message) : undefined;
  if (about !== undefined) desk.manners.note(message.channelId, keyOf(about, context().version), message.id);
}

const isByPerson = ({ author, system, webhookId }: Message): boolean =>
  author !== null && !author.bot && !system && webhookId === null;

/** For the log: what became of a question, and nothing that tells what it was about. */
export const kindsOf = (outcome: Outcome): readonly string[] =>
  "answers" in outcome ? outcome.answers.map(({ kind }) => kind) : [outcome.kind];
