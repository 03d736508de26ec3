/** Keeps what the bot and its Discord last said to each other, and finds what belongs to one message. */
import type { Sandbox } from "discord-sandbox";
import type { Post } from "discord-sandbox/model";
import type { Exchange } from "discord-sandbox/rest";
import type { Dispatch } from "discord-sandbox/session";
import type { Exchanged } from "./protocol.js";

export interface Wiretap {
  /** What led to the message, what it led to, and what was done with it, in order of time. */
  recordsOf(post: Post): Exchanged[];
  stop(): void;
}

interface Kept {
  readonly exchanged: Exchanged;
  /** The messages and interactions that it is about. */
  readonly about: ReadonlySet<string>;
}

const MOST_KEPT = 2000;

export function tap(sandbox: Sandbox): Wiretap {
  const kept: Kept[] = [];
  const keep = (exchanged: Exchanged, about: readonly unknown[]) => {
    kept.push({ exchanged, about: new Set(about.filter((id) => typeof id === "string")) });
    if (kept.length > MOST_KEPT) kept.shift();
  };
  const hearDispatch = ({ t, d }: Dispatch) => {
    const { id, message, message_reference: reference, data } = d as Thing;
    if (!/^(MESSAGE|INTERACTION)_/.test(t)) return;
    keep({ kind: "gateway", at: sandbox.world.now(), event: t, body: d }, [
      id,
      message?.id,
      reference?.message_id,
      data?.target_id,
    ]);
  };
  const hearExchange = ({ method, path, status, requestBody, responseBody, at }: Exchange) => {
    const { id, resource } = (responseBody ?? {}) as Thing;
    const reference = (requestBody as Thing | undefined)?.message_reference;
    const interactions = path.split("/").map((part) => sandbox.world.tokens.get(part)?.payload.id);
    const things = [...path.matchAll(/\/(?:interactions|messages)\/(\d+)/g)].map(([, found]) => found);
    const about = [id, resource?.message?.id, reference?.message_id, ...interactions, ...things];
    keep({ kind: "rest", at, method, path, status, request: requestBody, response: responseBody }, about);
  };
  const stops = [sandbox.observeDispatches(hearDispatch), sandbox.observe(hearExchange)];

  return {
    recordsOf({ message }) {
      const ids = new Set([
        message.id,
        message.interaction_metadata?.id ?? message.message_reference?.message_id ?? message.id,
      ]);
      const concerns = ({ about }: Kept) => [...ids].some((id) => about.has(id));
      // A press of a button on the message, and the answer to a person's message, are known by ids of their own.
      for (const found of kept.filter(concerns)) {
        const { exchanged } = found;
        const [own] = found.about;
        if (exchanged.kind === "gateway" && own !== undefined) ids.add(own);
      }
      return kept.filter(concerns).map(({ exchanged }) => withoutTokens(exchanged));
    },
    stop() {
      for (const stop of stops) stop();
    },
  };
}

/** What may be in an event, a request or an answer, as far as it is looked at. */
interface Thing {
  readonly id?: string;
  readonly message?: { readonly id?: string };
  readonly message_reference?: { readonly message_id?: string };
  readonly data?: { readonly target_id?: string };
  readonly resource?: { readonly message?: { readonly id?: string } };
}

const HIDDEN = "(hidden)";

function withoutTokens(exchanged: Exchanged): Exchanged {
  const clean: Exchanged = JSON.parse(
    JSON.stringify(exchanged, (key, value) => (key === "token" && typeof value === "string" ? HIDDEN : value)),
  );
  if (clean.kind === "gateway") return clean;
  return { ...clean, path: clean.path.replace(/\/[\w.-]{40,}(?=\/|$)/g, `/${HIDDEN}`) };
}
