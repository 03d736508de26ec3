/** How the page reads a command while it is typed, and what it sends for it. */
import { describe, expect, it } from "vitest";
import { listLines, readLine } from "../client/command-line.js";
import { toSent, toShown } from "../client/mentions.js";
import { START, type State } from "../client/state.js";
import { fillOptions, suggestCommands, suggestMentions, suggestValues } from "../client/suggestions.js";

const option = (name: string, type = 3, more: object = {}) => ({ type, name, description: `The ${name}`, ...more });
const COMMANDS = [
  {
    type: 1,
    name: "look",
    description: "Looks",
    options: [option("app", 3, { required: true, autocomplete: true }), option("on")],
  },
  { type: 1, name: "list", description: "Lists", options: [option("page", 4)] },
  {
    type: 1,
    name: "set",
    description: "Sets",
    options: [
      option("check", 1),
      option("channels", 2, { options: [option("add", 1, { options: [option("channel", 7, { required: true })] })] }),
    ],
  },
  { type: 3, name: "Look at this", description: "" },
];
const LINES = listLines(COMMANDS, "en-US");

const STATE: State = {
  ...START,
  me: "11",
  snapshot: {
    version: "",
    guild: { id: "1", name: "Guild" },
    bot: { id: "10", name: "The bot" },
    people: [
      { id: "11", name: "ada", moderates: false },
      { id: "12", name: "adam", moderates: true },
    ],
    channels: [
      { id: "21", name: "one", topic: "" },
      { id: "22", name: "one-more", topic: "" },
      { id: "23", name: "The bot", topic: "", directFor: "11" },
    ],
  },
};

/** `|` is the caret. */
function read(typed: string) {
  const caret = typed.indexOf("|");
  return readLine(typed.replace("|", ""), caret < 0 ? typed.length : caret, LINES);
}

function filling(typed: string) {
  const found = read(typed);
  return found?.stage === "filling" ? found : expect.unreachable(typed);
}

describe("a line that begins with a slash", () => {
  it("can be any command, down to its subcommands, and none of the Apps menu", () => {
    expect(LINES.map(({ path }) => path)).toEqual(["list", "look", "set channels add", "set check"]);
  });

  it("is a name until it is whole and a space follows", () => {
    expect(read("/loo")).toEqual({ stage: "naming", typed: "loo" });
    expect(read("/look")).toEqual({ stage: "naming", typed: "look" });
    expect(read("/set channels ")).toEqual({ stage: "naming", typed: "set channels " });
    expect(filling("/set channels add ").line.path).toBe("set channels add");
  });

  it("is an ordinary message where it has another line, or no slash", () => {
    expect(read("look")).toBeUndefined();
    expect(read("/look \nand more")).toBeUndefined();
  });

  it.each([
    ["/look app: wechat pay on: 2021-03-01", { app: "wechat pay", on: "2021-03-01" }, "on"],
    ["/look app: we|chat on: 2021", { app: "wechat", on: "2021" }, "app"],
    ["/look on: 2021 app: |", { app: "", on: "2021" }, "app"],
    ["/look wechat pay", { app: "wechat pay" }, "app"],
    ["/look app:wechat", { app: "wechat" }, "app"],
    ["/look app: what about: this", { app: "what about: this" }, "app"],
    ["/look app: 微信支付", { app: "微信支付" }, "app"],
  ])("has its options by name: %s", (typed, values, focused) => {
    const found = filling(typed);
    expect(found.values).toEqual(values);
    expect(found.focused?.name).toBe(focused);
  });
});

describe("a command that is translated", () => {
  const translated = [
    {
      type: 1,
      name: "look",
      name_localizations: { "zh-CN": "查看" },
      description: "Looks",
      description_localizations: { "zh-CN": "看看" },
      options: [
        option("app", 3, { required: true, name_localizations: { "zh-CN": "应用" }, autocomplete: true }),
        option("on"),
      ],
    },
  ];
  const lines = listLines(translated, "zh-CN");

  it("is shown and typed in the reader's language, with an input method's colon too, and sent under its own name", () => {
    expect(suggestCommands("查", lines)).toMatchObject([{ label: "/查看", detail: "看看", text: "/查看 应用: " }]);
    const typed = readLine("/查看 应用：微信 on: 2021", 10, lines);
    if (typed?.stage !== "filling") return expect.unreachable();
    expect(typed.line.sentPath).toBe("look");
    expect(fillOptions(typed, {}, STATE)).toEqual({ app: "微信", on: "2021" });
  });

  it("is English for whom it is not translated", () => {
    expect(listLines(translated, "de").map(({ path }) => path)).toEqual(["look"]);
  });
});

describe("what is offered", () => {
  it("is the commands that begin so, then those that have it elsewhere, each with its first required option", () => {
    expect(suggestCommands("l", LINES).map(({ text }) => text)).toEqual([
      "/list ",
      "/look app: ",
      "/set channels add channel: ",
    ]);
  });

  it("is the bot's choices in place of what was typed, and the options that are left", () => {
    const text = "/look app: wec";
    const offered = suggestValues(text, filling(text), STATE, [{ name: "WeChat Pay", value: "wechat-pay" }]);
    expect(offered.map(({ kind, text }) => [kind, text])).toEqual([
      ["choice", "/look app: WeChat Pay "],
      ["option", "/look app: wec on: "],
    ]);
  });

  it("is the guild's channels for an option that takes one", () => {
    const text = "/set channels add channel: more";
    expect(suggestValues(text, filling(text), STATE, []).map(({ label }) => label)).toEqual(["#one-more"]);
  });

  it("is people and channels after an @ and a #", () => {
    expect(suggestMentions("hi @ad", 6, STATE).map(({ label }) => label)).toEqual(["@ada", "@adam"]);
    expect(suggestMentions("in #o there", 5, STATE).map(({ text }) => text)).toEqual([
      "in #one there",
      "in #one-more there",
    ]);
    expect(suggestMentions("me@example.org", 14, STATE)).toEqual([]);
  });
});

describe("what is sent", () => {
  it("is the value of the choice that was taken, as long as its label stands", () => {
    const chosen = { app: { label: "WeChat Pay", value: "wechat-pay" } };
    expect(fillOptions(filling("/look app: WeChat Pay "), chosen, STATE)).toEqual({ app: "wechat-pay" });
    expect(fillOptions(filling("/look app: WeChat "), chosen, STATE)).toEqual({ app: "WeChat" });
  });

  it("is a number, or a channel's id, where the option takes such", () => {
    expect(fillOptions(filling("/list page: 2"), {}, STATE)).toEqual({ page: 2 });
    expect(fillOptions(filling("/set channels add channel: #one"), {}, STATE)).toEqual({ channel: "21" });
  });

  it.each([
    ["/look app: ", "Fill in app first."],
    ["/list page: two", "page must be a number."],
    ["/set channels add channel: nowhere", "Choose channel from the list."],
  ])("is nothing where something is wrong, which is said: %s", (typed, problem) => {
    expect(fillOptions(filling(typed), {}, STATE)).toBe(problem);
  });

  it("has mentions as Discord writes them, and an edit shows them as people do", () => {
    const shown = "@The bot, ask @adam, not @ada, in #one-more and #one; not @adamant";
    const sent = "<@10>, ask <@12>, not <@11>, in <#22> and <#21>; not @adamant";
    expect(toSent(shown, STATE)).toBe(sent);
    expect(toShown(sent, STATE)).toBe(shown);
  });
});
