/** What the sandbox's people can type: subcommands, also of namesakes on one server, and channels as options. */
import { Client, Events, GatewayIntentBits, Routes } from "discord.js";
import { expect, it, onTestFinished } from "vitest";
import { openJudgedSandbox } from "./judged-sandbox.js";

const SUBCOMMAND = 1;
const CHANNEL = 7;
const TEXT_CHANNEL = 0;
const ANNOUNCEMENTS = 5;

async function openBot() {
  const sandbox = await openJudgedSandbox({ channels: ["general", "help"] });
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: sandbox.url } });
  onTestFinished(() => client.destroy());
  const ready = new Promise((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  await ready;
  const place = (types: number[]) => ({
    type: CHANNEL,
    name: "place",
    description: "x",
    required: true,
    channel_types: types,
  });
  const subcommand = (name: string, ...options: object[]) => ({ type: SUBCOMMAND, name, description: "x", options });
  const group = (...options: object[]) => [{ name: "group", description: "x", options }];
  const pick = [subcommand("pick", place([TEXT_CHANNEL])), subcommand("announce", place([ANNOUNCEMENTS]))];
  await client.rest.put(Routes.applicationCommands(sandbox.bot.id), { body: group(...pick) });
  const route = Routes.applicationGuildCommands(sandbox.bot.id, sandbox.store.guild.id);
  await client.rest.put(route, { body: group(subcommand("here")) });
  client.on(Events.InteractionCreate, (interaction) => {
    if (!interaction.isChatInputCommand()) return;
    const name = interaction.options.getSubcommand();
    const channel = interaction.options.getChannel("place");
    void interaction.reply(`${name} ${channel?.id ?? ""} ${channel?.name ?? ""} ${interaction.commandGuildId ?? ""}`);
  });
  return { sandbox, ada: sandbox.person("ada") };
}

it("a channel is given by its id, and comes resolved", async () => {
  const { sandbox, ada } = await openBot();
  const { id } = sandbox.channel("help");
  const post = await ada.slash("group pick", { place: id }).post();
  expect(post.message.content).toBe(`pick ${id} help`);
});

it("a channel that is unknown or of another type can't be given", async () => {
  const { sandbox, ada } = await openBot();
  expect(() => ada.slash("group pick", { place: "1000000000000000000" })).toThrow("must be a channel's id");
  const { id } = sandbox.channel("help");
  expect(() => ada.slash("group announce", { place: id })).toThrow("isn't of a fitting type");
});

it("subcommands of a server's command stand beside those of the global one of the same name", async () => {
  const { sandbox, ada } = await openBot();
  const post = await ada.slash("group here").post();
  expect(post.message.content).toContain(sandbox.store.guild.id);
});
