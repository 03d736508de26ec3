/** Answers interactions once and in time, and treats the refusal of a repeated request as success. */
import {
  type APIModalInteractionResponseCallbackData,
  type AutocompleteInteraction,
  type BaseInteraction,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type InteractionReplyOptions,
  MessageFlags,
  type RepliableInteraction,
} from "discord.js";
import type { Suggestion } from "../../command/reply.js";
import { toLocale } from "../../core/values/locale.js";
import type { BotTimes } from "../common/times.js";
import { type MessagePayload, renderApology, renderText } from "../payloads/rendering.js";
import { type Calls, type DeliveryAction, idsOf } from "./calls.js";

/** What Discord has for an interaction so far. */
type Stage =
  /** Nothing. */
  | "open"
  /** Deferred: the answer takes the place of "thinking…", which the asker alone sees, or of the message with the button. */
  | "deferred"
  | "answered"
  /** Discord does not know the interaction any more, and refuses everything that is sent for it. */
  | "lost";

/** Discord shows at most this many autocomplete choices. */
const MAX_CHOICES = 25;

/** Names the message of an interaction's first answer or, for a press, the message with the button. */
const ORIGINAL = "@original";

export function createInteractionDelivery(
  { receivedAt, attempt, report, reportSent }: Calls,
  { acknowledge, tokenLife }: BotTimes,
) {
  const stages = new WeakMap<BaseInteraction, Stage>();
  const stageOf = (interaction: BaseInteraction): Stage => stages.get(interaction) ?? "open";

  /**
   * Makes a call within so many milliseconds of the receipt, and notes the stage that it reached. Returns the reference
   * of a bug, for the person who asked.
   */
  const act = async (
    action: DeliveryAction,
    interaction: BaseInteraction,
    within: number,
    call: () => Promise<unknown>,
    reached: Stage = stageOf(interaction),
  ): Promise<string | undefined> => {
    const attempted = await attempt(call, receivedAt(interaction) + within);
    if (attempted.kind === "done") {
      stages.set(interaction, reached);
      reportSent(action, interaction);
      return undefined;
    }
    const { fault, error } = attempted;
    const reference = report(action, idsOf(interaction), fault, error);
    if (fault.kind === "late") stages.set(interaction, "lost");
    // Discord's reply to an earlier attempt was lost, or another process was faster.
    if (fault.kind === "acknowledged") stages.set(interaction, reached);
    return fault.kind === "rejected" ? reference : undefined;
  };

  const send = (
    action: "answer" | "apology",
    interaction: RepliableInteraction,
    payload: MessagePayload,
    privacy: "privately" | undefined,
  ): Promise<string | undefined> => {
    const flags = privacy === "privately" ? payload.flags | MessageFlags.Ephemeral : payload.flags;
    const message: InteractionReplyOptions = { ...payload, flags };
    // The interaction's own methods would fail after an acknowledgement without a reply from Discord.
    const { webhook } = interaction;
    switch (stageOf(interaction)) {
      case "open":
        return act(action, interaction, acknowledge, () => interaction.reply(message), "answered");
      case "deferred":
        return act(action, interaction, tokenLife, () => webhook.editMessage(ORIGINAL, payload), "answered");
      case "answered":
        return act(action, interaction, tokenLife, () => webhook.send(message));
      case "lost":
        return Promise.resolve(undefined);
    }
  };

  const apologise = async (
    bug: string | undefined,
    interaction: RepliableInteraction,
    privacy: "privately" | undefined,
  ): Promise<void> => {
    if (bug !== undefined)
      await send("apology", interaction, renderApology(bug, toLocale(interaction.locale)), privacy);
  };

  /**
   * Answers an interaction: fills in its deferral, or follows an earlier answer; `privately` shows it to the asker
   * alone. Gives up when Discord would no longer take it, 3 seconds after receipt.
   */
  const respond = async (
    interaction: RepliableInteraction,
    payload: MessagePayload,
    privacy?: "privately",
  ): Promise<void> => apologise(await send("answer", interaction, payload, privacy), interaction, privacy);

  /** Acknowledges the press of a button without a visible sign; `respond` then replaces the message. */
  const deferUpdate = async (interaction: ButtonInteraction): Promise<void> =>
    void (await act("deferral", interaction, acknowledge, () => interaction.deferUpdate(), "deferred"));

  return {
    respond,
    /** Responds with a sentence that only the user sees. */
    respondText: (interaction: RepliableInteraction, text: string): Promise<void> =>
      respond(interaction, renderText(text), "privately"),
    /** Acknowledges privately what may take longer than three seconds; `respond` then fills it in. */
    async defer(interaction: RepliableInteraction): Promise<void> {
      const defer = () => interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await act("deferral", interaction, acknowledge, defer, "deferred");
    },
    deferUpdate,
    /** Opens a form; only as the first answer. */
    async open(
      interaction: ChatInputCommandInteraction | ButtonInteraction,
      modal: APIModalInteractionResponseCallbackData,
    ): Promise<void> {
      const bug = await act("form", interaction, acknowledge, () => interaction.showModal(modal));
      await apologise(bug, interaction, "privately");
    },
    /** Replaces the message whose button was pressed; only as the first answer. */
    async update(interaction: ButtonInteraction, payload: MessagePayload): Promise<void> {
      const bug = await act("answer", interaction, acknowledge, () => interaction.update(payload), "answered");
      await apologise(bug, interaction, "privately");
    },
    async suggest(interaction: AutocompleteInteraction, suggestions: readonly Suggestion[]): Promise<void> {
      const choices = suggestions.slice(0, MAX_CHOICES);
      await act("suggestions", interaction, acknowledge, () => interaction.respond(choices));
    },
    /** Deletes the message whose button was pressed, with the interaction's token: also where the bot is no member. */
    async removeSource(interaction: ButtonInteraction): Promise<void> {
      await deferUpdate(interaction);
      if (stageOf(interaction) === "deferred")
        await act("removal", interaction, tokenLife, () => interaction.webhook.deleteMessage(ORIGINAL));
    },
  };
}
