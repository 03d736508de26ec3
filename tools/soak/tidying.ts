/** Keeps the sandbox of a long run small: what nobody asks for any more is thrown away. */
import type { Sandbox } from "discord-sandbox";

const KEPT_POSTS = 150;
/** Milliseconds after which nobody comes back to an interaction. */
const INTERACTION_LIFE = 180_000;

export function tidy({ store }: Sandbox): void {
  for (const { posts } of store.channels.values()) {
    let surplus = posts.size - KEPT_POSTS;
    for (const id of posts.keys()) {
      if (surplus <= 0) break;
      posts.delete(id);
      surplus -= 1;
    }
  }
  const now = store.now();
  for (const [id, { openedAt, payload }] of store.interactions) {
    if (now - openedAt < INTERACTION_LIFE) break;
    store.interactions.delete(id);
    store.tokens.delete(payload.token);
  }
  for (const [nonce, { at }] of store.nonces) {
    if (now - at < store.times.nonceLife) break;
    store.nonces.delete(nonce);
  }
}
