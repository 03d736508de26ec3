/** One route of the sandbox's REST API: its request and its answer. */
import type { Upload } from "./message-body.js";
import type { Refusal } from "./refusals.js";
import type { Store } from "./store.js";

export interface Call {
  readonly params: Record<string, string>;
  readonly query: URLSearchParams;
  readonly body: unknown;
  readonly uploads: readonly Upload[];
}

export interface Answer {
  status: number;
  /** Left out for 204: a body labelled JSON but empty breaks clients. */
  body?: unknown;
  headers?: Record<string, string>;
}

export interface Route {
  /** Discord's operationId. */
  readonly operation: string;
  readonly method: string;
  /** Parameters are written `:name`. */
  readonly path: string;
  readonly handle: (store: Store, call: Call) => Answer | Refusal;
  /** The token in the path is the authorization, and the global rate limit doesn't count. */
  readonly byToken: boolean;
}

export const route = (
  operation: string,
  method: string,
  path: string,
  handle: Route["handle"],
  byToken = false,
): Route => ({ operation, method, path, handle, byToken });

export const ok = (body: unknown): Answer => ({ status: 200, body });
