/** The routes that an interaction's token allows: its one acknowledgement, its messages, its follow-ups. */
import { type APIInteractionResponse, MessageFlags } from "discord-api-types/v10";
import { acknowledge, type CallbackResult, findByToken, findInteractionPost, respond } from "./interactions.js";
import { rewrite } from "./message-body.js";
import type { Interaction, Post } from "./model.js";
import { withdraw } from "./posts.js";
import { isRefusal, type Refusal } from "./refusals.js";
import { type Answer, type Call, ok, type Route, route } from "./route.js";
import type { Store } from "./store.js";

const WEBHOOK = "/webhooks/:webhook/:token";

export const interactionRoutes: readonly Route[] = [
  route("create_interaction_response", "POST", "/interactions/:interaction/:token/callback", answerInteraction, true),
  route("execute_webhook", "POST", WEBHOOK, onInteraction(followUp), true),
  ...(["@original", ":message"] as const).flatMap((message) => {
    const path = `${WEBHOOK}/messages/${message}`;
    const name = message === "@original" ? "original_webhook_message" : "webhook_message";
    return [
      route(
        `get_${name}`,
        "GET",
        path,
        onPost((_, { message }) => ok(message)),
        true,
      ),
      route(`update_${name}`, "PATCH", path, onPost(editPost), true),
      route(`delete_${name}`, "DELETE", path, onPost(deletePost), true),
    ];
  }),
];

function onInteraction(
  handle: (store: Store, interaction: Interaction, call: Call) => Answer | Refusal,
): Route["handle"] {
  return (store, call) => {
    const interaction = findByToken(store, call.params["webhook"] ?? "", call.params["token"] ?? "");
    return isRefusal(interaction) ? interaction : handle(store, interaction, call);
  };
}

function onPost(handle: (store: Store, post: Post, call: Call) => Answer | Refusal): Route["handle"] {
  return onInteraction((store, interaction, call) => {
    const post = findInteractionPost(interaction, call.params["message"] ?? "@original");
    return isRefusal(post) ? post : handle(store, post, call);
  });
}

function answerInteraction(store: Store, { params, query, body, uploads }: Call): Answer | Refusal {
  const { interaction: id = "", token = "" } = params;
  const callback = (body ?? {}) as APIInteractionResponse;
  const result = acknowledge(store, id, token, callback, uploads);
  if (isRefusal(result)) return result;
  if (query.get("with_response") !== "true") return { status: 204 };
  const interaction = store.interactions.get(id);
  return ok(describeCallback(interaction, result));
}

/**
 * The published schema has resources of messages for the types 4 and 7 only, so a deferral's counts as the message it
 * announces.
 */
function describeCallback(interaction: Interaction | undefined, resource: CallbackResult | undefined): object {
  const { id, type, guild_id } = interaction?.payload ?? {};
  const flags = resource?.message.flags ?? 0;
  const response = resource && {
    response_message_id: resource.message.id,
    response_message_loading: (flags & MessageFlags.Loading) !== 0,
    response_message_ephemeral: (flags & MessageFlags.Ephemeral) !== 0,
  };
  const place = { channel_id: interaction?.channel.id, ...(guild_id && { guild_id }) };
  return { interaction: { id, type, ...place, ...response }, ...(resource && { resource }) };
}

function followUp(store: Store, interaction: Interaction, call: Call): Answer | Refusal {
  const { original } = interaction;
  const post = respond(store, interaction, call);
  if (isRefusal(post)) return post;
  // The first follow-up to "is thinking…" takes its place, and is not a new message.
  if (post !== original) interaction.record({ kind: "message", post });
  return ok(post.message);
}

function editPost(store: Store, post: Post, call: Call): Answer | Refusal {
  return rewrite(store, post, call) ?? ok(post.message);
}

function deletePost(store: Store, post: Post): Answer {
  withdraw(store, post);
  return { status: 204 };
}
