/** `/moderate unanswered`: what people sent to the moderators, counted, and on its way into the data. */
import type { Sandbox } from "discord-sandbox";
import { answerInstead } from "discord-sandbox/faults";
import type { Post } from "discord-sandbox/model";
import type { Person } from "discord-sandbox/people";
import { beforeAll, describe, expect, it } from "vitest";
import { unanswered } from "../../commands/moderate-unanswered.js";
import type { RunContext } from "../../src/command/context.js";
import type { Answerer } from "../../src/core/answerer.js";
import { openAnswerer } from "../answerer.js";
import { realFiles } from "../data.js";
import { openHome, privately } from "../discord/home-server.js";
import { idOf, labelsOf, saidBy } from "../discord/member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const READ_MESSAGE_HISTORY = "65536";

const open = (options: Partial<Parameters<typeof openHome>[0]> = {}) =>
  openHome({ answerer, files: realFiles, ...options });

/** Each asked and sent by a person of its own, since nobody may send many. */
async function send(sandbox: Sandbox, ...questions: readonly string[]): Promise<void> {
  for (const [index, question] of questions.entries()) {
    const person = sandbox.person(`member${index}`);
    const miss = await person.slash("ask", { question }, "general").post();
    await person.press(miss, idOf(miss, "Ask the moderators")).post();
  }
}

const show = async (mod: Person): Promise<Post> => mod.slash("moderate unanswered").post();

const MARS = ["what is the weather on mars?", "whats the weather on mars", "what is the weather on mars?"];
const CHESS = "who is the world champion of chess?";

describe("/moderate unanswered", () => {
  it("counts alike questions together, the most asked first, for the moderator alone", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, CHESS, ...MARS);
    const post = await show(mod);
    expect(post.onlyFor).toBe(mod.user.id);
    expect(post.message.content).toBe(
      [
        "**4 questions in the moderators' channel**",
        "**1.** asked 3 times",
        "> what is the weather on mars?",
        "> whats the weather on mars",
        "**2.** asked once",
        "> who is the world champion of chess?",
      ].join("\n"),
    );
    expect(labelsOf(post)).toEqual(["1: Draft an answer", "1: This is…", "2: Draft an answer", "2: This is…"]);
  });

  it("knows a question no more once its post was deleted or withdrawn", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, CHESS, ...MARS.slice(0, 1));
    for (const { message } of saidBy(sandbox, "mods")) sandbox.channel("mods").posts.delete(message.id);
    expect((await show(mod)).message.content).toContain("Nobody has sent a question");
  });

  it("takes only its own posts of questions for questions", async () => {
    const { mod, ada, sandbox } = await open();
    await send(sandbox, CHESS);
    const [post] = saidBy(sandbox, "mods");
    ada.say("mods", post?.message.content ?? "");
    ada.say("mods", "> what about this?");
    expect((await show(mod)).message.content).toContain("1 question in");
  });

  it("lets nothing that was asked ping or format, and takes it into a form as it was asked", async () => {
    const { mod, sandbox } = await open();
    const hostile = "**is** the @everyone moon_rock [`banned`](http://evil.example) on #mars > venus?";
    await send(sandbox, hostile);
    const post = await show(mod);
    expect(post.message.content).toContain("> \\*\\*is\\*\\* the \\@everyone moon\\_rock \\[\\`banned\\`\\]");
    expect(post.message.mention_everyone).toBe(false);
    const modal = await mod.press(post, idOf(post, "1: This is…")).modal();
    expect(JSON.stringify(modal)).toContain(JSON.stringify(hostile));
  });

  it("turns pages in place, and sees what was sent since", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, ...MARS, CHESS, "how tall is the eiffel tower?", "can penguins fly backwards?");
    const first = await show(mod);
    expect(first.message.content).toContain("page 1 of 2");
    await mod.press(first, idOf(first, "Later")).post();
    expect(first.message.content).toContain("page 2 of 2");
    expect(first.message.content).toContain("asked once");
    await mod.press(first, idOf(first, "Earlier")).post();
    expect(first.message.content).toContain("asked 3 times");
  });

  it("says what it lacks where it may not read the channel", async () => {
    const { mod, sandbox } = await open();
    const { data } = sandbox.channel("mods");
    if (data.type !== 0) throw new Error("no text channel");
    const { guild } = sandbox.store;
    data.permission_overwrites?.push({ id: sandbox.bot.id, type: 1, allow: "0", deny: READ_MESSAGE_HISTORY });
    sandbox.store.emit({ t: "CHANNEL_UPDATE", d: { ...data, guild_id: guild.id } });
    expect((await show(mod)).message.content).toContain("Read Message History");
  });

  it("says so where no channel is set, and where Discord does not answer", async () => {
    const without = await open({ moderators: undefined });
    expect((await show(without.mod)).message.content).toContain("/moderate channels moderators");
    const { mod, sandbox } = await open();
    sandbox.faults.rest("list_messages", answerInstead(403, { code: 50001, message: "Missing Access" }));
    expect((await show(mod)).message.content).toContain("did not let me read");
  });

  it("looks through the last five hundred posts, a hundred at a time", async () => {
    const { mod, ada, sandbox } = await open();
    await send(sandbox, CHESS);
    for (let count = 0; count < 499; count++) ada.say("mods", `chatter ${count}`);
    expect((await show(mod)).message.content).toContain("1 question in the last posts");
    ada.say("mods", "one more");
    expect((await show(mod)).message.content).toContain("Nobody");
    expect(sandbox.exchanges.filter(({ operation }) => operation === "list_messages")).toHaveLength(10);
  });
});

describe("questions by the hundred", () => {
  it("let others have their turn after each that was looked at", async () => {
    const questions = Array.from({ length: 300 }, (_, index) => `how heavy is moon number ${index} of ${index % 7}?`);
    let turns = 0;
    let isOver = false;
    const takeTurn = () => {
      turns++;
      if (!isOver) setImmediate(takeTurn);
    };
    setImmediate(takeTurn);
    const context: Pick<RunContext, "answerer" | "serverId" | "sentQuestions"> = {
      answerer,
      serverId: "1",
      sentQuestions: async () => ({ kind: "read", questions, isWhole: true }),
    };
    const said = await unanswered.run({}, context as RunContext);
    isOver = true;
    expect(said).toMatchObject({ kind: "questions", groups: expect.anything() });
    expect(turns).toBeGreaterThanOrEqual(questions.length);
  });
});

describe("a group of questions", () => {
  it("can be drafted an answer: the form has its question and its wordings", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, ...MARS);
    const post = await show(mod);
    const opened = mod.press(post, idOf(post, "1: Draft an answer"));
    expect((await opened.modal()).title).toBe("Draft an answer");
    const sent = mod.submitModal(opened, { id: "weather-on-mars", answer: "Cold.", cites: "eo-13971" });
    await sent.post();
    await expect.poll(() => sent.responses.length).toBe(2);
    const [shown, report] = privately(sent.responses).map(({ message }) => message.content);
    expect(shown).toContain("Cold.");
    expect(report).toContain("question: what is the weather on mars?");
    expect(report).toMatch(/phrasings\/[\w-]+\.txt.*\n```\n\n\[weather-on-mars\]\nwhats the weather on mars\n```/);
  });

  it("that was cut where it was asked is taken into a form without the mark of the cut", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, `${"what is the weather on mars and ".repeat(6)}on venus?`);
    const post = await show(mod);
    const modal = await mod.press(post, idOf(post, "1: This is…")).modal();
    expect(JSON.stringify(modal)).toContain("what is the weather on mars and what");
    expect(JSON.stringify(modal.components.at(-1))).not.toContain("…");
  });

  it("can be given to an answer that is there, from a list of the nearest", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, CHESS);
    const post = await show(mod);
    const opened = mod.press(post, idOf(post, "1: This is…"));
    const modal = await opened.modal();
    const [menu] = modal.components.flatMap((part) => ("component" in part ? [part.component] : []));
    const [nearest] = menu && "options" in menu ? menu.options : [];
    const sent = mod.submitModal(opened, { nearest: nearest?.value ?? "" });
    const { content } = (await sent.post()).message;
    expect(content).toContain("More ways to ask");
    expect(content).toContain(`Below ${nearest?.value} in [data/phrasings/`);
    expect(content).toMatch(/:\n```\n\w/);
  });

  it("can be given to one by its id, or to where apps stand, and to none that is not there", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, CHESS);
    const post = await show(mod);
    const give = async (id: string, phrasings?: string) => {
      const opened = mod.press(post, idOf(post, "1: This is…"));
      await opened.modal();
      const sent = mod.submitModal(opened, { id, ...(phrasings && { phrasings }) });
      return (await sent.post()).message.content;
    };
    expect(await give("app-status", "is {app} checkmated")).toContain("Below app-status in");
    expect(await give("app-status")).toMatch(/phrasing "who is the world champion.*\{app\}/);
    expect(await give("no-such-id")).toContain('no answer with the id "no-such-id"');
    expect(await give("")).toContain("Choose an answer");
  });

  it("is gone from a page of an older kind: its button says so", async () => {
    const { mod, sandbox } = await open();
    await send(sandbox, CHESS);
    const post = await show(mod);
    post.message.content = "something else";
    const told = await mod.press(post, idOf(post, "1: This is…")).post();
    expect(told.onlyFor).toBe(mod.user.id);
  });
});
