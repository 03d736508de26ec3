/** Which text of a message the bot reads, and what it says if there is none. */
import type { APIMessage } from "discord-api-types/v10";
import { draftMessage, publish } from "discord-sandbox/posts";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { openAnswerer } from "../../answerer.js";
import { openMemberServer, saidBy, settled, until } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const QUESTION = "is wechat pay banned?";
const ATTACHMENT = { id: "1", filename: "q.png", size: 1, url: "https://x", proxy_url: "https://x", title: "q" };

type Environment = Awaited<ReturnType<typeof openMemberServer>>;

/** Publishes a message with those contents, which people's clients send in other ways than as text. */
function publishAs({ sandbox, grace }: Environment, channel: string, contents: object) {
  const { store } = sandbox;
  const place = sandbox.channel(channel);
  return publish(store, place, { ...draftMessage(store, place, grace.user), ...contents } as APIMessage);
}

const forwardOf = ({ sandbox }: Environment, contents: object) => ({
  message_reference: { type: 1, channel_id: sandbox.channel("general").id, message_id: sandbox.store.nextId() },
  message_snapshots: [
    {
      message: {
        type: 0,
        content: "",
        embeds: [],
        attachments: [],
        components: [],
        mentions: [],
        mention_roles: [],
        flags: 0,
        timestamp: new Date().toISOString(),
        edited_timestamp: null,
        ...contents,
      },
    },
  ],
});

describe("Answer this", () => {
  it.each<[string, (environment: Environment) => object]>([
    ["a forward", (environment) => forwardOf(environment, { content: QUESTION })],
    [
      "a forwarded embed",
      (environment) => forwardOf(environment, { embeds: [{ type: "rich", description: QUESTION }] }),
    ],
    ["an embed", () => ({ embeds: [{ type: "rich", title: "A question", description: QUESTION }] })],
    ["a link's preview", () => ({ content: "https://x.example/q", embeds: [{ type: "link", title: QUESTION }] })],
    [
      "a poll",
      () => ({ poll: { question: { text: QUESTION }, answers: [], allow_multiselect: false, layout_type: 1 } }),
    ],
    [
      "text components",
      () => ({
        flags: 1 << 15,
        components: [{ type: 17, id: 1, components: [{ type: 10, id: 2, content: QUESTION }] }],
      }),
    ],
  ])("reads %s", async (_, contents) => {
    const environment = await openMemberServer(answerer);
    const post = publishAs(environment, "general", contents(environment));
    const answer = await environment.ada.useAppsMenu("Answer this", post).post();
    expect(answer.message.content).toContain("The order listed WeChat Pay");
  });

  it("reads the text of a message, and not the preview of a link in it", async () => {
    const environment = await openMemberServer(answerer);
    const embeds = [{ type: "link", title: "Who signed the order?" }];
    const post = publishAs(environment, "general", { content: `${QUESTION} https://x.example/q`, embeds });
    const answer = await environment.ada.useAppsMenu("Answer this", post).post();
    expect(answer.message.content).toContain("The order listed WeChat Pay");
  });

  it("says of a message with nothing but an attachment that it can't read that", async () => {
    const environment = await openMemberServer(answerer);
    const post = publishAs(environment, "general", { attachments: [ATTACHMENT] });
    const answer = await environment.ada.useAppsMenu("Answer this", post).post();
    expect(answer.onlyFor).toBe(environment.ada.user.id);
    expect(answer.message.content).toContain("cannot read attachments");
  });
});

describe("a message put to the bot", () => {
  it("with nothing but an attachment is told to paste the text", async () => {
    const environment = await openMemberServer(answerer);
    publishAs(environment, "general", {
      content: environment.me,
      mentions: [environment.sandbox.bot],
      attachments: [ATTACHMENT],
    });
    await until(() => saidBy(environment.sandbox, "general").length > 0);
    expect(saidBy(environment.sandbox, "general")[0]?.message.content).toContain("paste the text");
  });

  it("may be a mention of the role that Discord manages for the bot, and of no other", async () => {
    const environment = await openMemberServer(answerer);
    const { sandbox } = environment;
    const { botRole } = sandbox.store.guild;
    const other = sandbox.store.guild.id;
    publishAs(environment, "general", { content: `<@&${other}> ${QUESTION}`, mention_roles: [other] });
    await settled(environment);
    expect(saidBy(sandbox, "general")).toEqual([]);
    publishAs(environment, "general", { content: `<@&${botRole}> ${QUESTION}`, mention_roles: [botRole] });
    await until(() => saidBy(sandbox, "general").length > 0);
    expect(saidBy(sandbox, "general")[0]?.message.content).toContain("The order listed WeChat Pay");
  });

  it.each([
    ["hi", "Ask me about"],
    ["thank you!", "welcome"],
    ["help", "executive order 13971"],
  ])("that says %s gets a short reply of its kind", async (text, reply) => {
    const { ada, me } = await openMemberServer(answerer);
    const answer = await ada.say("general", `${me} ${text}`).post();
    expect(answer.message.content.toLowerCase()).toContain(reply.toLowerCase());
  });
});

describe("a question that a proxy bot reposts through a webhook", () => {
  /** As PluralKit does: the webhook has the text without the tags that call the bot. */
  const repost = (environment: Environment, channel: string, content: string) =>
    publishAs(environment, channel, { content, webhook_id: environment.sandbox.store.nextId() });

  it.each(["after", "before"])("is answered if the original is deleted just %s it", async (order) => {
    const environment = await openMemberServer(answerer);
    const { ada, sandbox } = environment;
    const { said } = ada.say("ask", `A: ${QUESTION}`);
    await until(() => saidBy(sandbox, "ask").length > 0);
    if (order === "before") ada.remove(said);
    const post = repost(environment, "ask", QUESTION);
    if (order === "after") ada.remove(said);
    const answers = () =>
      saidBy(sandbox, "ask").filter(({ message }) => message.message_reference?.message_id === post.message.id);
    await until(() => answers().length > 0 && saidBy(sandbox, "ask").length === 1);
    expect(answers()[0]?.message.content).toContain("The order listed WeChat Pay");
  });

  it("stays unanswered if nothing, or another message, was deleted", async () => {
    const environment = await openMemberServer(answerer);
    const { ada, sandbox } = environment;
    repost(environment, "ask", QUESTION);
    const { said } = ada.say("ask", "my cat is asleep on the keyboard");
    ada.remove(said);
    repost(environment, "ask", QUESTION);
    await settled(environment);
    expect(saidBy(sandbox, "ask")).toEqual([]);
  });
});
