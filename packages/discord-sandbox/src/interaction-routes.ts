/** The routes that an interaction's token allows: its one acknowledgement, its messages, its follow-ups. */
import { type APIInteractionResponse, MessageFlags } from "discord-api-types/v10";
import {
  acknowledge,
  type CallbackResult,
  findByToken,
  findInteractionPost,
  respond,
  rewrite,
} from "./interactions.js";
import type { MessageBody } from "./message-schema.js";
import type { Interaction, Post, Store } from "./model.js";
import { withdraw } from "./posts.js";
import { isRefusal, type Refusal } from "./refusals.js";
import type { Answer, Call, Route } from "./route.js";

const WEBHOOK = "/webhooks/:webhook/:token";

export const interactionRoutes: readonly Route[] = [
  {
    operation: "create_interaction_response",
    method: "POST",
    path: "/interactions/:interaction/:token/callback",
    byToken: true,
    handle: answerInteraction,
  },
  { operation: "execute_webhook", method: "POST", path: WEBHOOK, byToken: true, handle: followUp },
  ...(["@original", ":message"] as const).flatMap((message): Route[] => {
    const path = `${WEBHOOK}/messages/${message}`;
    const name = message === "@original" ? "original_webhook_message" : "webhook_message";
    return [
      { operation: `get_${name}`, method: "GET", path, byToken: true, handle: readPost },
      { operation: `update_${name}`, method: "PATCH", path, byToken: true, handle: editPost },
      { operation: `delete_${name}`, method: "DELETE", path, byToken: true, handle: deletePost },
    ];
  }),
];

function answerInteraction(store: Store, { params, query, body, uploads }: Call): Answer | Refusal {
  const { interaction: id = "", token = "" } = params;
  const callback = (body ?? {}) as APIInteractionResponse;
  const result = acknowledge(store, id, token, callback, uploads);
  if (isRefusal(result)) return result;
  if (query.get("with_response") !== "true") return { status: 204 };
  const interaction = store.interactions.get(id);
  return { status: 200, body: describeCallback(interaction, result) };
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

function followUp(store: Store, { params, body, uploads }: Call): Answer | Refusal {
  const interaction = findByToken(store, params["webhook"] ?? "", params["token"] ?? "");
  if (isRefusal(interaction)) return interaction;
  const { original } = interaction;
  const post = respond(store, interaction, (body ?? {}) as MessageBody, uploads);
  if (isRefusal(post)) return post;
  // The first follow-up to "is thinking…" takes its place, and is not a new message.
  if (post !== original) interaction.record({ kind: "message", post, at: store.now() });
  return { status: 200, body: post.message };
}

function findTarget(store: Store, { params }: Call): Post | Refusal {
  const interaction = findByToken(store, params["webhook"] ?? "", params["token"] ?? "");
  return isRefusal(interaction) ? interaction : findInteractionPost(interaction, params["message"] ?? "@original");
}

function readPost(store: Store, call: Call): Answer | Refusal {
  const post = findTarget(store, call);
  return isRefusal(post) ? post : { status: 200, body: post.message };
}

function editPost(store: Store, call: Call): Answer | Refusal {
  const post = findTarget(store, call);
  if (isRefusal(post)) return post;
  const refusal = rewrite(store, post, (call.body ?? {}) as MessageBody, call.uploads);
  return refusal ?? { status: 200, body: post.message };
}

function deletePost(store: Store, call: Call): Answer | Refusal {
  const post = findTarget(store, call);
  if (isRefusal(post)) return post;
  withdraw(store, post);
  return { status: 204 };
}
