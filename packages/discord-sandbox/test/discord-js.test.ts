/** An unmodified discord.js client must not notice that it isn't on Discord. */
import {
  ActionRowBuilder,
  type ApplicationCommandDataResolvable,
  ApplicationCommandType,
  ButtonBuilder,
  ButtonStyle,
  Client,
  type ClientOptions,
  GatewayIntentBits,
  type Interaction,
  MessageFlags,
  ModalBuilder,
  Partials,
  SlashCommandBuilder,
  TextInputBuilder,
  TextInputStyle,
} from "discord.js";
import { describe, expect, it, onTestFinished } from "vitest";
import { failAfterwards } from "../src/faults.js";
import type { Sandbox } from "../src/sandbox.js";
import { openJudgedSandbox } from "./judged-sandbox.js";

const { Guilds, GuildMessages, DirectMessages, MessageContent } = GatewayIntentBits;

async function logIn(sandbox: Sandbox, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({
    intents: [Guilds, GuildMessages, DirectMessages],
    partials: [Partials.Channel],
    allowedMentions: { parse: [], repliedUser: false },
    rest: { api: sandbox.url },
    ...options,
  });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once("clientReady", resolve));
  await client.login(sandbox.token);
  return ready;
}

const COMMANDS: ApplicationCommandDataResolvable[] = [
  new SlashCommandBuilder()
    .setName("ask")
    .setDescription("Asks")
    .setNameLocalizations({ de: "frage" })
    .addStringOption((option) =>
      option.setName("question").setDescription("What").setRequired(true).setAutocomplete(true),
    )
    .toJSON(),
  new SlashCommandBuilder()
    .setName("list")
    .setDescription("Lists")
    .addSubcommand((sub) =>
      sub
        .setName("people")
        .setDescription("Of people")
        .addUserOption((option) => option.setName("who").setDescription("Who")),
    )
    .toJSON(),
  { name: "Ask about this", type: ApplicationCommandType.Message },
];

async function openBot(answer: (interaction: Interaction) => Promise<unknown>, options: Partial<ClientOptions> = {}) {
  const sandbox = await openJudgedSandbox();
  const client = await logIn(sandbox, options);
  await client.application.commands.set(COMMANDS);
  client.on("interactionCreate", (interaction) => answer(interaction));
  return { sandbox, client, ada: sandbox.person("ada") };
}

describe("an unmodified discord.js client", () => {
  it("logs in and finds its guild, its channel and itself", async () => {
    const sandbox = await openJudgedSandbox({ channels: ["general", "law"] });
    const client = await logIn(sandbox);
    expect(client.user.id).toBe(sandbox.bot.id);
    const guild = await client.guilds.fetch(sandbox.store.guild.id).catch(() => client.guilds.cache.first());
    expect(guild?.channels.cache.map(({ name }) => name)).toEqual(["general", "law"]);
    expect((await client.application.fetch()).owner?.id).toBe(sandbox.store.owner.id);
    expect((await client.channels.fetch(sandbox.channel("law").id, { force: true }))?.id).toBe(
      sandbox.channel("law").id,
    );
  });

  it("registers its commands and reads back what it wrote", async () => {
    const { client } = await openBot(async () => undefined);
    const listed = await client.application.commands.fetch({ withLocalizations: true });
    expect(listed.map(({ name }) => name)).toEqual(["ask", "list", "Ask about this"]);
    expect(listed.find(({ name }) => name === "ask")?.nameLocalizations).toEqual({ de: "frage" });
    const again = await client.application.commands.set(COMMANDS);
    expect(again.map(({ version }) => version)).toEqual(listed.map(({ version }) => version));
  });

  it("answers a slash command at once, and reads the message it sent", async () => {
    const { ada } = await openBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const question = interaction.options.getString("question", true);
      const { resource } = await interaction.reply({ content: `You asked: ${question}`, withResponse: true });
      await resource?.message?.edit(`${resource.message.content} (edited)`);
    });
    const post = await ada.slash("ask", { question: "why" }).post();
    await post.signal.until(() => post.versions.length === 2, 1000, "edit");
    expect(post.versions.map(({ content }) => content)).toEqual(["You asked: why", "You asked: why (edited)"]);
  });

  it("defers privately, edits, follows up and deletes", async () => {
    const { ada, sandbox } = await openBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      await interaction.editReply("the answer");
      const extra = await interaction.followUp({ content: "and more", flags: MessageFlags.Ephemeral });
      await interaction.webhook.editMessage(extra, "and more, edited");
      expect((await interaction.fetchReply()).content).toBe("the answer");
      await interaction.deleteReply();
    });
    const action = ada.slash("ask", { question: "why" });
    expect((await action.answer()).kind).toBe("thinking");
    const post = await action.post();
    expect(post.message.content).toBe("the answer");
    expect(post.onlyFor).toBe(ada.user.id);
    await post.signal.until(() => post.removed, 1000, "removal");
    expect(action.responses.map(({ kind }) => kind)).toEqual(["thinking", "message"]);
    expect(sandbox.channel("general").posts.size).toBe(1);
  });

  it("completes an option while it is typed", async () => {
    const { ada } = await openBot(async (interaction) => {
      if (!interaction.isAutocomplete()) return;
      await interaction.respond([{ name: `${interaction.options.getFocused()}…`, value: "x" }]);
    });
    expect(await ada.autocomplete("ask", { question: "wh" }, "question").choices()).toEqual([
      { name: "wh…", value: "x" },
    ]);
  });

  it("sees who is meant in a subcommand's option", async () => {
    const { ada } = await openBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.reply(
        `${interaction.options.getSubcommand()}: ${interaction.options.getUser("who")?.username}`,
      );
    });
    const post = await ada.slash("list people", { who: ada.user.id }).post();
    expect(post.message.content).toBe("people: ada");
  });

  it("updates a message when its button is pressed, and opens a modal from another", async () => {
    const { ada } = await openBot(async (interaction) => {
      const row = new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder().setCustomId("more").setLabel("More").setStyle(ButtonStyle.Primary),
        new ButtonBuilder().setCustomId("later").setLabel("Later").setStyle(ButtonStyle.Secondary),
        new ButtonBuilder().setCustomId("form").setLabel("Form").setStyle(ButtonStyle.Secondary),
      );
      if (interaction.isChatInputCommand()) await interaction.reply({ content: "first", components: [row] });
      if (interaction.isModalSubmit()) await interaction.reply(interaction.fields.getTextInputValue("why"));
      if (!interaction.isButton()) return;
      if (interaction.customId === "more") await interaction.update("second");
      if (interaction.customId === "later") {
        await interaction.deferUpdate();
        await interaction.editReply("third");
      }
      const field = new TextInputBuilder().setCustomId("why").setLabel("Why?").setStyle(TextInputStyle.Short);
      const modal = new ModalBuilder().setCustomId("modal").setTitle("A form");
      modal.addComponents(new ActionRowBuilder<TextInputBuilder>().addComponents(field));
      if (interaction.customId === "form") await interaction.showModal(modal);
    });
    const post = await ada.slash("ask", { question: "x" }).post();
    expect((await ada.press(post, "more").post()).message.content).toBe("second");
    expect((await ada.press(post, "later").post()).message.content).toBe("third");
    const opened = ada.press(post, "form");
    expect((await opened.modal()).title).toBe("A form");
    expect((await ada.submitModal(opened, { why: "because" }).post()).message.content).toBe("because");
  });

  it("is asked about a message through the Apps menu", async () => {
    const { ada } = await openBot(async (interaction) => {
      if (interaction.isMessageContextMenuCommand())
        await interaction.reply(`About: ${interaction.targetMessage.content}`);
    });
    const { said } = ada.say("general", "not for the bot");
    expect((await ada.useAppsMenu("Ask about this", said).post()).message.content).toBe("About: not for the bot");
  });

  it("replies to a mention without pinging, and reads no other text", async () => {
    const { sandbox, client, ada } = await openBot(async () => undefined);
    const heard: string[] = [];
    client.on("messageCreate", async (message) => {
      if (message.author.bot) return;
      heard.push(message.content);
      await message.channel.sendTyping();
      if (message.mentions.has(client.user)) await message.reply(`Hello <@${message.author.id}>`);
    });
    ada.say("general", "psst");
    const post = await ada.say("general", `<@${sandbox.bot.id}> hello`).post();
    expect(post.message.message_reference?.message_id).toBeDefined();
    expect(post.message.mentions).toEqual([]);
    expect(heard).toEqual(["", `<@${sandbox.bot.id}> hello`]);
  });

  it("answers in direct messages, where it needs no intent to read, and may begin them", async () => {
    const { client, ada } = await openBot(async () => undefined);
    client.on("messageCreate", (message) => void (message.author.bot || message.reply(`${message.content}!`)));
    expect((await ada.say(ada.dm(), "hello").post()).message.content).toBe("hello!");
    const user = await client.users.createDM(ada.user.id);
    await user.send("unasked");
    const fetched = await user.messages.fetch({ limit: 2 });
    expect(fetched.map(({ content }) => content)).toEqual(["unasked", "hello!"]);
    expect([...ada.dm().posts.values()].at(-1)?.message.content).toBe("unasked");
  });

  it("hears of edits and removals", async () => {
    const sandbox = await openJudgedSandbox({ privilegedIntents: MessageContent });
    const client = await logIn(sandbox, { intents: [Guilds, GuildMessages, MessageContent] });
    const events: string[] = [];
    client.on("messageUpdate", (before, after) => events.push(`${before.content} -> ${after.content}`));
    const removed = new Promise((resolve) => client.on("messageDelete", ({ content }) => resolve(content)));
    const ada = sandbox.person("ada");
    const { said } = ada.say("general", "one");
    ada.edit(said, "two");
    ada.remove(said);
    expect(await removed).toBe("two");
    expect(events).toEqual(["one -> two"]);
  });

  it("resumes after a lost connection and hears what it missed exactly once", async () => {
    const { sandbox, client, ada } = await openBot(async () => undefined);
    client.on("messageCreate", (message) => void (message.author.bot || message.reply("heard")));
    const resumed = new Promise<number>((resolve) => client.once("shardResume", (_, replayed) => resolve(replayed)));
    sandbox.gateway.reset();
    const action = ada.say("general", `<@${sandbox.bot.id}> did you hear?`);
    expect((await action.post()).message.content).toBe("heard");
    expect(await resumed).toBeGreaterThanOrEqual(1);
    expect(action.responses).toHaveLength(1);
  });

  it("identifies anew when its session is lost", async () => {
    const { sandbox, client, ada } = await openBot(async () => undefined);
    client.on("messageCreate", (message) => void (message.author.bot || message.reply("heard")));
    const again = new Promise((resolve) => client.once("shardReady", resolve));
    sandbox.gateway.forgetSessions();
    sandbox.gateway.askToReconnect();
    await again;
    expect((await ada.say("general", `<@${sandbox.bot.id}>`).post()).message.content).toBe("heard");
  });

  it("sends one message where a repeated request carries an enforced nonce", async () => {
    const { sandbox, client, ada } = await openBot(async () => undefined);
    client.on("messageCreate", (message) => {
      if (!message.author.bot) void message.reply({ content: "once", nonce: message.id, enforceNonce: true });
    });
    sandbox.faults.rest("create_message", failAfterwards(500), 1);
    const action = ada.say("general", `<@${sandbox.bot.id}>`);
    await action.post();
    const sent = () => sandbox.exchanges.filter(({ operation }) => operation === "create_message").length === 2;
    await expect.poll(sent).toBe(true);
    expect(action.responses).toHaveLength(1);
  });

  it("runs as two shards, of which only one sees the guild", async () => {
    const sandbox = await openJudgedSandbox({ maxConcurrency: 2 });
    const client = await logIn(sandbox, { shards: [0, 1], shardCount: 2 });
    expect([...sandbox.gateway.sessions.values()].map(({ shard }) => shard)).toEqual([
      [0, 2],
      [1, 2],
    ]);
    expect(client.guilds.cache.size).toBe(1);
  });

  it("can't log in with a wrong token, nor ask for an intent that isn't switched on", async () => {
    const sandbox = await openJudgedSandbox();
    const stranger = new Client({ intents: [Guilds], rest: { api: sandbox.url } });
    await expect(stranger.login("not.the.token")).rejects.toThrow();
    await expect(logIn(sandbox, { intents: [MessageContent] })).rejects.toThrow("disallowed intents");
  });
});
