/** The codes with which Discord's gateway closes a connection for good, and what to do about each. */
import { GatewayCloseCodes } from "discord.js";

const PORTAL = "the Discord Developer Portal (https://discord.com/developers/applications), your application, Bot";

const REASONS: Readonly<Record<number, string>> = {
  [GatewayCloseCodes.AuthenticationFailed]: `Discord refused the bot's token: take a new one from ${PORTAL}, Reset Token, and set DISCORD_TOKEN to it`,
  [GatewayCloseCodes.InvalidShard]:
    "Discord refused the number of shards: look at SHARDS, which all machines with one token must agree on",
  [GatewayCloseCodes.ShardingRequired]:
    "Discord wants more shards: the bot is on more servers than the shards that SHARDS names may serve",
  [GatewayCloseCodes.InvalidAPIVersion]: "Discord no longer speaks this version of its gateway: update the bot",
  [GatewayCloseCodes.InvalidIntents]: `Discord does not know an intent that the bot asked for: update the bot, and look at ${PORTAL}, Privileged Gateway Intents, Message Content Intent`,
  [GatewayCloseCodes.DisallowedIntents]: `Discord does not allow an intent that the bot asked for: switch on the Message Content Intent in ${PORTAL}, Privileged Gateway Intents`,
};

/** Returns one line: a reason for the codes that Discord documents as final, and the number for others. */
export const explainCloseCode = (code: number): string =>
  `${REASONS[code] ?? "Discord ended the connection for good"} (close code ${code}).`;

export const REFUSED_TOKEN = `Discord refused the bot's token (401): take a new one from ${PORTAL}, Reset Token, and set DISCORD_TOKEN to it.`;
