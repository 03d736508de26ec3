/** Whether a request comes from Discord, and came just now (docs: interactions/overview, security and authorization). */
import { createPublicKey, verify } from "node:crypto";

export interface Signed {
  /** The headers X-Signature-Ed25519 and X-Signature-Timestamp. */
  readonly signature: string | undefined;
  readonly timestamp: string | undefined;
  /** As it came, byte for byte. */
  readonly body: Uint8Array;
}

/**
 * Seconds by which a request's time and ours may differ. Discord waits three seconds for an answer, so an older request
 * is a repetition by somebody else; the rest is for clocks that disagree.
 */
const WINDOW = 60;

const SIGNATURE = /^[0-9a-f]{128}$/i;
const TIMESTAMP = /^\d{1,12}$/;

export type SignatureCheck = (signed: Signed) => boolean;

/** `publicKey` is the application's, 64 hexadecimal digits; `now` is in milliseconds since 1970. Throws on a bad key. */
export function createSignatureCheck(publicKey: string, now: () => number): SignatureCheck {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  return ({ signature = "", timestamp = "", body }) => {
    if (!SIGNATURE.test(signature) || !TIMESTAMP.test(timestamp)) return false;
    if (Math.abs(now() / 1000 - Number(timestamp)) > WINDOW) return false;
    return verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex"));
  };
}
