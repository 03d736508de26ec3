/** Interactions as Discord sends them over HTTP: signed, one request each. */
import type { Sandbox } from "discord-sandbox";
import { signedHeaders } from "discord-sandbox/endpoint";
import type { Pool } from "undici";

export type SignedRequest = Parameters<Pool["request"]>[0];

/** Signed with this second's time: good for a minute. */
export function signRequest({ store }: Sandbox, path: string, payload: object): SignedRequest {
  const body = JSON.stringify(payload);
  return { method: "POST", path, headers: signedHeaders(store, body), body };
}

/** Waits for the whole answer; throws at one that is none. */
export async function send(pool: Pool, request: SignedRequest): Promise<void> {
  const { statusCode, body } = await pool.request(request);
  if (statusCode !== 200) throw new Error(`no answer that can be measured: ${statusCode} ${await body.text()}`);
  await body.dump();
}
