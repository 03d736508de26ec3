/** Misses lead to the moderators of the server: their channel is the only place where a question is kept. */
import { answerInstead } from "discord-sandbox/faults";
import type { Post } from "discord-sandbox/model";
import type { Person } from "discord-sandbox/people";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { parsePost } from "../../../src/discord/moderators/question-post.js";
import { openAnswerer } from "../../answerer.js";
import { idOf, labelsOf, openMemberServer, saidBy, until } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const MISS = "what is the weather on mars?";
const passOn = (person: Person, miss: Post) => person.press(miss, idOf(miss, "Ask the moderators")).post();

describe("a miss", () => {
  it("offers the nearest entries and the moderators", async () => {
    const { ada, me } = await openMemberServer(answerer);
    const miss = await ada.say("general", `${me} ${MISS}`).post();
    expect(miss.message.content).toContain("no cited answer");
    const actions = ["Why this answer?", "Ask the moderators", "🗑️"];
    expect(labelsOf(miss)).toEqual(expect.arrayContaining(actions));
    expect(labelsOf(miss).length).toBeGreaterThan(actions.length);
  });

  it("offers no moderators where their channel is not set, nor in direct messages", async () => {
    const { ada, me } = await openMemberServer(answerer, { hasModerators: false });
    const miss = await ada.say("general", `${me} ${MISS}`).post();
    expect(labelsOf(miss)).not.toContain("Ask the moderators");
    const answer = await ada.say("general", `${me} who signed the order?`).post();
    const others = await ada.press(answer, idOf(answer, "Not what I asked")).post();
    expect(labelsOf(others)).not.toContain("Ask the moderators");
    const direct = await ada.say(ada.dm(), MISS).post();
    expect(labelsOf(direct)).not.toContain("Ask the moderators");
  });
});

describe("Ask the moderators", () => {
  it("posts the question, escaped, with a link to its place, and pings nobody", async () => {
    const { ada, me, sandbox } = await openMemberServer(answerer);
    const asked = ada.say("general", `${me} **what** is @everyone [weather](http://evil.example) on mars?`);
    const told = await passOn(ada, await asked.post());
    expect(told.onlyFor).toBe(ada.user.id);
    const [post] = saidBy(sandbox, "moderators");
    const { content, mentions, mention_everyone } = post?.message ?? {};
    expect(content).toContain(
      "> \\*\\*what\\*\\* is \\@everyone \\[weather\\]\\(http\\:\\/\\/evil.example\\) on mars?",
    );
    const { guild } = sandbox.store;
    expect(content).toContain(
      `https://discord.com/channels/${guild.id}/${sandbox.channel("general").id}/${asked.said.message.id}`,
    );
    expect(content).not.toContain(ada.user.username);
    expect({ mentions, mention_everyone }).toEqual({ mentions: [], mention_everyone: false });
  });

  it("gives the asker a button that takes the question back", async () => {
    const { ada, me, sandbox } = await openMemberServer(answerer);
    const told = await passOn(ada, await ada.say("general", `${me} ${MISS}`).post());
    const [post] = saidBy(sandbox, "moderators");
    const withdrawn = await ada.press(told, idOf(told, "Withdraw")).post();
    expect(withdrawn.message.content).toContain("Withdrawn");
    expect(withdrawn.message.components).toEqual([]);
    expect(post?.removed).toBe(true);
  });

  it("passes a question on again that was withdrawn, as a new post, however often", async () => {
    const { ada, me, sandbox } = await openMemberServer(answerer);
    const miss = await ada.say("general", `${me} ${MISS}`).post();
    for (let times = 1; times <= 3; times++) {
      const told = await passOn(ada, miss);
      expect(told.message.content).toContain("have your question");
      const posts = saidBy(sandbox, "moderators");
      expect(posts.map(({ removed }) => removed)).toEqual([false]);
      const withdrawn = await ada.press(told, idOf(told, "Withdraw")).post();
      expect(withdrawn.message.content).toContain("Withdrawn");
      expect(posts.map(({ removed }) => removed)).toEqual([true]);
    }
  });

  it("takes back what a moderator has deleted already", async () => {
    const { ada, me, sandbox } = await openMemberServer(answerer);
    const told = await passOn(ada, await ada.say("general", `${me} ${MISS}`).post());
    sandbox.channel("moderators").posts.clear();
    const withdrawn = await ada.press(told, idOf(told, "Withdraw")).post();
    expect(withdrawn.message.content).toContain("Withdrawn");
  });

  it("is for the asker alone, and once for each question", async () => {
    const { ada, grace, me, sandbox } = await openMemberServer(answerer);
    const miss = await ada.say("general", `${me} ${MISS}`).post();
    expect((await passOn(grace, miss)).message.content).toContain("Only the person who asked");
    await passOn(ada, miss);
    expect((await passOn(ada, miss)).message.content).toContain("passed on already");
    expect(saidBy(sandbox, "moderators")).toHaveLength(1);
  });

  it("takes three questions of one person, and more some minutes later", async () => {
    const { ada, me, sandbox, clock } = await openMemberServer(answerer);
    const ask = async (planet: string) =>
      (await passOn(ada, await ada.say("general", `${me} what is the weather on ${planet}?`).post())).message.content;
    for (const planet of ["mars", "venus", "pluto"]) expect(await ask(planet)).toContain("have your question");
    expect(await ask("saturn")).toContain("wait some minutes");
    clock.now += 600_000;
    expect(await ask("saturn")).toContain("have your question");
    expect(saidBy(sandbox, "moderators")).toHaveLength(4);
  });

  it("passes on what was asked by a slash command, and from an answer that was not what was asked", async () => {
    const { ada, sandbox } = await openMemberServer(answerer);
    await passOn(ada, await ada.slash("ask", { question: MISS }, "general").post());
    const answer = await ada.slash("ask", { question: "who signed the order?" }, "general").post();
    await passOn(ada, await ada.press(answer, idOf(answer, "Not what I asked")).post());
    const posts = saidBy(sandbox, "moderators").map(({ message }) => message.content);
    expect(posts[0]).toContain(`> ${MISS}`);
    expect(posts[1]).toContain("> who signed the order?");
    expect(posts[1]).toContain(answer.message.id);
  });

  it("says of a question of which the reply shows but the beginning that it is cut", async () => {
    const { ada, sandbox } = await openMemberServer(answerer);
    const whole = `${"my cat eats fish on Mondays, ".repeat(4)}and so tell me please: how`;
    for (const question of [`${whole} do I make bread without an oven, and how long does that take?`, whole])
      await passOn(ada, await ada.slash("ask", { question }, "general").post());
    const [cut, short] = saidBy(sandbox, "moderators").map(({ message }) => message.content);
    expect(cut).toMatch(/> my cat .*…\n-# Its end is missing/);
    expect(parsePost(cut ?? "")).toBe(`${whole} do I make bread`.slice(0, 149).concat("…"));
    expect(short).not.toContain("Its end is missing");
  });

  it("says so where the post fails, and may then be tried again", async () => {
    const { ada, me, sandbox } = await openMemberServer(answerer);
    const miss = await ada.say("general", `${me} ${MISS}`).post();
    const end = sandbox.faults.rest("create_message", answerInstead(403, { code: 50001, message: "Missing Access" }));
    expect((await passOn(ada, miss)).message.content).toContain("could not reach");
    end();
    expect((await passOn(ada, miss)).message.content).toContain("have your question");
    await until(() => saidBy(sandbox, "moderators").length === 1);
  });
});
