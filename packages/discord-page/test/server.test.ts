/** The page's server: what it serves, whom it lets in, and what it does for them; no browser is needed. */
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { type IncomingMessage, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { Sandbox } from "discord-sandbox";
import { describe, expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import { createCaller, openJudgedSandbox } from "../../discord-sandbox/test/judged-sandbox.js";
import { openPage } from "../src/page.js";
import type { Outcome, ServerMessage, ShownPost, Snapshot } from "../src/protocol.js";
import type { PageRequest } from "../src/requests.js";

const FILES = ["page.html", "page.js", "page.css", "favicon.svg"];
const CHANNELS = [
  { name: "one", topic: "The first" },
  { name: "two", topic: "The second" },
];
const PEOPLE = [
  { name: "ada", moderates: false },
  { name: "grace", moderates: true },
];

async function open() {
  const assets = mkdtempSync(join(tmpdir(), "page-"));
  for (const file of FILES) writeFileSync(join(assets, file), `This is ${file}`);
  const sandbox = await openJudgedSandbox({ channels: ["one", "two"] });
  const page = await openPage({ sandbox, port: 0, channels: CHANNELS, people: PEOPLE, assets });
  onTestFinished(async () => {
    await page.close();
    rmSync(assets, { recursive: true });
  });
  return { sandbox, page, assets };
}

/** Unlike `fetch` it sends whatever Host header it is given. */
async function get(url: string, headers: Record<string, string> = {}, method = "GET") {
  const [response]: IncomingMessage[] = await once(request(url, { headers, method }).end(), "response");
  if (response === undefined) throw new Error("no response");
  return { status: response.statusCode, headers: response.headers, body: await text(response) };
}

type Viewer = Awaited<ReturnType<typeof view>>;

async function view(url: string, origin = url) {
  const socket = new WebSocket(url.replace("http", "ws"), { origin });
  onTestFinished(() => socket.terminate());
  const posts: ShownPost[] = [];
  const waiting = new Map<number, (outcome: Outcome) => void>();
  let number = 0;
  const closed = new Promise<number>((resolve) => socket.once("close", resolve));
  const snapshot = await new Promise<Snapshot>((resolve, reject) => {
    socket.once("error", reject);
    socket.on("message", (data) => {
      const update: ServerMessage = JSON.parse(String(data));
      if (update.type === "snapshot") resolve(update);
      if (update.type === "post") posts.push(update.post);
      if (update.type === "outcome") waiting.get(update.of)?.(update.outcome);
    });
  });
  const [first] = snapshot.people;
  return {
    snapshot,
    posts,
    closed,
    send: (frame: string) => socket.send(frame),
    ask(asked: Omit<PageRequest, "as" | "locale"> & Record<string, unknown>, as = first?.id): Promise<Outcome> {
      number += 1;
      socket.send(JSON.stringify({ number, request: { as, locale: "en-US", ...asked } }));
      return new Promise((resolve) => waiting.set(number, resolve));
    },
  };
}

const channelNamed = ({ snapshot }: Viewer, name: string): string =>
  snapshot.channels.find((channel) => channel.name === name)?.id ?? expect.unreachable(name);

/** A bot that is nothing but its REST calls. */
const registerCommands = (sandbox: Sandbox, commands: object[]) =>
  createCaller(sandbox)("PUT", `/applications/${sandbox.bot.id}/commands`, commands);

const answer = (sandbox: Sandbox, { id, token }: { id: string; token: string }, body: object) =>
  createCaller(sandbox)("POST", `/interactions/${id}/${token}/callback`, body);

describe("the page's server", () => {
  it("serves the four files of the page, under a policy that lets nothing else in", async () => {
    const { page } = await open();
    const answers = await Promise.all(
      ["/", "/page.js", "/page.css", "/favicon.svg"].map((path) => get(page.url + path)),
    );
    expect(answers.map(({ status, body }) => [status, body])).toEqual(FILES.map((file) => [200, `This is ${file}`]));
    const policy = String(answers[0]?.headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy.replaceAll(/ws:\/\/127\.0\.0\.1:\d+/g, "")).not.toMatch(/https?:|wss?:|\*/);
  });

  it.each(["/page.html", "/nothing", "/../package.json", "/%2e%2e/package.json", "//example.org/"])(
    "has nothing else to serve: %s",
    async (path) => {
      const { page } = await open();
      expect((await get(page.url + path)).status).toBe(404);
    },
  );

  it("takes nothing by other methods", async () => {
    const { page } = await open();
    expect((await get(`${page.url}/`, {}, "POST")).status).toBe(405);
    expect(await get(`${page.url}/`, {}, "HEAD")).toMatchObject({ status: 200, body: "" });
  });

  it("refuses whoever comes under another name, as a web site does whose name was made to lead here", async () => {
    const { page } = await open();
    const { port } = new URL(page.url);
    const statuses = await Promise.all(
      [
        `127.0.0.1:${port}`,
        `localhost:${port}`,
        `example.org:${port}`,
        "127.0.0.1",
        `127.0.0.1.example.org:${port}`,
      ].map(async (host) => (await get(`${page.url}/`, { host })).status),
    );
    expect(statuses).toEqual([200, 200, 403, 403, 403]);
  });

  it.each(["http://example.org", "null", "http://127.0.0.1:1", "https://localhost"])(
    "lets no page of %s talk to the bot",
    async (origin) => {
      const { page } = await open();
      await expect(view(page.url, origin)).rejects.toThrow("403");
    },
  );

  it("says which command builds the page where that has not been done", async () => {
    const sandbox = await openJudgedSandbox();
    const opening = openPage({ sandbox, port: 0, channels: [], people: [], assets: "no/such/folder" });
    await expect(opening).rejects.toThrow(/not built.*npm run build/);
  });

  it("serves what was built again meanwhile, and gives it another version", async () => {
    const { page, assets } = await open();
    const { snapshot } = await view(page.url);
    writeFileSync(join(assets, "page.js"), "changed");
    expect((await get(`${page.url}/page.js`)).body).toBe("changed");
    expect((await view(page.url)).snapshot.version).not.toBe(snapshot.version);
  });

  it("rejects with the system's error where the port is taken", async () => {
    const { sandbox, page } = await open();
    const assets = mkdtempSync(join(tmpdir(), "page-"));
    onTestFinished(() => rmSync(assets, { recursive: true }));
    for (const file of FILES) writeFileSync(join(assets, file), "");
    const port = Number(new URL(page.url).port);
    const opening = openPage({ sandbox, port, channels: CHANNELS, people: PEOPLE, assets });
    await expect(opening).rejects.toMatchObject({ code: "EADDRINUSE" });
  });
});

describe("a viewer", () => {
  it("is told the channels, a direct message for each person, and what was said before", async () => {
    const { sandbox, page } = await open();
    sandbox.person("ada").say("two", "hello");
    const { snapshot } = await view(page.url);
    expect(snapshot.channels.map(({ name }) => name)).toEqual(["one", "two", "bot", "bot"]);
    expect(snapshot.channels.map(({ directFor }) => directFor)).toEqual([
      undefined,
      undefined,
      ...snapshot.people.map(({ id }) => id),
    ]);
    expect(snapshot.people.map(({ name, moderates }) => ({ name, moderates }))).toEqual(PEOPLE);
    expect(snapshot.posts.map(({ message }) => message.content)).toEqual(["hello"]);
    expect(JSON.stringify(snapshot)).not.toContain(sandbox.token);
  });

  it("says, edits and deletes as the person that one is, and is told of it", async () => {
    const { page } = await open();
    const viewer = await view(page.url);
    const channel = channelNamed(viewer, "one");
    expect(await viewer.ask({ do: "say", channel, text: "first" })).toEqual({ kind: "done" });
    const post = viewer.posts[0]?.message.id ?? "";
    expect(await viewer.ask({ do: "edit", channel, post, text: "second" })).toEqual({ kind: "done" });
    expect(await viewer.ask({ do: "say", channel, text: "third", replyTo: post })).toEqual({ kind: "done" });
    expect(await viewer.ask({ do: "remove", channel, post })).toEqual({ kind: "done" });
    expect(viewer.posts.map(({ message, gone }) => [message.content, gone])).toEqual([
      ["first", undefined],
      ["second", undefined],
      ["third", undefined],
      ["second", true],
    ]);
    expect(viewer.posts[2]?.message.message_reference?.message_id).toBe(post);
  });

  it("is told what can't be done, in words", async () => {
    const { page } = await open();
    const viewer = await view(page.url);
    const channel = channelNamed(viewer, "one");
    const [, grace] = viewer.snapshot.people;
    await viewer.ask({ do: "say", channel, text: "ada's" });
    const post = viewer.posts[0]?.message.id ?? "";
    const outcomes = [
      await viewer.ask({ do: "remove", channel, post }, grace?.id),
      await viewer.ask({ do: "say", channel, text: "x".repeat(2001) }),
      await viewer.ask({ do: "say", channel: post, text: "nowhere" }),
      await viewer.ask({ do: "slash", channel, name: "none", options: {} }),
    ];
    expect(outcomes.map((outcome) => outcome.kind === "problem" && outcome.problem)).toEqual([
      "A person deletes only their own messages, unless they may manage messages",
      "Discord's client doesn't send more than 2000 characters",
      "That channel is gone.",
      'The bot has no command "none" of type 1 here',
    ]);
  });

  it("is sent away when it says what the page would never say", async () => {
    const { page } = await open();
    const viewer = await view(page.url);
    viewer.send('{"number":1,"request":{"do":"shutdown"}}');
    expect(await viewer.closed).toBe(1008);
  });

  it("uses commands, and sees an ephemeral answer with its addressee and the command above it", async () => {
    const { sandbox, page } = await open();
    await registerCommands(sandbox, [{ name: "hi", description: "Says hi" }]);
    const viewer = await view(page.url);
    const channel = channelNamed(viewer, "one");
    const [ada] = viewer.snapshot.people;
    expect(await viewer.ask({ do: "offered", channel })).toMatchObject({ commands: [{ name: "hi" }] });
    sandbox.listen(({ t, d }) => {
      if (t === "INTERACTION_CREATE") void answer(sandbox, d, { type: 4, data: { content: "secret", flags: 64 } });
    });
    expect(await viewer.ask({ do: "slash", channel, name: "hi", options: {} })).toEqual({ kind: "done" });
    expect(viewer.posts).toMatchObject([{ message: { content: "secret" }, onlyFor: ada?.id, used: { command: "hi" } }]);
  });

  it("speaks the language that one chose for one's client, and of those only that Discord has", async () => {
    const { sandbox, page } = await open();
    await registerCommands(sandbox, [{ name: "hi", description: "Says hi" }]);
    sandbox.listen(({ t, d }) => {
      if (t === "INTERACTION_CREATE")
        void answer(sandbox, d, { type: 4, data: { content: "locale" in d ? d.locale : "" } });
    });
    const viewer = await view(page.url);
    const slash = { do: "slash", channel: channelNamed(viewer, "one"), name: "hi", options: {} } as const;
    await viewer.ask({ ...slash, locale: "zh-TW" });
    expect(viewer.posts.at(-1)?.message.content).toBe("zh-TW");
    void viewer.ask({ ...slash, locale: "tlh" });
    expect(await viewer.closed).toBe(1008);
  });

  it("is told when the bot lets a command pass in silence", async () => {
    const { sandbox, page } = await open();
    sandbox.times.acknowledgeWithin = 20;
    await registerCommands(sandbox, [{ name: "hi", description: "Says hi" }]);
    const viewer = await view(page.url);
    const slash = { do: "slash", channel: channelNamed(viewer, "one"), name: "hi", options: {} } as const;
    expect(await viewer.ask(slash)).toEqual({ kind: "silence" });
  });

  it("fills in a form that the bot opens", async () => {
    const { sandbox, page } = await open();
    await registerCommands(sandbox, [{ name: "form", description: "Opens a form" }]);
    const field = { type: 4, custom_id: "text", label: "Text", style: 1 };
    const modal = { custom_id: "form", title: "A form", components: [{ type: 1, components: [field] }] };
    sandbox.listen(({ t, d }) => {
      if (t !== "INTERACTION_CREATE") return;
      const shown = d.type === 5 ? { type: 4, data: { content: JSON.stringify(d.data.components) } } : undefined;
      void answer(sandbox, d, shown ?? { type: 9, data: modal });
    });
    const viewer = await view(page.url);
    const channel = channelNamed(viewer, "one");
    const opened = await viewer.ask({ do: "slash", channel, name: "form", options: {} });
    if (opened.kind !== "modal") return expect.unreachable(opened.kind);
    expect(opened.modal.title).toBe("A form");
    const submit = { do: "submit", action: opened.action, values: { text: "filled in" } } as const;
    expect(await viewer.ask(submit)).toEqual({ kind: "done" });
    expect(viewer.posts.at(-1)?.message.content).toContain("filled in");
    expect(await viewer.ask(submit)).toEqual({ kind: "problem", problem: "That form is gone." });
  });

  it("sees under the hood what belongs to a message, and no token", async () => {
    const { sandbox, page } = await open();
    const viewer = await view(page.url);
    const channel = channelNamed(viewer, "one");
    await viewer.ask({ do: "say", channel, text: "asked" });
    const asked = viewer.posts[0]?.message.id ?? "";
    await createCaller(sandbox)("POST", `/channels/${channel}/messages`, {
      content: "answered",
      message_reference: { message_id: asked },
    });
    await createCaller(sandbox)("POST", `/channels/${channel}/messages`, { content: "something else" });
    const outcome = await viewer.ask({ do: "records", channel, post: asked });
    if (outcome.kind !== "records") return expect.unreachable(outcome.kind);
    expect(outcome.records).toMatchObject([
      { kind: "rest", method: "POST", status: 200, request: { content: "answered" } },
    ]);
    expect(JSON.stringify(outcome)).not.toContain(sandbox.token);
  });
});
