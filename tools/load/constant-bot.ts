/** The program to compare with: a bare discord.js bot that answers every interaction with the same words, at once. */
import { Client, Events, GatewayIntentBits, Partials } from "discord.js";

/** As long as an ordinary answer. */
const CONSTANT = "Nothing was ever prohibited under the order, and it was revoked. ".repeat(12).trim();
const CHOICES = Array.from({ length: 10 }, (_, index) => ({ name: `Choice ${index}`, value: `choice-${index}` }));

const { DISCORD_TOKEN: token = "", DISCORD_API: api = "" } = process.env;
const { Guilds, GuildMessages, DirectMessages } = GatewayIntentBits;
const client = new Client({
  intents: [Guilds, GuildMessages, DirectMessages],
  partials: [Partials.Channel, Partials.Message],
  rest: { api },
});
client.on(Events.Error, (error) => process.stderr.write(`${error.message}\n`));
client.on(Events.InteractionCreate, async (interaction) => {
  if (interaction.isAutocomplete()) await interaction.respond(CHOICES);
  else if (interaction.isRepliable()) await interaction.reply(CONSTANT);
});
client.once(Events.ClientReady, () => process.stdout.write(`${JSON.stringify({ level: 30, msg: "bot.connected" })}\n`));
process.once("SIGTERM", () => void client.destroy().then(() => process.exit(0)));
await client.login(token);
