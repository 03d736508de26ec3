/** One action of a person, and everything that the bot has done in response so far. */
import type { Snowflake } from "discord-api-types/v10";
import type { BotResponse, Channel, Post, StoreEvent } from "./model.js";
import { isShown } from "./posts.js";
import { createSignal } from "./signal.js";
import type { Store } from "./store.js";

export type Action = ReturnType<typeof createAction>;

export function createAction(
  store: Store,
  event: StoreEvent & { d: { id: Snowflake } },
  channel: Channel,
  source?: Post,
) {
  const { id } = event.d;
  const responses: BotResponse[] = [];
  const signal = createSignal();
  const find = <T extends BotResponse>(
    wanted: (response: BotResponse) => response is T,
    within: number,
    awaited: string,
  ) => signal.until(() => responses.find(wanted), within, `${awaited} for ${event.t} ${id}`);
  return {
    /** The id of the message or of the interaction. */
    id,
    channel,
    /** The event that the gateway sent; it can be sent again. */
    event: event as StoreEvent,
    responses: responses as readonly BotResponse[],
    /** The message whose component was used. */
    source,
    /** The bot's first response; rejects after the sandbox's patience, or after `within` milliseconds. */
    answer: (within = store.times.patience): Promise<BotResponse> =>
      signal.until(() => responses[0], within, `answer to ${event.t} ${id}`),
    /** The first message a person can read, once "is thinking…" is over. Later edits show in the post itself. */
    async post(within = store.times.patience): Promise<Post> {
      const response = await find((response) => "post" in response, within, "message");
      const { post } = response;
      const written = response.kind === "update-later" ? response.version : 0;
      await post.signal.until(() => isShown(post) && post.versions.length > written, within, "text in the message");
      return post;
    },
    choices: async () =>
      (await find((response) => response.kind === "choices", store.times.patience, "choices")).choices,
    modal: async () => (await find((response) => response.kind === "modal", store.times.patience, "modal")).modal,
    record(response: BotResponse): void {
      responses.push(response);
      signal.notify();
    },
  };
}

/**
 * Finds what an ordinary message of the bot answers: the message it refers to, else the channel's latest. Returns the
 * function that registers an action for that.
 */
export function matchReplies(store: Store): (action: Action) => void {
  const said = new Map<Snowflake, Action>();
  const latest = new Map<Snowflake, Action>();
  store.listen((event) => {
    if (event.t !== "MESSAGE_CREATE" || event.d.author.id !== store.bot.id || event.d.webhook_id) return;
    const post = store.channels.get(event.d.channel_id)?.posts.get(event.d.id);
    const reference = event.d.message_reference?.message_id;
    const action = reference ? said.get(reference) : latest.get(event.d.channel_id);
    if (post) action?.record({ kind: "message", post });
  });
  return (action) => {
    said.set(action.id, action);
    latest.set(action.channel.id, action);
  };
}
