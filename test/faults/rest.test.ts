/** What REST can do to a reply; ids as in ids.json. */
import { answerInstead, answerLate, failAfterwards, type RestFault, resetConnection } from "discord-sandbox/faults";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { openJudgedSandbox } from "../../packages/discord-sandbox/test/judged-sandbox.js";
import { isKnownLabel } from "../../src/core/data/knowledge.js";
import { writerFor } from "../../src/core/reply/writer.js";
import type { Label } from "../../src/core/values/label.js";
import type { Locale } from "../../src/core/values/locale.js";
import { renderDecision } from "../../src/discord/render/outcomes.js";
import { openBotInSandbox, optionsFor, postsOfBot, settle } from "./bot-in-sandbox.js";
import { expectEnding, startBot } from "./bot-process.js";

const wait = (seconds: number, headers = {}): RestFault => {
  const body = {
    message: "You are being rate limited.",
    retry_after: seconds,
    global: "x-ratelimit-global" in headers,
  };
  return answerInstead(429, body, { "retry-after": String(seconds), ...headers });
};
const GLOBAL = { "x-ratelimit-global": "true", "x-ratelimit-scope": "global" };
const BODIES = {
  permissions: { code: 50013, message: "Missing Permissions" },
  form: {
    code: 50035,
    message: "Invalid Form Body",
    errors: { content: { _errors: [{ code: "BASE_TYPE_MAX_LENGTH", message: "Must be 2000 or fewer in length." }] } },
  },
  empty: { code: 50006, message: "Cannot send an empty message" },
};

const QUESTION = "is wechat pay banned?";

/** A mention in the channel is answered with one message, whatever `fault` does to the reply. */
async function expectOneReply(environment: Awaited<ReturnType<typeof openBotInSandbox>>): Promise<void> {
  const { sandbox, ada, mention } = environment;
  const post = await ada.say("general", mention(QUESTION)).post();
  expect(post.message.content).toContain("WeChat Pay");
  await settle();
  expect(postsOfBot(sandbox)).toHaveLength(1);
}

describe("a rate limit", () => {
  it.each([
    ["R01", "of the route", {}],
    ["R02", "of everything", GLOBAL],
  ])("%s %s: one reply, late", async (_, __, headers) => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_message", wait(0.2, headers), 1);
    await expectOneReply(environment);
    expect(environment.requests("create_message").map(({ status }) => status)).toEqual([429, 200]);
  });

  it.each([
    ["R01", "of the route", {}],
    ["R02", "of everything", GLOBAL],
  ])("%s %s: an interaction that would be answered too late is given up and counted", async (_, __, headers) => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_interaction_response", wait(60, headers), 1);
    environment.ada.slash("ask", { question: QUESTION });
    await environment.counted("throttled");
    expect(environment.requests("create_interaction_response")).toHaveLength(1);
    await environment.expectAlive();
  });

  it("R01 of the route: an interaction that there is time for is answered after the wait", async () => {
    const { sandbox, ada } = await openBotInSandbox();
    sandbox.faults.rest("create_interaction_response", wait(0.1), 1);
    expect((await ada.slash("ask", { question: QUESTION }).post()).message.content).toContain("WeChat Pay");
  });

  it("R03 without a word on how long, from the edge: a handful of requests, then counted and logged", async () => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("*", answerInstead(429, "<html>slow down</html>"));
    for (let asked = 0; asked < 5; asked += 1)
      environment.ada.say("general", environment.mention(`${QUESTION} ${asked}`));
    await environment.counted("throttled", 5);
    expect(environment.requests("create_message").length).toBeLessThan(12);
    expect(environment.lines.filter((line) => line.includes('"outcome":"throttled"'))).toHaveLength(5);
    environment.sandbox.faults.clear();
    await settle();
    await environment.expectAlive();
  });

  it("R04 a bucket of 2, five messages: five replies, in order", async () => {
    const limits = { bucket: (operation: string) => ({ limit: operation === "create_message" ? 2 : 50, per: 200 }) };
    const { sandbox, mention } = await openBotInSandbox({}, { limits });
    const apps = ["Alipay", "CamScanner", "SHAREit", "VMate", "WPS Office"];
    const acts = apps.map((app, index) => sandbox.person(`p${index}`).say("general", mention(`is ${app} banned?`)));
    await Promise.all(acts.map((act) => act.post()));
    const replied = postsOfBot(sandbox).map(({ message }) => message.message_reference?.message_id);
    expect(replied).toEqual(acts.map(({ said }) => said.message.id));
  });
});

describe("a server in trouble", () => {
  it("R05 500 once: one reply", async () => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_message", answerInstead(500, {}), 1);
    await expectOneReply(environment);
  });

  it("R06 502 always: the bot is alive, and the log has a reference", async () => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_message", answerInstead(502, {}));
    environment.ada.say("general", environment.mention(QUESTION));
    await environment.counted("unreachable");
    expect(environment.requests("create_message").length).toBeGreaterThan(1);
    expect(environment.requests("create_message").length).toBeLessThanOrEqual(8);
    expect(environment.lines.join("")).toMatch(/"outcome":"unreachable","reference":"[0-9a-f]{8}"/);
    environment.sandbox.faults.clear();
    await environment.expectAlive();
  });

  it("R07 500 after the message was created: one message", async () => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_message", failAfterwards(500), 1);
    await expectOneReply(environment);
    expect(environment.requests("create_message")).toHaveLength(2);
  });

  it("R08 slower than the timeout, and created anyway: one message", async () => {
    const environment = await openBotInSandbox({ times: { request: 200 } });
    environment.sandbox.faults.rest("create_message", answerLate(500), 1);
    await expectOneReply(environment);
    await settle(400);
    expect(environment.requests("create_message")).toHaveLength(2);
    expect(postsOfBot(environment.sandbox)).toHaveLength(1);
  });

  it("R09 the connection is reset: one reply", async () => {
    const environment = await openBotInSandbox();
    environment.sandbox.faults.rest("create_message", resetConnection, 1);
    await expectOneReply(environment);
  });

  it("R10 the connection is refused always: alive, and counted", async () => {
    const environment = await openBotInSandbox();
    const { options } = environment.bot.client.rest;
    const { api } = options;
    options.api = "http://127.0.0.1:1/api";
    environment.ada.say("general", environment.mention(QUESTION));
    await environment.counted("unreachable");
    options.api = api;
    await environment.expectAlive();
  });

  it("R11 401 on one authenticated call: the bot ends, for the client has lost its token", async () => {
    const sandbox = await openJudgedSandbox();
    const bot = startBot(sandbox);
    await bot.connected();
    sandbox.faults.rest("create_message", answerInstead(401, { code: 0, message: "401: Unauthorized" }), 1);
    const ada = sandbox.person("ada");
    ada.say(ada.dm(), QUESTION);
    await expectEnding(bot, 1, /refused the bot's token \(401\)/);
    expect(bot.output()).not.toContain(sandbox.token);
  });
});

describe("a reply that Discord doesn't take", () => {
  it("R12 50013: the asker is told in a direct message, and the channel is left alone", async () => {
    const { sandbox, ada, mention, counted, requests, expectAlive } = await openBotInSandbox();
    const general = sandbox.channel("general");
    sandbox.faults.rest("create_message", ({ path }, work) =>
      path.includes(general.id) ? { status: 403, body: BODIES.permissions } : work(),
    );
    ada.say("general", mention(QUESTION));
    await counted("forbidden");
    await expect.poll(() => postsOfBot(sandbox, ada.dm())).toHaveLength(1);
    expect(postsOfBot(sandbox, ada.dm())[0]?.message.content).toContain(`I may not write in <#${general.id}>`);
    ada.say("general", mention("is alipay banned?"));
    await counted("forbidden", 2);
    expect(requests("create_message").filter(({ path }) => path.includes(general.id))).toHaveLength(1);
    expect(postsOfBot(sandbox, ada.dm())).toHaveLength(1);
    await expectAlive();
  });

  it("R13 50035: logged whole, and a short plain apology with its reference is sent", async () => {
    const { sandbox, ada, mention, lines, bot } = await openBotInSandbox();
    sandbox.faults.rest("create_message", answerInstead(400, BODIES.form), 1);
    const { content } = (await ada.say("general", mention(QUESTION)).post()).message;
    const reference = /[0-9a-f]{8}/.exec(content)?.[0] ?? "none";
    const line = lines.find((logged) => logged.includes(reference));
    expect(line).toContain("content[BASE_TYPE_MAX_LENGTH]: Must be 2000 or fewer in length.");
    expect(JSON.parse(line ?? "{}").level).toBe(50);
    expect(bot.counters.counts.rejected).toBe(1);
  });

  it("R13 50035 on a slash command and on a button: an apology with its reference", async () => {
    const { sandbox, ada } = await openBotInSandbox();
    const long = await ada.slash("timeline").post();
    sandbox.faults.rest("create_interaction_response", answerInstead(400, BODIES.form), 1);
    expect((await ada.slash("ask", { question: QUESTION }).post()).message.content).toMatch(/reference.*[0-9a-f]{8}/);
    sandbox.faults.rest("create_interaction_response", answerInstead(400, BODIES.form), 1);
    const [row] = long.message.components as { components: { custom_id: string; disabled?: boolean }[] }[];
    const button = row?.components.find(({ disabled }) => !disabled)?.custom_id ?? "";
    expect((await ada.press(long, button).post()).onlyFor).toBe(ada.user.id);
  });

  it("R14 50006: no answer of any entry or app is empty, or longer than Discord takes", async () => {
    const { given } = await optionsFor(await openJudgedSandbox());
    const { answerer, today, version } = given.context();
    const { knowledge } = answerer;
    const apps = Object.keys(knowledge.apps);
    const ofApps = apps.map((app): Label => ({ app }));
    const ofEntries = Object.keys(knowledge.entries).flatMap((entry): Label[] => [
      { entry },
      ...apps.map((app) => ({ entry, app })),
    ]);
    const label = fc.constantFrom(...ofApps, ...ofEntries.filter((one) => isKnownLabel(one, knowledge)));
    const locale = fc.constantFrom<Locale>("en", "zh-CN", "zh-TW");
    const labels = fc.array(label, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(labels, locale, fc.boolean(), (picked, language, isWatched) => {
        const [first, ...rest] = picked.flatMap((one) => answerer.answerLabel(one, { on: today }) ?? []);
        if (first === undefined) return;
        const hasModerators = () => isWatched;
        const writer = writerFor(knowledge, language);
        const renderContext = { writer, version, today, hasModerators, asker: "100000000000000000" };
        const { content } = renderDecision({ answers: [first, ...rest.slice(0, 2)] }, renderContext);
        expect(content.trim()).not.toBe("");
        expect(content.length).toBeLessThanOrEqual(2000);
      }),
      { numRuns: 500 },
    );
  });

  it("R14 50006 from Discord all the same: logged as a mistake of ours", async () => {
    const { sandbox, ada, mention, counted, lines } = await openBotInSandbox();
    sandbox.faults.rest("create_message", answerInstead(400, BODIES.empty), 1);
    const post = await ada.say("general", mention(QUESTION)).post();
    expect(post.message.content).toMatch(/reference/);
    await counted("rejected");
    expect(lines.join("")).toContain("Cannot send an empty message");
  });

  it("R15 its question was deleted meanwhile: no crash, and no reply is left behind", async () => {
    const { sandbox, ada, mention, expectAlive } = await openBotInSandbox();
    let said: ReturnType<typeof ada.say>["said"] | undefined;
    sandbox.faults.rest(
      "create_message",
      (_, work) => {
        if (said) ada.remove(said);
        return work();
      },
      1,
    );
    ({ said } = ada.say("general", mention(QUESTION)));
    await expect.poll(() => sandbox.exchanges.some(({ method }) => method === "DELETE")).toBe(true);
    await settle();
    expect(postsOfBot(sandbox)).toEqual([]);
    await expectAlive();
  });
});
