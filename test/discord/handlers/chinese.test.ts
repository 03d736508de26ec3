/** What a member sees whose Discord is in Chinese: the bot's own words in their variety, the entries in English. */
import { Locale } from "discord.js";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { openAnswerer } from "../../answerer.js";
import { buttonsOf, idOf, labelsOf, openMemberServer } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

const VARIETIES = [
  {
    locale: Locale.ChineseCN,
    stands: "第13971号行政令没有禁止",
    choice: "微信支付被禁了吗？",
    noDate: "不是有效的日期",
    chosen: "禁令本来会从什么时候开始？",
    title: "时间线",
    later: "下一页",
    ask: "-# /提问: ",
    turned: "第2页",
  },
  {
    locale: Locale.ChineseTW,
    stands: "第13971號行政命令沒有禁止",
    choice: "微信支付被禁了嗎？",
    noDate: "不是有效的日期",
    chosen: "禁令本來會從什麼時候開始？",
    title: "時間軸",
    later: "下一頁",
    ask: "-# /提問: ",
    turned: "第2頁",
  },
] as const;

describe.each(VARIETIES)("to a member whose Discord is in $locale", (expected) => {
  const { locale, stands, choice, noDate, title, later, ask, chosen, turned } = expected;

  async function openEnvironment() {
    const environment = await openMemberServer(answerer);
    environment.ada.locale = locale;
    return environment;
  }

  it("/ban-status says where the app stands", async () => {
    const { ada } = await openEnvironment();
    const { message } = await ada.slash("ban-status", { app: "wechat pay" }).post();
    expect(message.content).toContain(stands);
    expect(message.content).toContain("2021年6月9日");
  });

  it("/ask answers in Chinese, and a press shows the same in English and back", async () => {
    const { ada } = await openEnvironment();
    const answer = await ada.slash("ask", { question: "when would it have started" }).post();
    expect(answer.message.content).toContain("2021年2月19日");
    expect(answer.message.content).toContain(`${ask}when would it have started`);
    const english = await ada.press(answer, idOf(answer, "English")).post();
    expect(english.message.id).toBe(answer.message.id);
    expect(english.message.content).toContain("February 19, 2021");
    expect(english.message.content).toContain("-# /ask: when would it have started");
    const back = await ada.press(english, idOf(english, "中文")).post();
    expect(back.message.content).toBe(answer.message.content);
  });

  it("/ask suggests where the apps stand, under the same ids as in English", async () => {
    const { ada } = await openEnvironment();
    const choices = await ada.autocomplete("ask", { question: "" }, "question").choices();
    expect(choices).toContainEqual({ name: choice, value: "app:wechat-pay" });
  });

  it("a suggestion that was chosen is repeated in their language", async () => {
    const { ada } = await openEnvironment();
    const { message } = await ada.slash("ask", { question: "start-date" }).post();
    expect(message.content).toContain(`${ask}${chosen}`);
  });

  it("a choice is offered, and pressed, in their language", async () => {
    const { ada } = await openEnvironment();
    const post = await ada.slash("ban-status", { app: "wepay" }).post();
    expect(labelsOf(post)).toContain(choice);
    const button = buttonsOf(post).find(({ label }) => label === choice);
    const pressed = await ada.press(post, button?.custom_id ?? "").post();
    expect(pressed.message.content).toContain(stands);
  });

  it("a choice keeps the language that was switched to", async () => {
    const { ada } = await openEnvironment();
    const post = await ada.slash("ban-status", { app: "wepay" }).post();
    const english = await ada.press(post, idOf(post, "English")).post();
    const button = buttonsOf(english).find(({ label }) => label === "Is WeChat Pay banned?");
    const pressed = await ada.press(english, button?.custom_id ?? "").post();
    expect(pressed.message.content).toContain("Not prohibited by Executive Order 13971");
  });

  it("the pages turn in their language", async () => {
    const { ada } = await openEnvironment();
    const post = await ada.slash("timeline").post();
    expect(post.message.content).toContain(title);
    const button = buttonsOf(post).find(({ label }) => label === later);
    const { message } = await ada.press(post, button?.custom_id ?? "").post();
    expect(message.content).toContain(turned);
  });

  it("a bad date is refused in their language", async () => {
    const { ada } = await openEnvironment();
    const post = await ada.slash("ban-status", { app: "alipay", on: "2021-02-30" }).post();
    expect(post.message.content).toContain(noDate);
  });
});

describe("to a member whose Discord is in English, and who writes Chinese", () => {
  it.each([
    ["微信支付被禁了吗？", "为什么这样回答？", "最接近的收录问法"],
    ["微信支付被禁了嗎？", "為什麼這樣回答？", "最接近的收錄問法"],
  ])("%s is explained in Chinese as well", async (question, why, told) => {
    const { ada, me } = await openMemberServer(answerer);
    const answer = await ada.say("help", `${me} ${question}`).post();
    expect((await ada.press(answer, idOf(answer, why)).post()).message.content).toContain(told);
  });
});
