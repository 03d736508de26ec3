/** One thing a person did, and everything the bot has done about it so far. */
import type {
  APIApplicationCommandOptionChoice,
  APIModalInteractionResponseCallbackData,
  Snowflake,
} from "discord-api-types/v10";
import { type Bell, createBell } from "./bell.js";
import type { WorldEvent } from "./events.js";
import type { Channel, Deed, Post, World } from "./model.js";
import { isShown } from "./posts.js";

export interface Act {
  /** The id of the message or of the interaction. */
  readonly id: Snowflake;
  readonly at: number;
  readonly channel: Channel;
  /** The message whose component was used. */
  readonly source?: Post;
  /** What the gateway was told, good for telling it again. */
  readonly event: WorldEvent;
  readonly deeds: readonly Deed[];
  /** The bot's first deed; rejects after the sandbox's patience, or after `within` milliseconds. */
  answer(within?: number): Promise<Deed>;
  /** The first message a person can read, once "is thinking…" is over. Later edits show in the post itself. */
  post(within?: number): Promise<Post>;
  choices(within?: number): Promise<APIApplicationCommandOptionChoice[]>;
  modal(within?: number): Promise<APIModalInteractionResponseCallbackData>;
  record(deed: Deed): void;
}

export function createAct(
  world: World,
  event: WorldEvent & { d: { id: Snowflake } },
  channel: Channel,
  source?: Post,
): Act {
  const { id } = event.d;
  const deeds: Deed[] = [];
  const bell = createBell();
  const find = <T extends Deed>(wanted: (deed: Deed) => deed is T, within: number, awaited: string) =>
    bell.until(() => deeds.find(wanted), within, `${awaited} for ${event.t} ${id}`);
  return {
    id,
    at: world.now(),
    channel,
    event,
    deeds,
    ...(source && { source }),
    answer: (within = world.times.patience) => bell.until(() => deeds[0], within, `answer to ${event.t} ${id}`),
    async post(within = world.times.patience) {
      const deed = await find((deed) => "post" in deed, within, "message");
      const written = deed.kind === "update-later" ? deed.version : 0;
      await until(deed.post.bell, () => isShown(deed.post) && deed.post.versions.length > written, within);
      return deed.post;
    },
    choices: async (within = world.times.patience) =>
      (await find((deed) => deed.kind === "choices", within, "choices")).choices,
    modal: async (within = world.times.patience) =>
      (await find((deed) => deed.kind === "modal", within, "modal")).modal,
    record(deed) {
      deeds.push(deed);
      bell.ring();
    },
  };
}

const until = (bell: Bell, look: () => boolean, within: number) => bell.until(look, within, "text in the message");

/** Finds what an ordinary message of the bot answers: the message it refers to, else the channel's latest. */
export function matchReplies(world: World): { expect(act: Act): void } {
  const said = new Map<Snowflake, Act>();
  const latest = new Map<Snowflake, Act>();
  world.listen((event) => {
    if (event.t !== "MESSAGE_CREATE" || event.d.author.id !== world.bot.id || event.d.webhook_id) return;
    const post = world.channels.get(event.d.channel_id)?.posts.get(event.d.id);
    const reference = event.d.message_reference?.message_id;
    const act = reference ? said.get(reference) : latest.get(event.d.channel_id);
    if (post) act?.record({ kind: "message", post, at: world.now() });
  });
  return {
    expect(act) {
      said.set(act.id, act);
      latest.set(act.channel.id, act);
    },
  };
}
