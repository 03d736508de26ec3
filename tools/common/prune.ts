/** Keeps the sandbox of a long run small. */
import type { Sandbox } from "discord-sandbox";

interface Kept {
  /** The latest ones of each channel. */
  readonly posts: number;
  /** Milliseconds for which the bot may come back to an interaction. */
  readonly interactions: number;
}

export function prune({ store }: Sandbox, kept: Kept): void {
  for (const { posts } of store.channels.values())
    for (const id of [...posts.keys()].slice(0, -kept.posts)) posts.delete(id);
  const now = store.now();
  for (const [id, { openedAt, payload }] of store.interactions) {
    if (now - openedAt < kept.interactions) break;
    store.interactions.delete(id);
    store.tokens.delete(payload.token);
  }
  for (const [nonce, { at }] of store.nonces) {
    if (now - at < store.times.nonceLife) break;
    store.nonces.delete(nonce);
  }
}
