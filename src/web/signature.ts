/** Whether a request comes from Discord, and came just now (docs: interactions/overview, security and authorization). */
import { createPublicKey, verify } from "node:crypto";

/** The headers X-Signature-Ed25519 and X-Signature-Timestamp. */
export interface SignatureHeaders {
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
}

/**
 * Seconds by which a request's time and ours may differ. Discord waits three seconds for an answer, so an older request
 * is a repetition by somebody else; the rest is for clocks that disagree.
 */
const WINDOW = 60;

const SIGNATURE = /^[0-9a-f]{128}$/i;
const TIMESTAMP = /^\d{1,12}$/;

/** What the headers alone rule out, before there is a body; else whether a body, byte for byte as it came, is theirs. */
export type Claim = { readonly refused: "signature" | "stale" } | { isOf(body: Uint8Array): boolean };

/** `publicKey` is the application's, 64 hexadecimal digits; `now` is in milliseconds since 1970. Throws on a bad key. */
export function createSignatureCheck(publicKey: string, now: () => number): (headers: SignatureHeaders) => Claim {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return ({ signature = "", timestamp = "" }) => {
    if (!SIGNATURE.test(signature) || !TIMESTAMP.test(timestamp)) return { refused: "signature" };
    if (Math.abs(now() / 1000 - Number(timestamp)) > WINDOW) return { refused: "stale" };
    return {
      isOf: (body) => verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex")),
    };
  };
}
