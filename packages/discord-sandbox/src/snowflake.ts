/** Ids carry their time as Discord's do, because clients read a message's age and a guild's shard out of them. */
import type { Snowflake } from "discord-api-types/v10";

const DISCORD_EPOCH = 1_420_070_400_000;

export function createSnowflakes(now: () => number): () => Snowflake {
  let last = 0n;
  return () => {
    const earliest = BigInt(Math.trunc(now()) - DISCORD_EPOCH) << 22n;
    last = earliest > last ? earliest : last + 1n;
    return String(last);
  };
}

export function shardOf(guildId: Snowflake, shardCount: number): number {
  return Number((BigInt(guildId) >> 22n) % BigInt(shardCount));
}

export function isSnowflake(text: string): boolean {
  return /^\d{17,20}$/.test(text);
}
