/** What Discord refuses, the sandbox refuses with the same code, also where no OpenAPI file says so. */
import { describe, expect, it } from "vitest";
import type { Action } from "../src/actions.js";
import { acknowledge, createCaller, openJudgedSandbox } from "./judged-sandbox.js";

const COMMAND = { name: "ask", description: "Asks", type: 1 };
const BUTTON = { type: 2, style: 1, label: "Go", custom_id: "go" };
const row = (...components: object[]) => ({ type: 1, components });

async function openHouse(options: Parameters<typeof openJudgedSandbox>[0] = {}) {
  const sandbox = await openJudgedSandbox({
    limits: { bucket: () => ({ limit: 500, per: 1000 }), global: 500 },
    ...options,
  });
  const call = createCaller(sandbox);
  const ada = sandbox.person("ada");
  const { id } = sandbox.channel("general");
  const send = (body: object) => call("POST", `/channels/${id}/messages`, body);
  const commandsPath = `/applications/${sandbox.bot.id}/commands`;
  const register = (commands: unknown) => call("PUT", commandsPath, commands);
  const webhook = (action: Action) =>
    action.event.t === "INTERACTION_CREATE" ? `/webhooks/${sandbox.bot.id}/${action.event.d.token}` : "";
  const respond = (action: Action, body: object, query = "") => acknowledge(sandbox, action, body, query);
  return { sandbox, call, ada, id, send, register, commandsPath, acknowledge: respond, webhook };
}

describe("a request", () => {
  it("without the bot's token is refused with 401", async () => {
    const { sandbox } = await openHouse();
    const stranger = createCaller(sandbox, "another.bots.token");
    expect(await stranger("GET", "/users/@me")).toMatchObject({ status: 401, body: { code: 0 } });
  });

  it("tells its bucket in the headers and is refused with 429 beyond it", async () => {
    let now = Date.now();
    const times = { now: () => now };
    const { send } = await openHouse({ times, limits: { bucket: () => ({ limit: 2, per: 300 }) } });
    const first = await send({ content: "one" });
    expect(first.headers.get("x-ratelimit-remaining")).toBe("1");
    await send({ content: "two" });
    const third = await send({ content: "three" });
    expect(third).toMatchObject({ status: 429, body: { global: false, retry_after: 0.3 } });
    now += 300;
    expect((await send({ content: "three" })).status).toBe(200);
  });

  it("beyond the global limit is refused with 429, unless an interaction's token carries it", async () => {
    const now = Date.now();
    const { call, ada, register, acknowledge } = await openHouse({ times: { now: () => now }, limits: { global: 2 } });
    await register([COMMAND]);
    await call("GET", "/users/@me");
    expect(await call("GET", "/users/@me")).toMatchObject({ status: 429, body: { global: true } });
    expect((await acknowledge(ada.slash("ask"), { type: 5 })).status).toBe(204);
  });

  it("with a body that isn't JSON is refused with 50109", async () => {
    const { call, id } = await openHouse();
    expect(await call("POST", `/channels/${id}/messages`, "{")).toMatchObject({ status: 400, body: { code: 50109 } });
  });

  it("may carry ids as bare integers", async () => {
    const { call, ada } = await openHouse();
    const { status, body } = await call("POST", "/users/@me/channels", `{"recipient_id": ${ada.user.id}}`);
    expect([status, body.id]).toEqual([200, ada.dm().id]);
  });

  it("may carry files beside its JSON", async () => {
    const { sandbox, id } = await openHouse();
    const form = new FormData();
    form.set("payload_json", JSON.stringify({ attachments: [{ id: "0", description: "A note" }] }));
    form.set("files[0]", new Blob(["hello"], { type: "text/plain" }), "note.txt");
    const headers = { authorization: `Bot ${sandbox.token}` };
    const response = await fetch(`${sandbox.url}/v10/channels/${id}/messages`, { method: "POST", headers, body: form });
    expect(await response.json()).toMatchObject({
      attachments: [{ filename: "note.txt", size: 5, description: "A note" }],
    });
  });
});

describe("a message", () => {
  it.each([
    ["of more than 2000 characters", { content: "x".repeat(2001) }, "content"],
    ["with a nonce of more than 25 characters", { content: "x", nonce: "1".repeat(26) }, "nonce"],
    ["with an embed title over 256", { embeds: [{ title: "x".repeat(257) }] }, "embeds"],
    ["with over 6000 characters in its embeds", { embeds: Array(2).fill({ description: "x".repeat(3001) }) }, "embeds"],
    ["with an empty embed", { embeds: [{}] }, "embeds"],
    [
      "with six rows",
      { content: "x", components: Array(6).fill(row({ ...BUTTON, style: 5, url: "https://x.test" })) },
      "components",
    ],
    [
      "with six buttons in a row",
      { content: "x", components: [row(...[1, 2, 3, 4, 5, 6].map((n) => ({ ...BUTTON, custom_id: `${n}` })))] },
      "components",
    ],
    ["with one custom_id twice", { content: "x", components: [row(BUTTON, BUTTON)] }, "components"],
    [
      "with a button label over 80",
      { content: "x", components: [row({ ...BUTTON, label: "x".repeat(81) })] },
      "components",
    ],
    ["with a button outside a row", { content: "x", components: [BUTTON] }, "components"],
    ["with layout components but without their flag", { components: [{ type: 10, content: "x" }] }, "components"],
    ["with the layout flag and content", { content: "x", flags: 1 << 15 }, "content"],
    [
      "that parses users and lists them too",
      { content: "x", allowed_mentions: { parse: ["users"], users: ["1"] } },
      "allowed_mentions",
    ],
    [
      "in reply to one that doesn't exist",
      { content: "x", message_reference: { message_id: "100000000000000000" } },
      "message_reference",
    ],
    ["whose content isn't text", { content: 5 }, "content"],
  ])("%s is refused with 50035", async (_, message, field) => {
    const { send } = await openHouse();
    const { status, body } = await send(message);
    expect([status, body.code, Object.keys(body.errors)]).toEqual([400, 50035, [field]]);
  });

  it.each([[{}], [{ content: "  " }], [{ content: null, embeds: [] }]])("%j is empty: 50006", async (message) => {
    const { send } = await openHouse();
    expect(await send(message)).toMatchObject({ status: 400, body: { code: 50006 } });
  });

  it("replies without the reference to a missing message when that is allowed to fail", async () => {
    const { send } = await openHouse();
    const reference = { message_id: "100000000000000000", fail_if_not_exists: false };
    const { status, body } = await send({ content: "x", message_reference: reference });
    expect([status, body.message_reference]).toEqual([200, undefined]);
  });

  it("keeps embeds, buttons and layouts, with what Discord adds to them", async () => {
    const { send } = await openHouse();
    const embeds = [{ title: "T", fields: [{ name: "n", value: "v" }] }];
    const select = { type: 3, custom_id: "s", options: [{ label: "a", value: "a" }] };
    const sent = await send({ content: "x", embeds, components: [row(BUTTON), row(select)] });
    expect(sent.body.embeds[0]).toMatchObject({ type: "rich", fields: [{ inline: false }] });
    expect(sent.body.components[0].components[0].id).toBeTypeOf("number");
    const container = { type: 17, components: [{ type: 10, content: "text" }, { type: 14 }, row(BUTTON)] };
    expect((await send({ flags: 1 << 15, components: [container] })).status).toBe(200);
  });

  it("pings only whom its allowed_mentions allow", async () => {
    const { send, ada } = await openHouse();
    const content = `<@${ada.user.id}> @everyone`;
    const open = await send({ content });
    expect([open.body.mentions.length, open.body.mention_everyone]).toEqual([1, true]);
    const closed = await send({ content, allowed_mentions: { parse: [] } });
    expect([closed.body.mentions.length, closed.body.mention_everyone]).toEqual([0, false]);
    const { said } = ada.say("general", "hello");
    const reply = await send({ content: "x", message_reference: { message_id: said.message.id } });
    expect(reply.body.mentions.map((user: { id: string }) => user.id)).toEqual([ada.user.id]);
  });

  it("is sent once for one enforced nonce", async () => {
    const { send, sandbox } = await openHouse();
    const [first, second] = [
      await send({ content: "x", nonce: "n", enforce_nonce: true }),
      await send({ content: "x", nonce: "n", enforce_nonce: true }),
    ];
    expect(second.body.id).toBe(first.body.id);
    expect(sandbox.channel("general").posts.size).toBe(1);
  });

  it("is edited and deleted only by its author", async () => {
    const { call, id, ada, send } = await openHouse();
    const path = `/channels/${id}/messages/${ada.say("general", "mine").said.message.id}`;
    expect(await call("PATCH", path, { content: "x" })).toMatchObject({ status: 403, body: { code: 50005 } });
    expect(await call("DELETE", path)).toMatchObject({ status: 403, body: { code: 50013 } });
    const own = `/channels/${id}/messages/${(await send({ content: "x" })).body.id}`;
    expect(await call("PATCH", own, { content: "" })).toMatchObject({ status: 400, body: { code: 50006 } });
    expect(await call("PATCH", own, { content: "y" })).toMatchObject({ status: 200, body: { content: "y" } });
    expect((await call("DELETE", own)).status).toBe(204);
    expect(await call("GET", own)).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  it("in an unknown channel is 10003, and no number for an id is 50035", async () => {
    const { call } = await openHouse();
    expect(await call("GET", "/channels/100000000000000000")).toMatchObject({ status: 404, body: { code: 10003 } });
    expect(await call("GET", "/channels/general")).toMatchObject({ status: 400, body: { code: 50035 } });
    const { status, body } = await call("GET", "/channels/general/messages/@original");
    expect([status, Object.keys(body.errors ?? {})]).toEqual([400, ["channel_id", "message_id"]]);
  });

  it("is listed newest first, from before or after another", async () => {
    const { call, id, ada } = await openHouse();
    const dm = ada.dm().id;
    const ids = ["a", "b", "c", "d"].map((text) => ada.say(ada.dm(), text).id);
    const list = async (query: string) =>
      (await call("GET", `/channels/${dm}/messages?${query}`)).body.map(({ content }: { content: string }) => content);
    expect(await list("limit=2")).toEqual(["d", "c"]);
    expect(await list(`before=${ids[2]}`)).toEqual(["b", "a"]);
    expect(await list(`after=${ids[1]}&limit=1`)).toEqual(["c"]);
    expect(await list(`around=${ids[1]}&limit=2`)).toEqual(["c", "b"]);
    expect(await list("around=100000000000000000&limit=2")).toEqual(["a"]);
    ada.say("general", "withheld");
    expect((await call("GET", `/channels/${id}/messages`)).body[0].content).toBe("");
  });

  it("can begin one thread", async () => {
    const { call, id, ada } = await openHouse();
    const path = `/channels/${id}/messages/${ada.say("general", "x").id}/threads`;
    const { status, body } = await call("POST", path, { name: "Details" });
    expect([status, body.type]).toEqual([201, 11]);
    expect((await call("POST", `/channels/${body.id}/messages`, { content: "inside" })).status).toBe(200);
    expect(await call("POST", path, { name: "Again" })).toMatchObject({ status: 400, body: { code: 160004 } });
  });
});

describe("an interaction", () => {
  it("is acknowledged once: the second time is refused with 40060", async () => {
    const { ada, register, acknowledge } = await openHouse();
    await register([COMMAND]);
    const action = ada.slash("ask");
    expect((await acknowledge(action, { type: 4, data: { content: "x" } })).status).toBe(204);
    expect(await acknowledge(action, { type: 5 })).toMatchObject({ status: 400, body: { code: 40060 } });
  });

  it("is unknown (10062) when acknowledged too late, or never opened", async () => {
    const { sandbox, call, ada, register, acknowledge } = await openHouse();
    await register([COMMAND]);
    let now = Date.now();
    sandbox.times.acknowledgeWithin = 3000;
    sandbox.times.now = () => now;
    const action = ada.slash("ask");
    now += 3001;
    expect(await acknowledge(action, { type: 5 })).toMatchObject({ status: 404, body: { code: 10062 } });
    const nowhere = await call("POST", "/interactions/100000000000000000/x/callback", { type: 5 });
    expect(nowhere).toMatchObject({ status: 404, body: { code: 10062 } });
  });

  it("stays open when its answer is refused, and says where under data", async () => {
    const { ada, register, acknowledge } = await openHouse();
    await register([COMMAND]);
    const action = ada.slash("ask");
    const refused = await acknowledge(action, { type: 4, data: { content: "x".repeat(2001) } });
    expect(refused.body.errors.data.content._errors[0].code).toBe("BASE_TYPE_MAX_LENGTH");
    expect((await acknowledge(action, { type: 4, data: {} })).body.code).toBe(50006);
    expect((await acknowledge(action, { type: 4 })).body.code).toBe(50006);
    expect(await acknowledge(action, { type: 8, data: { choices: [] } })).toMatchObject({ body: { code: 50035 } });
    expect((await acknowledge(action, { type: 5 }, "?with_response=true")).body.resource.message.flags).toBe(128);
  });

  it("of a button has its answer as the original message, also after a refused update", async () => {
    const { sandbox, ada, call, send, acknowledge, webhook } = await openHouse();
    const { body } = await send({ content: "press", components: [row(BUTTON)] });
    const post = sandbox.channel("general").posts.get(body.id);
    if (!post) return expect.unreachable("The message is missing");
    const action = ada.press(post, "go");
    expect((await acknowledge(action, { type: 7, data: { content: "x".repeat(2001) } })).body.code).toBe(50035);
    expect((await acknowledge(action, { type: 4, data: { content: "answer" } })).status).toBe(204);
    expect((await call("GET", `${webhook(action)}/messages/@original`)).body.content).toBe("answer");
  });

  it("has no messages before its acknowledgement, and its first follow-up replaces the thinking", async () => {
    const { ada, call, register, acknowledge, webhook } = await openHouse();
    await register([COMMAND]);
    const action = ada.slash("ask");
    const original = `${webhook(action)}/messages/@original`;
    expect(await call("GET", original)).toMatchObject({ status: 404, body: { code: 10015 } });
    await acknowledge(action, { type: 5, data: { flags: 64 } });
    const followUp = await call("POST", webhook(action), { content: "answer" });
    expect((await call("GET", original)).body.id).toBe(followUp.body.id);
    expect((await action.post()).onlyFor).toBe(ada.user.id);
    expect((await call("DELETE", original)).status).toBe(204);
    expect(await call("PATCH", original, { content: "x" })).toMatchObject({ status: 404, body: { code: 10008 } });
  });

  it("expires: its token is refused with 50027 after its life", async () => {
    const { ada, sandbox, call, register, acknowledge, webhook } = await openHouse();
    await register([COMMAND]);
    const action = ada.slash("ask");
    await acknowledge(action, { type: 5 });
    sandbox.times.interactionLife = -1;
    const edit = await call("PATCH", `${webhook(action)}/messages/@original`, { content: "x" });
    expect(edit).toMatchObject({ status: 401, body: { code: 50027 } });
  });

  it("of an unfinished option takes at most 25 choices of at most 100 characters", async () => {
    const { ada, register, acknowledge } = await openHouse();
    await register([{ ...COMMAND, options: [{ type: 3, name: "q", description: "Q", autocomplete: true }] }]);
    const action = ada.autocomplete("ask", { q: "x" }, "q");
    const choices = (count: number, name: string) => ({
      type: 8,
      data: { choices: Array(count).fill({ name, value: "v" }) },
    });
    expect((await acknowledge(action, choices(26, "n"))).body.code).toBe(50035);
    expect((await acknowledge(action, choices(1, "n".repeat(101)))).body.code).toBe(50035);
    expect((await acknowledge(action, choices(25, "n"))).status).toBe(204);
    expect(await action.choices()).toHaveLength(25);
  });
});

describe("a command", () => {
  const option = (name: string, more: object = {}) => ({ type: 3, name, description: "D", ...more });
  it.each([
    ["in capitals", { ...COMMAND, name: "Ask" }],
    ["with a space in its name", { ...COMMAND, name: "ask me" }],
    ["without a description", { name: "ask", type: 1 }],
    ["with a description over 100", { ...COMMAND, description: "x".repeat(101) }],
    [
      "with a required option after an optional one",
      { ...COMMAND, options: [option("a"), option("b", { required: true })] },
    ],
    ["with one option twice", { ...COMMAND, options: [option("a"), option("a")] }],
    [
      "with choices and completion",
      { ...COMMAND, options: [option("a", { autocomplete: true, choices: [{ name: "n", value: "v" }] })] },
    ],
    ["with 26 options", { ...COMMAND, options: Array.from({ length: 26 }, (_, index) => option(`o${index}`)) }],
    ["translated in capitals", { ...COMMAND, name_localizations: { de: "Frage" } }],
    ["translated to no language", { ...COMMAND, name_localizations: { xx: "ask" } }],
    ["for private channels but not for users", { ...COMMAND, contexts: [2], integration_types: [0] }],
    ["of the Apps menu with a description", { name: "Ask", type: 3, description: "x" }],
    [
      "of over 8000 characters",
      {
        ...COMMAND,
        options: ["a", "b"].map((name) =>
          option(name, {
            choices: Array.from({ length: 25 }, (_, index) => ({
              name: `${index}`.padEnd(90, "x"),
              value: "v".repeat(90),
            })),
          }),
        ),
      },
    ],
  ])("%s is refused with 50035", async (_, command) => {
    const { register } = await openHouse();
    expect(await register([command])).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it("keeps its id when overwritten, and its version when nothing changed", async () => {
    const { register, call, commandsPath } = await openHouse();
    const translated = { ...COMMAND, name_localizations: { de: "frage" } };
    const [first] = (await register([translated])).body;
    const [same] = (await register([translated])).body;
    const [changed] = (await register([{ ...translated, description: "Other" }])).body;
    expect([same.id, same.version, changed.id]).toEqual([first.id, first.version, first.id]);
    expect(changed.version).not.toBe(first.version);
    expect((await call("GET", commandsPath)).body[0].name_localizations).toBeUndefined();
    const whole = (await call("GET", `${commandsPath}?with_localizations=true`)).body[0];
    expect(whole.name_localizations).toEqual({ de: "frage" });
  });

  it("belongs to at most a hundred of its type, and one per name", async () => {
    const { register } = await openHouse();
    const many = Array.from({ length: 101 }, (_, index) => ({ ...COMMAND, name: `ask-${index}` }));
    expect(await register(many)).toMatchObject({ status: 400, body: { code: 30032 } });
    expect(await register([COMMAND, COMMAND])).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it("of a guild is offered there only, and no guild but its own takes it", async () => {
    const { sandbox, call, ada } = await openHouse();
    const path = (guild: string) => `/applications/${sandbox.bot.id}/guilds/${guild}/commands`;
    expect((await call("PUT", path(sandbox.store.guild.id), [COMMAND])).body[0].guild_id).toBe(sandbox.store.guild.id);
    expect(() => ada.slash("ask", {}, ada.dm())).toThrow("no command");
    expect(ada.slash("ask").event.t).toBe("INTERACTION_CREATE");
    expect(await call("PUT", path("100000000000000000"), [])).toMatchObject({ status: 403, body: { code: 50001 } });
  });
});
