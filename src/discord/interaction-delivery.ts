/** Answers interactions: once, in time, and without taking a repeated request's refusal for a failure. */
import { type BaseInteraction, MessageFlags, type RepliableInteraction } from "discord.js";
import type { Attempted } from "./attempts.js";
import type { Delivery } from "./delivery.js";
import { type DeliveryTools, drawApology, type Ids } from "./reporter.js";

export interface InteractionTimes {
  /** Milliseconds from receipt in which Discord takes a first answer (docs: interactions/receiving-and-responding). */
  readonly acknowledge: number;
  /** Milliseconds from receipt in which an acknowledged interaction can be answered; 15 minutes at Discord. */
  readonly tokenLife: number;
}

type InteractionDelivery = Pick<
  Delivery,
  "received" | "respond" | "defer" | "deferUpdate" | "update" | "open" | "suggest" | "removeSource"
>;

interface Concluded {
  readonly isThere: boolean;
  /** The reference of a mistake of ours, which the person should be told. */
  readonly mistake?: string;
}

/** Discord shows at most this many autocomplete choices. */
const MAX_CHOICES = 25;

export function createInteractionDelivery(
  { log, now, attempt, reporter }: DeliveryTools,
  { acknowledge, tokenLife }: InteractionTimes,
): InteractionDelivery {
  const receivedAt = new WeakMap<BaseInteraction, number>();
  /** Discord doesn't know these any more: whatever else is sent for them is refused as well. */
  const lost = new WeakSet<BaseInteraction>();

  const received = (interaction: BaseInteraction): number => {
    const at = receivedAt.get(interaction) ?? now();
    receivedAt.set(interaction, at);
    return at;
  };

  /** Ends the story of one call: whether Discord has what it needs, and if not, the reference of what went wrong. */
  const conclude = (what: string, interaction: BaseInteraction, attempted: Attempted<unknown>): Concluded => {
    const ids = idsOf(interaction);
    if (attempted.kind === "done") {
      log.info({ ...ids, outcome: "sent", ms: Math.round(now() - received(interaction)) }, what);
      return { isThere: true };
    }
    const { fault, error } = attempted;
    const reference = reporter.report(what, ids, fault, error);
    if (fault.kind === "late") lost.add(interaction);
    return fault.kind === "rejected"
      ? { isThere: false, mistake: reference }
      : { isThere: fault.kind === "acknowledged" };
  };

  const first = async (what: string, interaction: BaseInteraction, call: () => Promise<unknown>): Promise<Concluded> =>
    conclude(what, interaction, await attempt(call, received(interaction) + acknowledge));

  const later = (interaction: BaseInteraction, call: () => Promise<unknown>) =>
    attempt(call, received(interaction) + tokenLife);

  const say = (
    interaction: RepliableInteraction,
    drawing: Parameters<Delivery["respond"]>[1],
    manner: "privately" | undefined,
  ): Promise<Attempted<unknown>> => {
    const flags = manner === "privately" ? drawing.flags | MessageFlags.Ephemeral : drawing.flags;
    if (interaction.replied) return later(interaction, () => interaction.followUp({ ...drawing, flags }));
    if (interaction.deferred) return later(interaction, () => interaction.editReply(drawing));
    return attempt(() => interaction.reply({ ...drawing, flags }), received(interaction) + acknowledge);
  };

  const respond: Delivery["respond"] = async (interaction, drawing, manner) => {
    if (lost.has(interaction)) return;
    const { isThere, mistake } = conclude("an answer", interaction, await say(interaction, drawing, manner));
    if (isThere) interaction.replied = true;
    if (mistake) conclude("an apology", interaction, await say(interaction, drawApology(mistake), manner));
  };

  return {
    received: (interaction) => void received(interaction),
    respond,
    async defer(interaction, manner) {
      const options = manner === "privately" ? { flags: MessageFlags.Ephemeral as const } : {};
      const { isThere } = await first("a deferral", interaction, () => interaction.deferReply(options));
      if (isThere) interaction.deferred = true;
    },
    async deferUpdate(interaction) {
      const { isThere } = await first("a deferral", interaction, () => interaction.deferUpdate());
      if (isThere) interaction.deferred = true;
    },
    async open(interaction, modal) {
      const { mistake } = await first("a form", interaction, () => interaction.showModal(modal));
      if (mistake) await respond(interaction, drawApology(mistake), "privately");
    },
    async update(interaction, drawing) {
      const { isThere, mistake } = await first("an update", interaction, () => interaction.update(drawing));
      if (isThere) interaction.replied = true;
      if (mistake) await respond(interaction, drawApology(mistake), "privately");
    },
    async suggest(interaction, suggestions) {
      const choices = suggestions.slice(0, MAX_CHOICES).map((suggestion) => ({ ...suggestion }));
      await first("suggestions", interaction, () => interaction.respond(choices));
    },
    async removeSource(interaction) {
      const { isThere } = await first("a deferral", interaction, () => interaction.deferUpdate());
      if (!isThere) return;
      interaction.deferred = true;
      conclude("a removal", interaction, await later(interaction, () => interaction.deleteReply()));
    },
  };
}

const idsOf = ({ id, guildId, channelId }: BaseInteraction): Ids => ({
  interaction: id,
  server: guildId,
  channel: channelId,
});
