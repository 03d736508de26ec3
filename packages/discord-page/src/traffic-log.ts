/** Keeps the latest traffic between the bot and the sandbox, and finds the records that belong to one message. */
import type { Sandbox } from "discord-sandbox";
import type { Post } from "discord-sandbox/model";
import type { Exchange } from "discord-sandbox/rest";
import type { Dispatch } from "discord-sandbox/session";
import type { TrafficRecord } from "./protocol.js";

interface Kept {
  readonly record: TrafficRecord;
  /** The ids of the messages and interactions that it is about. */
  readonly about: ReadonlySet<string>;
}

const MOST_KEPT = 2000;

export type TrafficLog = ReturnType<typeof recordTraffic>;

export function recordTraffic(sandbox: Sandbox) {
  const kept: Kept[] = [];
  const keep = (record: TrafficRecord, about: readonly unknown[]) => {
    kept.push({ record, about: new Set(about.filter((id) => typeof id === "string")) });
    if (kept.length > MOST_KEPT) kept.shift();
  };
  const handleDispatch = ({ t, d }: Dispatch) => {
    const { id, message, message_reference: reference, data } = d as Thing;
    if (!/^(MESSAGE|INTERACTION)_/.test(t)) return;
    keep({ kind: "gateway", at: sandbox.store.now(), event: t, body: d }, [
      id,
      message?.id,
      reference?.message_id,
      data?.target_id,
    ]);
  };
  const handleExchange = ({ method, path, status, requestBody, responseBody, at }: Exchange) => {
    const { id, resource } = (responseBody ?? {}) as Thing;
    const reference = (requestBody as Thing | undefined)?.message_reference;
    const interactions = path.split("/").map((part) => sandbox.store.tokens.get(part)?.payload.id);
    const things = [...path.matchAll(/\/(?:interactions|messages)\/(\d+)/g)].map(([, found]) => found);
    const about = [id, resource?.message?.id, reference?.message_id, ...interactions, ...things];
    keep({ kind: "rest", at, method, path, status, request: requestBody, response: responseBody }, about);
  };
  const stops = [sandbox.observeDispatches(handleDispatch), sandbox.observe(handleExchange)];

  return {
    /** Returns what led to the message and what followed from it, in the order of time. */
    recordsOf({ message }: Post): TrafficRecord[] {
      const ids = new Set([
        message.id,
        message.interaction_metadata?.id ?? message.message_reference?.message_id ?? message.id,
      ]);
      const concerns = ({ about }: Kept) => [...ids].some((id) => about.has(id));
      // Presses of buttons on the message and replies to it have other ids.
      for (const found of kept.filter(concerns)) {
        const { record } = found;
        const [own] = found.about;
        if (record.kind === "gateway" && own !== undefined) ids.add(own);
      }
      return kept.filter(concerns).map(({ record }) => withoutTokens(record));
    },
    stop(): void {
      for (const stop of stops) stop();
    },
  };
}

/** The fields of an event, a request or a response that hold ids. */
interface Thing {
  readonly id?: string;
  readonly message?: { readonly id?: string };
  readonly message_reference?: { readonly message_id?: string };
  readonly data?: { readonly target_id?: string };
  readonly resource?: { readonly message?: { readonly id?: string } };
}

const HIDDEN = "(hidden)";

function withoutTokens(record: TrafficRecord): TrafficRecord {
  const clean: TrafficRecord = JSON.parse(
    JSON.stringify(record, (key, value) => (key === "token" && typeof value === "string" ? HIDDEN : value)),
  );
  if (clean.kind === "gateway") return clean;
  return { ...clean, path: clean.path.replace(/\/[\w.-]{40,}(?=\/|$)/g, `/${HIDDEN}`) };
}
