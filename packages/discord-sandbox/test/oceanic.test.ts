/** A second, unrelated library keeps the sandbox from being shaped around discord.js. */
import { type AnyInteractionGateway, ApplicationCommandTypes, Client, type Message } from "oceanic.js";
import { expect, it, onTestFinished } from "vitest";
import { openJudgedSandbox } from "./judged-sandbox.js";

async function openBot() {
  const sandbox = await openJudgedSandbox();
  const client = new Client({
    auth: `Bot ${sandbox.token}`,
    rest: { baseURL: `${sandbox.url}/v10` },
    gateway: { intents: ["GUILDS", "GUILD_MESSAGES", "DIRECT_MESSAGES"], compress: "zlib-stream" },
    allowedMentions: { everyone: false, repliedUser: false, users: false, roles: false },
  });
  client.on("error", () => undefined);
  onTestFinished(() => client.disconnect(false));
  const ready = new Promise<void>((resolve) => client.once("ready", resolve));
  await client.connect();
  await ready;
  return { sandbox, client, ada: sandbox.person("ada") };
}

const button = { type: 2, style: 1, customID: "more", label: "More" } as const;

async function answer(interaction: AnyInteractionGateway): Promise<unknown> {
  if (interaction.isAutocompleteInteraction()) return interaction.result([{ name: "why", value: "why" }]);
  if (interaction.isComponentInteraction()) return interaction.editParent({ content: "more", components: [] });
  if (!interaction.isCommandInteraction()) return;
  await interaction.defer();
  await interaction.editOriginal({ content: "the answer", components: [{ type: 1, components: [button] }] });
  return interaction.createFollowup({ content: "and more" });
}

it("oceanic.js logs in, registers, and answers commands, buttons, mentions and direct messages", async () => {
  const { sandbox, client, ada } = await openBot();
  client.on("interactionCreate", answer);
  client.on("messageCreate", async (message: Message) => {
    if (message.author.bot) return;
    const reply = { content: `heard: ${message.content}`, messageReference: { messageID: message.id } };
    await client.rest.channels.createMessage(message.channelID, reply);
  });
  const question = { type: 3, name: "question", description: "What", required: true, autocomplete: true } as const;
  await client.application.bulkEditGlobalCommands([
    { type: ApplicationCommandTypes.CHAT_INPUT, name: "ask", description: "Asks", options: [question] },
  ]);

  expect(await ada.autocomplete("ask", { question: "w" }, "question").choices()).toHaveLength(1);
  const action = ada.slash("ask", { question: "why" });
  const post = await action.post();
  expect(post.message.content).toBe("the answer");
  expect((await ada.press(post, "more").post()).message.content).toBe("more");
  await expect.poll(() => action.responses.length).toBe(2);
  const mention = `<@${sandbox.bot.id}> hello`;
  expect((await ada.say("general", mention).post()).message.content).toBe(`heard: ${mention}`);
  expect((await ada.say(ada.dm(), "psst").post()).message.content).toBe("heard: psst");
});

it("oceanic.js resumes, and hears what it missed", async () => {
  const { sandbox, client, ada } = await openBot();
  const heard = new Promise((resolve) => client.once("messageCreate", ({ content }) => resolve(content)));
  const resumed = new Promise<void>((resolve) => client.once("shardResume", () => resolve()));
  sandbox.gateway.reset();
  ada.say(ada.dm(), "missed?");
  expect(await heard).toBe("missed?");
  await resumed;
});
