/** Checks that a request comes from Discord, and just now (docs: interactions/overview, security and authorization). */
import { createPublicKey, verify } from "node:crypto";

/**
 * Seconds by which a request's time and ours may differ. Discord waits three seconds for an answer, so an older request
 * is a repetition by someone else; the rest is for clocks that differ.
 */
const WINDOW = 60;

const SIGNATURE = /^[0-9a-f]{128}$/i;
const TIMESTAMP = /^\d{1,12}$/;

/**
 * Returns what a request's headers claim; undefined if they can't be Discord's. `publicKey` is the application's, 64
 * hexadecimal digits; `now` is in milliseconds since 1970. Throws on a bad key.
 */
export function createSignatureCheck(publicKey: string, now: () => number) {
  const x = Buffer.from(publicKey, "hex").toString("base64url");
  const key = createPublicKey({ key: { kty: "OKP", crv: "Ed25519", x }, format: "jwk" });
  /** Takes the headers X-Signature-Ed25519 and X-Signature-Timestamp. */
  return (signature = "", timestamp = "") => {
    if (!SIGNATURE.test(signature) || !TIMESTAMP.test(timestamp)) return undefined;
    const age = Math.round(now() / 1000 - Number(timestamp));
    return {
      /** Seconds since the claimed time by our clock; negative if it is in the future. */
      age,
      isStale: Math.abs(age) > WINDOW,
      /** Returns whether the signature is that of `body`, byte for byte as it came, at the claimed time. */
      isOf: (body: Uint8Array): boolean =>
        verify(null, Buffer.concat([Buffer.from(timestamp), body]), key, Buffer.from(signature, "hex")),
    };
  };
}
