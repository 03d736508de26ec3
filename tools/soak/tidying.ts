/** Keeps the sandbox of a long run small: what nobody asks for any more is thrown away. */
import type { Sandbox } from "discord-sandbox";

const KEPT_POSTS = 150;
/** Milliseconds after which nobody comes back to an interaction. */
const INTERACTION_LIFE = 180_000;

export function tidy({ world }: Sandbox): void {
  for (const { posts } of world.channels.values()) {
    let surplus = posts.size - KEPT_POSTS;
    for (const id of posts.keys()) {
      if (surplus <= 0) break;
      posts.delete(id);
      surplus -= 1;
    }
  }
  const now = world.now();
  for (const [id, { openedAt, payload }] of world.interactions) {
    if (now - openedAt < INTERACTION_LIFE) break;
    world.interactions.delete(id);
    world.tokens.delete(payload.token);
  }
  for (const [nonce, { at }] of world.nonces) {
    if (now - at < world.times.nonceLife) break;
    world.nonces.delete(nonce);
  }
}
