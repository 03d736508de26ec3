import { Client, GatewayIntentBits } from "discord.js";
import { openSandbox } from "discord-sandbox";
import { expect, test } from "vitest";

test("the bot greets whoever mentions it", async () => {
  const sandbox = await openSandbox({ channels: ["general"] });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMessages],
    rest: { api: sandbox.url },
  });
  client.on("messageCreate", (message) => message.mentions.has(client.user?.id ?? "") && message.reply("Hello!"));
  await client.login(sandbox.token);
  const post = await sandbox.person("ada").say("general", `<@${sandbox.bot.id}> hi`).post();
  expect(post.message.content).toBe("Hello!");
  await client.destroy();
  await sandbox.close();
});
