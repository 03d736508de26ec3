/** What moderators see and set with `/moderate`, through the unmodified discord.js client. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import { beforeAll, describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../commands/all.js";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import type { Answerer } from "../../src/core/answerer.js";
import type { Reloaded } from "../../src/core/quality/news.js";
import type { CalendarDate } from "../../src/core/values/calendar.js";
import { openStateFolder } from "../../src/state/state-folder.js";
import { openDataFiles } from "../../src/store/data-folder.js";
import { UNHURRIED } from "../bot-times.js";
import { smallFiles } from "../data.js";
import { TRANSPORTS, type Transport } from "../discord/member-server.js";
import { type BotOptions, openBot } from "../discord/open-bot.js";
import { openReplica } from "../discord/replica.js";

const TODAY = "2026-11-23" as CalendarDate;
const MESSAGE_CONTENT = 1 << 15;
const VIEW_CHANNEL = "1024";
const SEND_AND_READ_HISTORY = String(2048 + 65536);
const EPHEMERAL = 1 << 6;

let answerer: Answerer;
beforeAll(() => {
  const cache = temporaryFolder();
  const opened = openDataFiles(smallFiles, cache);
  rmSync(cache, { recursive: true });
  if (opened.kind === "bad") throw new Error("the small files are bad");
  answerer = opened.answerer;
});

function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "moderate-"));
}

interface Setting extends Partial<Pick<BotOptions, "reload" | "dataProblems">> {
  readonly isHome?: boolean;
  readonly privilegedIntents?: number;
  /** Of further channels. */
  readonly names?: readonly string[];
  /** Names of chat channels that are listed before the bot starts. */
  readonly chat?: readonly string[];
  readonly moderators?: string;
  /** How commands reach the bot. */
  readonly over?: Transport;
  readonly prepare?: (sandbox: Awaited<ReturnType<typeof openJudgedSandbox>>) => void;
}

async function openServer({
  isHome = false,
  names = [],
  chat = [],
  moderators,
  over = "gateway",
  prepare,
  ...given
}: Setting = {}) {
  const { privilegedIntents = 0, ...ports } = given;
  const sandbox = await openJudgedSandbox({ channels: ["general", "help", "mods", ...names], privilegedIntents });
  prepare?.(sandbox);
  const folder = temporaryFolder();
  const { channels } = openStateFolder(folder, (problem) => expect.fail(problem));
  const server = sandbox.store.guild.id;
  const idOf = (name: string) => sandbox.channel(name).id;
  await channels.change(server, () => ({
    listed: Object.fromEntries(chat.map((name) => [idOf(name), "chat" as const])),
    ...(moderators === undefined ? {} : { moderators: idOf(moderators) }),
  }));
  const options: BotOptions = {
    token: sandbox.token,
    api: sandbox.url,
    commands,
    channels,
    log: pino({ level: "silent" }),
    context: () => ({ answerer, version: "abc123", today: TODAY }),
    times: UNHURRIED,
    ...(isHome ? { homeServer: server } : {}),
    ...ports,
  };
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const bot = await openBot(options);
  onTestFinished(async () => void (await bot.close()));
  if (over === "http") await sandbox.endpoint.use((await openReplica(sandbox, options)).url);
  const mod = sandbox.person("mod");
  /** What the command says; everything that it says is for its user alone. */
  const moderate = async (what: string, values: Readonly<Record<string, string>> = {}): Promise<string> => {
    const post = await mod.slash(`moderate ${what}`, values).post();
    expect([post.onlyFor, (post.message.flags ?? 0) & EPHEMERAL]).toEqual([mod.user.id, EPHEMERAL]);
    return post.message.content;
  };
  return { sandbox, bot, options, server, channels, mod, moderate, idOf, folder };
}

const deny = (name: string, permissions: string) => (sandbox: Awaited<ReturnType<typeof openJudgedSandbox>>) => {
  const { data } = sandbox.channel(name);
  if (data.type !== 0) throw new Error(`${name} is no text channel`);
  data.permission_overwrites?.push({ id: sandbox.bot.id, type: 1, allow: "0", deny: permissions });
};

describe("/moderate", () => {
  it("is offered on servers alone, to those who may manage them", async () => {
    const { sandbox } = await openServer();
    const declared = sandbox.store.commands.get("global")?.find(({ name }) => name === "moderate");
    expect(declared).toMatchObject({ default_member_permissions: "32", contexts: [0], integration_types: [0] });
    expect(declared?.options?.map(({ name }) => name)).toEqual(["check", "channels"]);
  });

  it("has what concerns the data on the home server and nowhere else, registered once", async () => {
    const { sandbox, bot, options, server } = await openServer({ isHome: true });
    const declared = sandbox.store.commands.get(server);
    expect(declared).toMatchObject([{ name: "moderate", default_member_permissions: "32" }]);
    expect(declared?.[0]?.options?.map(({ name }) => name)).toEqual(["reload", "preview", "unanswered"]);
    await bot.close();
    const again = await openBot(options);
    onTestFinished(async () => void (await again.close()));
    expect([bot.registered, again.registered]).toEqual([true, false]);
    const written = sandbox.exchanges.filter(({ method }) => method === "PUT");
    expect(written).toHaveLength(2);
  });

  it("does not keep a bot that is missing on its home server from its work", async () => {
    const { bot, options, moderate } = await openServer();
    await bot.close();
    const elsewhere = await openBot({ ...options, homeServer: "1000000000000000000" });
    onTestFinished(async () => void (await elsewhere.close()));
    expect(await moderate("channels list")).toContain("no channel is listed");
  });
});

describe("/moderate check", () => {
  it("ticks every requirement where all is well", async () => {
    const { moderate, idOf } = await openServer({
      chat: ["general"],
      moderators: "mods",
      privilegedIntents: MESSAGE_CONTENT,
    });
    const text = await moderate("check");
    expect(text).toContain("All is well");
    expect(text).not.toContain("❌");
    expect(text).toContain("✅ Message Content intent: on");
    expect(text).toContain(`✅ Chat channel <#${idOf("general")}>`);
    expect(text).toContain(`✅ Moderators' channel <#${idOf("mods")}>`);
    expect(text).toContain("✅ Data: version abc123");
    expect(text).toContain("✅ Shards: 1 of 1 connected");
    expect(text).toContain("✅ Latency:");
  });

  it("needs no intent and no channel on a server that lists none, but misses the moderators' channel", async () => {
    const { moderate } = await openServer();
    const text = await moderate("check");
    expect(text).toContain("One thing is missing");
    expect(text).toContain("✅ Message Content intent: not needed");
    expect(text).toContain("❌ Moderators' channel: not set");
    expect(text).toContain("/moderate channels moderators");
  });

  it("says where to switch on the intent that listed channels need", async () => {
    const { moderate } = await openServer({ chat: ["general"] });
    expect(await moderate("check")).toMatch(/❌ Message Content intent: off.*Developer Portal/);
  });

  it("asks for a restart once the intent was granted to a running bot", async () => {
    const { moderate, sandbox } = await openServer({ chat: ["general"] });
    sandbox.store.privilegedIntents = MESSAGE_CONTENT;
    expect(await moderate("check")).toMatch(/❌ Message Content intent: granted.*restart/);
  });

  it("names each permission that is missing, by channel", async () => {
    const { moderate, idOf } = await openServer({
      chat: ["general", "help"],
      moderators: "mods",
      privilegedIntents: MESSAGE_CONTENT,
      prepare(sandbox) {
        deny("help", SEND_AND_READ_HISTORY)(sandbox);
        deny("mods", VIEW_CHANNEL)(sandbox);
      },
    });
    const text = await moderate("check");
    expect(text).toContain("2 things are missing");
    expect(text).toContain(`❌ Chat channel <#${idOf("help")}>: give me Send Messages, Read Message History there`);
    expect(text).toContain(`❌ Moderators' channel <#${idOf("mods")}>: give me View Channel`);
  });

  it("asks Discord where no gateway tells of permissions, and has no shards to speak of", async () => {
    const { moderate, idOf } = await openServer({
      over: "http",
      privilegedIntents: MESSAGE_CONTENT,
      chat: ["general", "help"],
      prepare: deny("help", VIEW_CHANNEL),
    });
    const content = await moderate("check");
    expect(content).toContain(`✅ Chat channel <#${idOf("general")}>`);
    expect(content).toMatch(new RegExp(`❌ Chat channel <#${idOf("help")}>: give me View Channel`));
    expect(content).toMatch(
      /✅ Message Content intent: granted\. .*if a channel was listed on some server when it started/,
    );
    expect(content).toContain("✅ Connection: commands and buttons reach me over HTTP");
    expect(content).not.toContain("Shards");
  });

  it("asks Discord once about the server over HTTP, of however many channels", async () => {
    const names = Array.from({ length: 25 }, (_, index) => `channel-${index}`);
    const { moderate, sandbox } = await openServer({
      over: "http",
      names,
      chat: names,
      moderators: "mods",
      privilegedIntents: MESSAGE_CONTENT,
    });
    const before = sandbox.exchanges.length;
    await moderate("check");
    const asked = sandbox.exchanges.slice(before).map(({ operation }) => operation);
    expect(asked.sort()).toEqual([
      "create_interaction_response",
      "get_guild",
      "get_guild_member",
      "get_my_application",
      "list_guild_channels",
      "update_original_webhook_message",
    ]);
  });

  it("finds a listed channel that is no longer there", async () => {
    const { moderate, channels, server } = await openServer();
    await channels.change(server, () => ({ listed: { "1000000000000000000": "chat" } }));
    expect(await moderate("check")).toMatch(/❌ Chat channel <#1000000000000000000>: no longer there/);
  });

  it("shows problems of the data on the home server, and on no other", async () => {
    const dataProblems = () => ["answers/dates.yaml:3:1 start-date: no source", "another"];
    const home = await openServer({ isHome: true, dataProblems });
    expect(await home.moderate("check")).toMatch(/❌ Data: version abc123, the last good one.*dates\.yaml.*and 1 more/);
    const other = await openServer({ dataProblems });
    expect(await other.moderate("check")).toContain("✅ Data: version abc123");
  });
});

describe("a forum", () => {
  const FORUM = { type: 15, available_tags: [], default_reaction_emoji: null, default_sort_order: null };
  const SEND_IN_THREADS = String(1n << 38n);

  it("can be listed, and needs the permission to send in threads", async () => {
    const { moderate, idOf, channels, server } = await openServer({
      names: ["forum", "closed-forum"],
      privilegedIntents: MESSAGE_CONTENT,
      prepare(sandbox) {
        deny("forum", String(2048))(sandbox);
        deny("closed-forum", SEND_IN_THREADS)(sandbox);
        for (const name of ["forum", "closed-forum"]) Object.assign(sandbox.channel(name).data, FORUM);
      },
    });
    await moderate("channels add", { channel: idOf("forum"), answers: "questions" });
    expect(channels.of(server).listed).toEqual({ [idOf("forum")]: "questions" });
    expect(await moderate("channels add", { channel: idOf("closed-forum") })).toContain("Send Messages in Threads");
  });

  it("can't be the moderators' channel: nothing can be posted to it directly", async () => {
    const { sandbox } = await openServer();
    const declared = JSON.stringify(sandbox.store.commands.get("global"));
    const types = [...declared.matchAll(/"channel_types":(\[[\d,]+\])/g)].map(([, found]) => JSON.parse(found ?? ""));
    const forumTypes = types.map((found: number[]) => found.filter((type) => type === 15 || type === 16));
    // The options of add, remove and moderators, in this order.
    expect(forumTypes).toEqual([[15, 16], [15, 16], []]);
  });
});

describe.each(TRANSPORTS)("/moderate channels over %s", (over) => {
  it("lists, adds and removes channels, and keeps them over a restart", async () => {
    const { moderate, idOf, folder, server } = await openServer({ over, privilegedIntents: MESSAGE_CONTENT });
    expect(await moderate("channels list")).toContain("no channel is listed");
    const [general, help] = [idOf("general"), idOf("help")];
    expect(await moderate("channels add", { channel: general })).toContain(
      `answer in <#${general}>: only when I am sure`,
    );
    await moderate("channels add", { channel: help, answers: "questions" });
    const kept = () => openStateFolder(folder, (problem) => expect.fail(problem)).channels.of(server);
    expect(kept()).toEqual({ listed: { [general]: "chat", [help]: "questions" } });
    expect(await moderate("channels remove", { channel: general })).toContain("No longer listed");
    expect(kept()).toEqual({ listed: { [help]: "questions" } });
    expect(await moderate("channels list")).toContain(`I answer in <#${help}>: every question`);
    expect(await moderate("check")).toContain(`Questions channel <#${help}>`);
  });

  it("changes the kind of a channel that is listed", async () => {
    const { moderate, idOf, channels, server } = await openServer({ over, chat: ["general"] });
    const general = idOf("general");
    await moderate("channels add", { channel: general, answers: "questions" });
    expect(channels.of(server)).toEqual({ listed: { [general]: "questions" } });
  });

  it("lists no more than 25 channels, however many are added at once", async () => {
    const names = Array.from({ length: 30 }, (_, index) => `channel-${index}`);
    const { moderate, idOf, channels, server } = await openServer({ over, names, chat: names.slice(0, 20) });
    const texts = await Promise.all(names.slice(20).map((name) => moderate("channels add", { channel: idOf(name) })));
    expect(Object.keys(channels.of(server).listed)).toHaveLength(25);
    expect(texts.filter((text) => text.includes("No more than 25"))).toHaveLength(5);
  });

  it("names every listed channel, of as many as can be listed", async () => {
    const { moderate, idOf, channels, server } = await openServer({ over });
    const ids = Array.from({ length: 25 }, (_, index) => String(1_000_000_000_000_000_000n + BigInt(index)));
    await channels.change(server, () => ({
      listed: Object.fromEntries(ids.map((id) => [id, "chat"])),
      moderators: idOf("mods"),
    }));
    const text = await moderate("channels list");
    expect(text.match(/<#\d+>/g)).toEqual([...ids, idOf("mods")].map((id) => `<#${id}>`));
    expect(text).not.toContain("…");
  });

  it("sets the moderators' channel, and unsets it", async () => {
    const { moderate, idOf, channels, server } = await openServer({ over });
    expect(await moderate("channels moderators", { channel: idOf("mods") })).toContain(`go to <#${idOf("mods")}>`);
    expect(channels.of(server)).toEqual({ listed: {}, moderators: idOf("mods") });
    expect(await moderate("channels moderators")).toContain("no longer passed on");
    expect(channels.of(server)).toEqual({ listed: {} });
  });

  it("says with the first listed channel that the intent is off", async () => {
    const { moderate, idOf } = await openServer({ over });
    expect(await moderate("channels add", { channel: idOf("general") })).toMatch(/❌ Message Content intent: off/);
  });

  it("removes all channels that no longer exist when none is named", async () => {
    const { moderate, idOf, channels, server } = await openServer({ over });
    await channels.change(server, () => ({
      listed: { [idOf("general")]: "chat", "1000000000000000000": "questions" },
    }));
    expect(await moderate("channels remove")).toContain("<#1000000000000000000>");
    expect(Object.keys(channels.of(server).listed)).toEqual([idOf("general")]);
    expect(await moderate("channels remove")).toContain("still exists");
  });

  it.each([
    ["a channel that is listed already", "add", "general", "listed already"],
    ["a channel that isn't listed", "remove", "help", "is not listed"],
    ["a channel in which it must not write", "add", "mods", "Send Messages, Read Message History"],
    ["a moderators' channel in which it must not write", "moderators", "mods", "Send Messages. Give me"],
  ])("refuses %s, saying what is wrong, and changes nothing", async (_, verb, name, text) => {
    const { moderate, idOf, channels, server } = await openServer({
      over,
      chat: ["general"],
      prepare: deny("mods", SEND_AND_READ_HISTORY),
    });
    const before = channels.of(server);
    expect(await moderate(`channels ${verb}`, { channel: idOf(name) })).toContain(text);
    expect(channels.of(server)).toEqual(before);
  });
});

describe("a bot without a state folder", () => {
  it("says that nothing can be kept where the bot has no state folder", async () => {
    const { bot, options, moderate, idOf } = await openServer();
    await bot.close();
    const { channels: _, ...without } = options;
    const other = await openBot(without);
    onTestFinished(async () => void (await other.close()));
    expect(await moderate("channels add", { channel: idOf("general") })).toContain("without a place to keep settings");
  });
});

describe("/moderate reload", () => {
  const reloads = (reloaded: Reloaded) => ({ isHome: true, reload: async () => reloaded });

  it.each<[string, Reloaded, string]>([
    ["new data", { kind: "replaced", version: "def456" }, "in force: version def456"],
    ["the same data", { kind: "unchanged", version: "abc123" }, "Nothing has changed"],
    ["a bot that is shutting down", { kind: "ended", version: "abc123" }, "Shutting down"],
  ])("tells of %s", async (_, reloaded, text) => {
    const { moderate } = await openServer(reloads(reloaded));
    expect(await moderate("reload")).toContain(text);
  });

  it("shows what moves in a block of its own", async () => {
    const texts = [{ labels: ["start-date"] as [string], before: ["It began."], after: ["It would have begun."] }];
    const moves = { golden: [], phrasings: [], texts, asked: { golden: 230, phrasings: 19_000 }, advice: [] };
    const { moderate } = await openServer(reloads({ kind: "replaced", version: "def456", moves }));
    expect(await moderate("reload")).toMatch(/```diff\n[\s\S]*\n- It began\.\n\+ It would have begun\.[\s\S]*\n```/);
  });

  it("says what is wrong with bad data, within a message however much it is, and what stays in force", async () => {
    const problems = Array.from(
      { length: 60 },
      (_, index) => `answers/dates.yaml:${index}:1 start-date: @everyone *no*`,
    );
    const { moderate } = await openServer(reloads({ kind: "kept", version: "abc123", problems }));
    const text = await moderate("reload");
    expect(text).toContain("version abc123 stays in force");
    expect(text).toContain("❌ answers/dates.yaml:0:1 start-date");
    expect(text).toMatch(/… and \d+ more\.$/);
    expect(text).toContain("\\*no\\*");
    expect(text.length).toBeLessThanOrEqual(2000);
  });

  it("is refused on a server that was the home once", async () => {
    const { bot, options, moderate } = await openServer({ isHome: true });
    await bot.close();
    const { homeServer: _, ...homeless } = options;
    const elsewhere = await openBot({ ...homeless, homeServer: "1000000000000000000" });
    expect(await moderate("reload")).toContain("only on the server whose moderators own the answers");
    await elsewhere.close();
    const nowhere = await openBot(homeless);
    onTestFinished(async () => void (await nowhere.close()));
    expect(await moderate("reload")).toContain("This bot has no home server");
  });
});

describe("a bot that starts on bad data", () => {
  const dataProblems = () => ["answers/dates.yaml:3:1 start-date: no source"];
  const postsIn = (sandbox: Awaited<ReturnType<typeof openJudgedSandbox>>) =>
    ["general", "help", "mods"].flatMap((name) =>
      [...sandbox.channel(name).posts.values()].map(({ message }) => [name, message.content]),
    );

  it("tells the moderators of the home server, in their channel", async () => {
    const { sandbox } = await openServer({ isHome: true, moderators: "mods", dataProblems });
    expect(postsIn(sandbox)).toEqual([["mods", expect.stringMatching(/version abc123[\s\S]*dates\.yaml:3:1/)]]);
  });

  it("tells no other server", async () => {
    const { sandbox } = await openServer({ moderators: "mods", dataProblems });
    expect(postsIn(sandbox)).toEqual([]);
  });
});
