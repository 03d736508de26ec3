/** Answers interactions: once, in time, and without taking a repeated request's refusal for a failure. */
import { type BaseInteraction, MessageFlags, type RepliableInteraction } from "discord.js";
import type { Attempted } from "./attempts.js";
import type { Delivery } from "./delivery.js";
import { type DeliveryTools, drawApology, type Ids } from "./reporter.js";

export interface InteractionTimes {
  /** Milliseconds from receipt in which Discord takes a first answer (docs: interactions/receiving-and-responding). */
  readonly acknowledge: number;
  /** Milliseconds from receipt after which an interaction that has no answer yet is acknowledged without one. */
  readonly hurry: number;
  /** Milliseconds from receipt in which an acknowledged interaction can be answered; 15 minutes at Discord. */
  readonly tokenLife: number;
}

type InteractionDelivery = Pick<
  Delivery,
  "respond" | "defer" | "deferUpdate" | "update" | "open" | "suggest" | "removeSource"
> & {
  received(interaction: BaseInteraction): void;
};

interface Concluded {
  readonly isThere: boolean;
  /** The reference of a mistake of ours, which the person should be told. */
  readonly mistake?: string;
}

/** Discord shows at most this many autocomplete choices. */
const MAX_CHOICES = 25;

export function createInteractionDelivery(
  { log, now, receipts, attempt, reporter, tally }: DeliveryTools,
  { acknowledge, hurry, tokenLife }: InteractionTimes,
): InteractionDelivery {
  /** Discord doesn't know these any more: whatever else is sent for them is refused as well. */
  const lost = new WeakSet<BaseInteraction>();
  const timers = new WeakMap<BaseInteraction, NodeJS.Timeout>();
  const hurrying = new WeakMap<BaseInteraction, Promise<void>>();
  /** Acknowledged for being slow: by a "thinking…" for all to see, or by nothing that shows. */
  const hurried = new WeakMap<BaseInteraction, "openly" | "unseen">();

  /** Ends the story of one call: whether Discord has what it needs, and if not, the reference of what went wrong. */
  const conclude = (what: string, interaction: BaseInteraction, attempted: Attempted<unknown>): Concluded => {
    const ids = idsOf(interaction);
    if (attempted.kind === "done") {
      const ms = now() - receipts.of(interaction);
      if (what === ANSWER) tally.answered("interaction", ms);
      log.info({ ...ids, outcome: "sent", ms: Math.round(ms) }, what);
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
    conclude(what, interaction, await attempt(call, receipts.of(interaction) + acknowledge));

  const later = (interaction: BaseInteraction, call: () => Promise<unknown>) =>
    attempt(call, receipts.of(interaction) + tokenLife);

  const acknowledgeMeanwhile = async (interaction: RepliableInteraction): Promise<void> => {
    const isPress = interaction.isMessageComponent();
    const call = () => (isPress ? interaction.deferUpdate() : interaction.deferReply());
    const { isThere } = await first("a deferral", interaction, call);
    if (!isThere) return;
    interaction.deferred = true;
    hurried.set(interaction, isPress ? "unseen" : "openly");
  };

  /** From here on there is an answer: it needs no acknowledgement any more, or has to wait for the one under way. */
  const begin = (interaction: BaseInteraction): Promise<void> | undefined => {
    clearTimeout(timers.get(interaction));
    return hurrying.get(interaction);
  };

  const say = (
    interaction: RepliableInteraction,
    drawing: Parameters<Delivery["respond"]>[1],
    manner: "privately" | undefined,
  ): Promise<Attempted<unknown>> => {
    const flags = manner === "privately" ? drawing.flags | MessageFlags.Ephemeral : drawing.flags;
    const follow = () => interaction.followUp({ ...drawing, flags });
    if (interaction.replied || hurried.get(interaction) === "unseen") return later(interaction, follow);
    // Who sees an answer is settled by its deferral: one that is for one person alone can't take that one's place.
    if (manner === "privately" && hurried.get(interaction) === "openly")
      return later(interaction, () => interaction.deleteReply().then(follow));
    if (interaction.deferred) return later(interaction, () => interaction.editReply(drawing));
    return attempt(() => interaction.reply({ ...drawing, flags }), receipts.of(interaction) + acknowledge);
  };

  const respond: Delivery["respond"] = async (interaction, drawing, manner) => {
    await begin(interaction);
    if (lost.has(interaction)) return;
    const { isThere, mistake } = conclude(ANSWER, interaction, await say(interaction, drawing, manner));
    if (isThere) interaction.replied = true;
    if (mistake) conclude("an apology", interaction, await say(interaction, drawApology(mistake), manner));
  };

  return {
    received(interaction) {
      receipts.of(interaction);
      if (!interaction.isRepliable()) return;
      const act = () => hurrying.set(interaction, acknowledgeMeanwhile(interaction));
      timers.set(interaction, setTimeout(act, hurry).unref());
    },
    respond,
    async defer(interaction, manner) {
      await begin(interaction);
      if (interaction.deferred) return;
      const options = manner === "privately" ? { flags: MessageFlags.Ephemeral as const } : {};
      const { isThere } = await first("a deferral", interaction, () => interaction.deferReply(options));
      if (isThere) interaction.deferred = true;
    },
    async deferUpdate(interaction) {
      await begin(interaction);
      if (interaction.deferred) return;
      const { isThere } = await first("a deferral", interaction, () => interaction.deferUpdate());
      if (isThere) interaction.deferred = true;
    },
    async open(interaction, modal) {
      await begin(interaction);
      const { mistake } = await first("a form", interaction, () => interaction.showModal(modal));
      if (mistake) await respond(interaction, drawApology(mistake), "privately");
    },
    async update(interaction, drawing) {
      await begin(interaction);
      const edit = () => (interaction.deferred ? interaction.editReply(drawing) : interaction.update(drawing));
      const { isThere, mistake } = interaction.deferred
        ? conclude(ANSWER, interaction, await later(interaction, edit))
        : await first(ANSWER, interaction, edit);
      if (isThere) interaction.replied = true;
      if (mistake) await respond(interaction, drawApology(mistake), "privately");
    },
    async suggest(interaction, suggestions) {
      const choices = suggestions.slice(0, MAX_CHOICES).map((suggestion) => ({ ...suggestion }));
      await first("suggestions", interaction, () => interaction.respond(choices));
    },
    async removeSource(interaction) {
      await begin(interaction);
      if (!interaction.deferred) {
        const { isThere } = await first("a deferral", interaction, () => interaction.deferUpdate());
        if (!isThere) return;
        interaction.deferred = true;
      }
      conclude("a removal", interaction, await later(interaction, () => interaction.deleteReply()));
    },
  };
}

const ANSWER = "an answer";

const idsOf = ({ id, guildId, channelId }: BaseInteraction): Ids => ({
  interaction: id,
  server: guildId,
  channel: channelId,
});
