/** Interactions as Discord sends them over HTTP: signed, one request each. */
import { sign } from "node:crypto";
import type { Sandbox } from "discord-sandbox";
import type { Pool } from "undici";

export type SignedRequest = Parameters<Pool["request"]>[0];

/** Signed with this second's time: good for a minute. */
export function signRequest({ store }: Sandbox, path: string, payload: object): SignedRequest {
  const body = JSON.stringify(payload);
  const timestamp = String(Math.floor(store.now() / 1000));
  const headers = {
    "content-type": "application/json",
    "x-signature-timestamp": timestamp,
    "x-signature-ed25519": sign(null, Buffer.from(timestamp + body), store.privateKey).toString("hex"),
  };
  return { method: "POST", path, headers, body };
}

/** Waits for the whole answer; throws at one that is none. */
export async function send(pool: Pool, request: SignedRequest): Promise<void> {
  const { statusCode, body } = await pool.request(request);
  if (statusCode !== 200) throw new Error(`no answer that can be measured: ${statusCode} ${await body.text()}`);
  await body.dump();
}
