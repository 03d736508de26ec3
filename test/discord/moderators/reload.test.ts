/** What the moderators of the home server are told of an edit, and how they accept one: with real files, saved while the bot runs. */
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import { commands } from "../../../commands/all.js";
import { openJudgedSandbox } from "../../../packages/discord-sandbox/test/judged-sandbox.js";
import { type DataNews, describeNews } from "../../../src/core/quality/news.js";
import { addDays, type CalendarDate } from "../../../src/core/values/calendar.js";
import { renderReport } from "../../../src/discord/render/reports.js";
import { UNHURRIED } from "../../bot-times.js";
import { openTemporary, textFor } from "../../store/live-folder.js";
import { saidBy } from "../member-server.js";
import { openBot } from "../open-bot.js";

const TODAY = "2026-11-23" as CalendarDate;
const ANSWERS = "answers/dates.yaml";
const GOLDEN = "expect: start-date }";

interface Setting {
  readonly isHome?: boolean;
  readonly hasModerators?: boolean;
  readonly today?: CalendarDate;
  readonly prepare?: (temporary: ReturnType<typeof openTemporary>) => void | Promise<void>;
}

async function openEnvironment({ isHome = true, hasModerators = true, today = TODAY, prepare }: Setting = {}) {
  const temporary = openTemporary();
  await prepare?.(temporary);
  const live = await temporary.openGood();
  const sandbox = await openJudgedSandbox({ channels: ["general", "mods"] });
  const lines: string[] = [];
  const settings = { listed: {}, ...(hasModerators && { moderators: sandbox.channel("mods").id }) };
  const bot = await openBot({
    token: sandbox.token,
    api: sandbox.url,
    commands,
    times: UNHURRIED,
    channels: {
      of: () => settings,
      isAnyListed: () => false,
      change: async () => ({ kind: "failed", problem: "not here" }),
    },
    log: pino({ level: "info" }, { write: (line: string) => void lines.push(line) }),
    context: () => ({ ...live.current(), today }),
    reload: live.reload,
    dataProblems: live.problems,
    onDataNews: live.onNews,
    ...(isHome ? { homeServer: sandbox.store.guild.id } : {}),
  });
  onTestFinished(async () => void (await bot.close()));
  live.watch({ every: 15, quiet: 45 });
  const mod = sandbox.person("mod");
  const posts = (channel = "mods") => saidBy(sandbox, channel).map(({ message }) => message.content);
  return {
    ...temporary,
    live,
    sandbox,
    lines,
    posts,
    said: (...patterns: RegExp[]) =>
      expect.poll(() => posts()).toEqual(patterns.map((pattern) => expect.stringMatching(pattern))),
    moderate: async (what: string, values: Readonly<Record<string, string | boolean>> = {}) =>
      (await mod.slash(`moderate ${what}`, values).post()).message.content,
    ask: async (question: string) => (await mod.slash("ask", { question }, "general").post()).message.content,
    about: async () => (await mod.slash("about", {}).post()).message.content,
  };
}

describe("a good edit", () => {
  it("is told with what it changes, as soon as it is in force", async () => {
    const { edit, said, live } = await openEnvironment();
    edit(ANSWERS, "45 days after", "later than");
    await said(
      /^\*\*The new data is in force: version [0-9a-f]{12}, \d+\.\d s.*\*\*\n- 2 answers, 3 phrasings[\s\S]*```diff[\s\S]*start-date\n- On .*45 days after.*\n\+ On .*later than/,
    );
    expect(textFor(live)).toContain("later than");
  });

  it("is told again by a new message for the next one: both changes stay to be read", async () => {
    const { edit, said } = await openEnvironment();
    edit(ANSWERS, "45 days after", "later than");
    await said(/later than/);
    edit(ANSWERS, "later than", "long after");
    await said(/later than/, /long after/);
  });

  it("is what the next question gets, also where the same was answered in the channel a moment ago", async () => {
    const { edit, said, ask } = await openEnvironment();
    expect(await ask("When would it have started?")).toContain("45 days after");
    expect(await ask("When would it have started?")).toContain("a moment ago");
    edit(ANSWERS, "45 days after", "later than");
    await said(/in force/);
    expect(await ask("When would it have started?")).toContain("later than");
  });
});

describe("a bad edit", () => {
  it("is told with file, line and column; the bot goes on with what was good", async () => {
    const { edit, said, live } = await openEnvironment();
    edit(ANSWERS, "source: the-order", "source: the-odrer");
    await said(
      /problems; version [0-9a-f]{12} stays in force\*\*\n❌ answers\/dates\.yaml:5:15 start-date, cites: .*the-odrer/,
    );
    expect(textFor(live)).toContain("45 days after");
  });

  it("does not flood the channel: the same is not told twice, another problem rewrites the message, and so does the mending", async () => {
    const { edit, said, live, sandbox } = await openEnvironment();
    edit(ANSWERS, "source: the-order", "source: the-odrer");
    await said(/the-odrer/);
    await live.reload();
    const writes = sandbox.exchanges.filter(({ path }) => path.includes("/messages"));
    expect(writes).toHaveLength(1);
    edit("sources.yaml", "tier: primary", "tier: golden");
    await said(/sources\.yaml/);
    edit("sources.yaml", "tier: golden", "tier: primary");
    await said(/the-odrer/);
    edit(ANSWERS, "source: the-odrer", "source: the-order");
    await said(/Nothing has changed/);
  });

  it("is told to nobody where there is no home server or no moderators' channel, and logged", async () => {
    for (const setting of [{ isHome: false }, { hasModerators: false }]) {
      const { edit, posts, lines } = await openEnvironment(setting);
      edit(ANSWERS, "source: the-order", "source: the-odrer");
      await expect.poll(() => lines.join("")).toContain("notice.no_channel");
      expect(lines.join("")).toContain("the-odrer");
      expect([...posts(), ...posts("general")]).toEqual([]);
    }
  });

  it("is said by /about and /moderate check as long as it lasts", async () => {
    const { edit, said, moderate, about } = await openEnvironment();
    expect(await about()).not.toContain("has problems");
    edit(ANSWERS, "source: the-order", "source: the-odrer");
    await said(/the-odrer/);
    expect(await about()).toContain("has problems, so I answer from the last good version");
    expect(await moderate("check")).toMatch(/❌ Data: version .*the newest edit is not in force.*the-odrer/);
    edit(ANSWERS, "source: the-odrer", "source: the-order");
    await said(/Nothing has changed/);
    expect(await about()).not.toContain("has problems");
  });
});

describe("an edit that changes the reply to a golden question", () => {
  it("is held back and shown, until a moderator accepts it with force", async () => {
    const { edit, said, moderate, live } = await openEnvironment();
    const { version } = live.current();
    edit("golden.yaml", GOLDEN, "expect: none }");
    await said(
      /would change the reply to a golden question[\s\S]*❌ "when did it begin": none is expected, but the reply is start-date[\s\S]*reload force:True/,
    );
    expect(await moderate("reload")).toContain("would change the reply");
    expect(live.current().version).toBe(version);
    expect(await moderate("reload", { force: true })).toMatch(
      /in force: version[\s\S]*Accepted, though a golden question fails/,
    );
    await said(/Accepted, though/);
    expect(live.current().version).not.toBe(version);
  });

  it("is told once: to try it again without force tells nothing new", async () => {
    const { edit, said, moderate, sandbox } = await openEnvironment();
    edit("golden.yaml", GOLDEN, "expect: none }");
    await said(/would change the reply/);
    await moderate("reload");
    expect(sandbox.exchanges.filter(({ path }) => /channels\/\d+\/messages/.test(path))).toHaveLength(1);
  });
});

describe("a start on bad files", () => {
  it("is told to the moderators, and rewritten once they are mended", async () => {
    const { edit, said } = await openEnvironment({
      async prepare({ open, edit }) {
        await open();
        edit(ANSWERS, "source: the-order", "source: the-odrer");
      },
    });
    await said(/stays in force[\s\S]*the-odrer/);
    edit(ANSWERS, "source: the-odrer", "source: the-order");
    await said(/Nothing has changed/);
  });
});

describe("/moderate check", () => {
  const timely = ({ edit }: ReturnType<typeof openTemporary>) =>
    edit(ANSWERS, "related: [app-maker]", "review-by: 2027-05-31\n  related: [app-maker]");
  const BY = "2027-05-31" as CalendarDate;

  it.each([
    [-31, /✅ Reviews: none is due within a month/],
    [-30, /✅ Reviews: due soon: start-date by 2027-05-31/],
    [1, /❌ Reviews: 1 overdue\..*start-date by 2027-05-31/],
  ])("lists, %i days from the day, the reviews that are due", async (days, pattern) => {
    const { moderate } = await openEnvironment({ today: addDays(BY, days), prepare: timely });
    expect(await moderate("check")).toMatch(pattern);
  });

  it("leaves reviews to the home server", async () => {
    const { moderate } = await openEnvironment({ isHome: false, today: addDays(BY, 1), prepare: timely });
    expect(await moderate("check")).not.toContain("Reviews");
  });
});

describe("an edit that several processes see", () => {
  async function openProcesses() {
    const live = await openTemporary().openGood();
    const sandbox = await openJudgedSandbox({ channels: ["mods"] });
    const listeners: ((news: DataNews) => void)[] = [];
    for (let count = 0; count < 3; count++) {
      const bot = await openBot({
        token: sandbox.token,
        api: sandbox.url,
        commands,
        channels: {
          of: () => ({ listed: {}, moderators: sandbox.channel("mods").id }),
          isAnyListed: () => false,
          change: async () => ({ kind: "failed", problem: "not here" }),
        },
        log: pino({ level: "silent" }),
        context: () => ({ ...live.current(), today: TODAY }),
        onDataNews: (listener) => void listeners.push(listener),
        homeServer: sandbox.store.guild.id,
      });
      onTestFinished(async () => void (await bot.close()));
    }
    const posted = () => sandbox.exchanges.filter(({ operation }) => operation === "create_message").length;
    /** Each process needs a time of its own for it. */
    const see = async (news: DataNews) => {
      const before = posted();
      for (const [index, tell] of listeners.entries())
        tell(news.kind === "replaced" ? { ...news, seconds: 0.6 + index / 10 } : news);
      await expect.poll(posted).toBe(before + listeners.length);
    };
    return { see, posts: () => saidBy(sandbox, "mods").map(({ message }) => message.content) };
  }

  it("is told once, however long each of them took", async () => {
    const { see, posts } = await openProcesses();
    await see({ kind: "replaced", version: "v1" });
    expect(posts()).toEqual([expect.stringContaining("version v1, 0.")]);
  });

  it("is told again where it was undone and made again meanwhile", async () => {
    const { see, posts } = await openProcesses();
    for (const version of ["v1", "v0", "v1", "v0"]) await see({ kind: "replaced", version });
    await see({ kind: "kept", version: "v0", problems: ["a tab"] });
    expect(posts().map((content) => /version (v\d)/.exec(content)?.[1])).toEqual(["v1", "v0", "v1", "v0", "v0"]);
  });
});

describe("a notice", () => {
  const golden = { ask: "what `day`?", expect: ["start-date"] };
  const texts = Array.from({ length: 40 }, (_, index) => ({
    labels: [`entry-${index}`] as [string],
    before: ["It was ```so``` and @everyone knew it."],
    after: [`It was ${"otherwise ".repeat(12)}.`],
  }));
  const moves = { golden: [], phrasings: [], texts, asked: { golden: 230, phrasings: 19_000 }, advice: [] };
  const failed = Array.from({ length: 30 }, (_, index) => ({
    golden,
    index,
    given: { kind: "unknown" as const, labels: [] },
  }));

  it.each<[string, DataNews]>([
    ["of a large change", { kind: "replaced", version: "abc", moves }],
    ["of many golden questions and a large change", { kind: "held", version: "abc", failed, moves }],
    [
      "of many problems",
      {
        kind: "kept",
        version: "abc",
        problems: Array.from({ length: 90 }, (_, i) => `a.yaml:${i}:1 ${"*x* ".repeat(60)}`),
      },
    ],
  ])("%s fits into one message, and counts what is left out", (_, news) => {
    const { content, allowedMentions } = renderReport(describeNews(news));
    expect(content.length).toBeLessThanOrEqual(2000);
    expect(content).toMatch(/… and \d+ more/);
    expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
    if ("moves" in news) {
      expect(content.split("```")).toHaveLength(3);
      expect(content).toContain("npm run check -- --against");
    }
  });

  it("shows a file's name as it is, and no link in it", () => {
    const problems = ["[order.yaml](https:/evil.example).yaml:1:1 No data file of this name is known."];
    const { content } = renderReport(describeNews({ kind: "kept", version: "abc", problems }));
    expect(content).toContain("❌ \\[order.yaml](https:/evil.example).yaml:1:1");
  });
});
