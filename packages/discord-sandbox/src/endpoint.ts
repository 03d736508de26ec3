/** Sends interactions over HTTP as Discord does: signed, and at times wrongly, to check that the bot verifies them. */
import { sign } from "node:crypto";
import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import {
  type APIInteraction,
  type APIInteractionResponse,
  InteractionResponseType,
  InteractionType,
} from "discord-api-types/v10";
import { acknowledge } from "./interactions.js";
import { isRefusal } from "./refusals.js";
import type { Exchange } from "./rest.js";
import type { Store } from "./store.js";

export type Endpoint = Omit<ReturnType<typeof createEndpoint>, "stop">;

interface BotReply {
  readonly status: number;
  readonly body: string;
}

const PING = JSON.stringify({ type: InteractionType.Ping });
const WRONG = "0".repeat(128);
/** Milliseconds after which an idle connection is closed. If the bot closed it first, a request could be lost. */
const IDLE = 1000;
/** One of this many interactions is preceded by a copy with a wrong signature. */
const PROBE_EVERY = 10;

export function createEndpoint(store: Store, observe: (exchange: Exchange) => void) {
  const agent = new Agent({ keepAlive: true, timeout: IDLE });
  const complaints: string[] = [];
  let urls: readonly string[] = [];
  let sent = 0;

  const post = (url: string, body: string, { signature }: { signature?: string | null } = {}) =>
    postTo(agent, url, body, signedHeaders(store, body, signature), store.times.acknowledgeWithin);

  /** Posts to each instance in turn, or to the next if none listens. A request that was sent is not repeated. */
  const postToAny = async (body: string, signature?: string): Promise<BotReply> => {
    let last: unknown;
    const first = sent++;
    for (let tried = 0; tried < urls.length; tried++) {
      const url = urls[(first + tried) % urls.length] ?? "";
      try {
        return await post(url, body, { ...(signature && { signature }) });
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "ECONNREFUSED") throw error;
        last = error;
      }
    }
    throw last;
  };

  const conclude = (interaction: APIInteraction, { status, body }: BotReply): void => {
    const { id, token } = interaction;
    if (status === 202) return;
    if (status !== 200) return void complaints.push(`Interaction ${id} was answered with ${status}`);
    const callback = JSON.parse(body) as APIInteractionResponse;
    const result = acknowledge(store, id, token, callback, []);
    const refusal = isRefusal(result) ? result : undefined;
    if (refusal) complaints.push(`Interaction ${id}: ${JSON.stringify(refusal.error)}`);
    observe({
      operation: "create_interaction_response",
      method: "POST",
      path: `/interactions/${id}/${token}/callback`,
      query: {},
      requestBody: callback,
      status: refusal?.status ?? 204,
      responseBody: refusal?.error,
      faulted: false,
      at: store.now(),
    });
  };

  let delivered = 0;
  const deliver = async (interaction: APIInteraction): Promise<void> => {
    const body = JSON.stringify(interaction);
    delivered += 1;
    if (delivered % PROBE_EVERY === 0 && (await postToAny(body, WRONG)).status !== 401)
      complaints.push(`Interaction ${interaction.id} was accepted with a wrong signature`);
    conclude(interaction, await postToAny(body));
  };

  const stopListening = store.listen((event) => {
    if (event.t !== "INTERACTION_CREATE" || store.interactionsUrl === null) return;
    deliver(event.d).catch((error: unknown) => void complaints.push(`Interaction ${event.d.id}: ${error}`));
  });

  return {
    /** The application's public key, in hexadecimal. */
    publicKey: store.publicKey,
    /** What went wrong: wrong signatures that were accepted, answers that were missing or that Discord would refuse. */
    complaints: complaints as readonly string[],
    /** Signs any text, and posts it to `url`. */
    post,
    /**
     * Sends all interactions to these URLs from now on, once each has answered a PING and refused one with a wrong
     * signature; rejects if one did not. Several take turns, as behind a proxy: if one can't be reached, the next one gets
     * the request, but a request that was already sent is not repeated.
     */
    async use(...chosen: [string, ...string[]]): Promise<void> {
      for (const url of chosen) {
        const refused = await post(url, PING, { signature: WRONG });
        const pong = await post(url, PING);
        const isPong =
          pong.status === 200 && (JSON.parse(pong.body) as { type?: unknown }).type === InteractionResponseType.Pong;
        if (refused.status !== 401 || !isPong)
          throw new Error("The specified interactions endpoint url could not be verified.");
      }
      urls = chosen;
      store.interactionsUrl = chosen[0];
    },
    stop(): void {
      stopListening();
      agent.destroy();
    },
  };
}

/** The headers of a request with this body. Another `signature` replaces the right one; there is none if it is null. */
export function signedHeaders({ now, privateKey }: Store, body: string, signature?: string | null) {
  const timestamp = String(Math.floor(now() / 1000));
  const right = () => sign(null, Buffer.from(timestamp + body), privateKey).toString("hex");
  return {
    "content-type": "application/json",
    "x-signature-timestamp": timestamp,
    ...(signature !== null && { "x-signature-ed25519": signature ?? right() }),
  };
}

function postTo(
  agent: Agent,
  url: string,
  body: string,
  headers: Record<string, string>,
  within: number,
): Promise<BotReply> {
  return new Promise((resolve, reject) => {
    const outgoing = request(url, { method: "POST", agent, headers }, (incoming) => {
      text(incoming).then((read) => resolve({ status: incoming.statusCode ?? 0, body: read }), reject);
    });
    const timer = setTimeout(() => outgoing.destroy(new Error(`No answer within ${within} ms`)), Math.max(0, within));
    outgoing.on("error", reject);
    outgoing.on("close", () => clearTimeout(timer));
    outgoing.end(body);
  });
}
