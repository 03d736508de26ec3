/** Answers interactions once and in time, and treats the refusal of a repeated request as success. */

import {
  type BaseInteraction,
  type InteractionReplyOptions,
  MessageFlags,
  type RepliableInteraction,
} from "discord.js";
import { toLocale } from "../../core/values/locale.js";
import type { BotTimes } from "../common/times.js";
import { type MessagePayload, renderApology } from "../payloads/rendering.js";
import type { Attempted } from "./attempts.js";
import type { Delivery } from "./delivery.js";
import type { DeliveryAction, DeliveryTools, Ids } from "./reporter.js";

type InteractionDelivery = Pick<
  Delivery,
  "respond" | "defer" | "deferUpdate" | "update" | "open" | "suggest" | "removeSource"
>;

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

type Privacy = Parameters<Delivery["respond"]>[2];

export function createInteractionDelivery(
  { log, now, receivedAt, attempt, reporter, counters }: DeliveryTools,
  { acknowledge, tokenLife }: BotTimes,
): InteractionDelivery {
  const stages = new WeakMap<BaseInteraction, Stage>();
  const stageOf = (interaction: BaseInteraction): Stage => stages.get(interaction) ?? "open";

  /** Sets the stage that `attempted` led to; returns the reference of a bug, for the person who asked. */
  const settle = (
    action: DeliveryAction,
    interaction: BaseInteraction,
    attempted: Attempted<unknown>,
    reached?: Stage,
  ): string | undefined => {
    const ids = idsOf(interaction);
    if (attempted.kind === "done") {
      if (reached) stages.set(interaction, reached);
      const ms = now() - receivedAt(interaction);
      if (action === "answer") counters.answered("interaction", ms);
      log.info({ ...ids, outcome: "sent", ms: Math.round(ms) }, `${action}.sent`);
      return undefined;
    }
    const { fault, error } = attempted;
    const reference = reporter.report(action, ids, fault, error);
    if (fault.kind === "late") stages.set(interaction, "lost");
    // Discord's reply to an earlier attempt was lost, or another process was faster.
    if (fault.kind === "acknowledged" && reached) stages.set(interaction, reached);
    return fault.kind === "rejected" ? reference : undefined;
  };

  const first = (interaction: BaseInteraction, call: () => Promise<unknown>) =>
    attempt(call, receivedAt(interaction) + acknowledge);

  const later = (interaction: BaseInteraction, call: () => Promise<unknown>) =>
    attempt(call, receivedAt(interaction) + tokenLife);

  const send = (interaction: RepliableInteraction, stage: Stage, payload: MessagePayload, privacy: Privacy) => {
    const flags = privacy === "privately" ? payload.flags | MessageFlags.Ephemeral : payload.flags;
    const message: InteractionReplyOptions = { ...payload, flags };
    // The interaction's own methods would fail after an acknowledgement without a reply from Discord.
    const { webhook } = interaction;
    switch (stage) {
      case "open":
        return first(interaction, () => interaction.reply(message));
      case "deferred":
        return later(interaction, () => webhook.editMessage(ORIGINAL, payload));
      default:
        return later(interaction, () => webhook.send(message));
    }
  };

  const respond: Delivery["respond"] = async (interaction, payload, privacy) => {
    const stage = stageOf(interaction);
    if (stage === "lost") return;
    const sent = await send(interaction, stage, payload, privacy);
    const bug = settle("answer", interaction, sent, "answered");
    if (bug === undefined) return;
    const apology = await send(interaction, stage, renderApology(bug, toLocale(interaction.locale)), privacy);
    settle("apology", interaction, apology, "answered");
  };

  const apologise = async (interaction: RepliableInteraction, bug: string | undefined): Promise<void> => {
    if (bug !== undefined) await respond(interaction, renderApology(bug, toLocale(interaction.locale)), "privately");
  };

  const defer = async (interaction: BaseInteraction, call: () => Promise<unknown>): Promise<void> => {
    settle("deferral", interaction, await first(interaction, call), "deferred");
  };
  const deferUpdate: Delivery["deferUpdate"] = (interaction) => defer(interaction, () => interaction.deferUpdate());

  return {
    respond,
    defer: (interaction) => defer(interaction, () => interaction.deferReply({ flags: MessageFlags.Ephemeral })),
    deferUpdate,
    async open(interaction, modal) {
      const opened = await first(interaction, () => interaction.showModal(modal));
      await apologise(interaction, settle("form", interaction, opened));
    },
    async update(interaction, payload) {
      const updated = await first(interaction, () => interaction.update(payload));
      await apologise(interaction, settle("answer", interaction, updated, "answered"));
    },
    async suggest(interaction, suggestions) {
      const choices = suggestions.slice(0, MAX_CHOICES).map((suggestion) => ({ ...suggestion }));
      settle("suggestions", interaction, await first(interaction, () => interaction.respond(choices)));
    },
    async removeSource(interaction) {
      await deferUpdate(interaction);
      if (stageOf(interaction) !== "deferred") return;
      settle("removal", interaction, await later(interaction, () => interaction.webhook.deleteMessage(ORIGINAL)));
    },
  };
}

/** Names the message of an interaction's first answer or, for a press, the message with the button. */
const ORIGINAL = "@original";

const idsOf = ({ id, guildId, channelId }: BaseInteraction): Ids => ({
  interaction: id,
  server: guildId,
  channel: channelId,
});
