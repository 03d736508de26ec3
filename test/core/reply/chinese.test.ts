/** What a reader of Chinese gets: the translation while it is that of the English text, in their variety. */
import { describe, expect, test } from "vitest";
import { findDifferences } from "../../../src/core/quality/equal-facts.js";
import { listTranslatable } from "../../../src/core/quality/translatable.js";
import { describeAnswer, describeLabel } from "../../../src/core/reply/reply.js";
import { showSources } from "../../../src/core/reply/sources.js";
import { describeStanding } from "../../../src/core/reply/status.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { edited, filesOf, knowledgeOf, leanFiles, smallFiles } from "../../data.js";
import { dayOf } from "../../days.js";

const english = knowledgeOf(smallFiles);
const digestNamed = (name: string) => listTranslatable(english).find((one) => one.name === name)?.digest;
const files = new Map([
  ...smallFiles,
  ...filesOf({
    "zh-CN/answers/dates.yaml": `start-date:
  of: ${digestNamed("start-date")}
  question: 它会何时开始？
  answer: >-
    最早是{date.earliest}，即行政令于{date.signed}签署
    后的第45天。
app-maker:
  of: ${digestNamed("app-maker")}
  question: 这款应用由谁开发？
  answer: "{app.fact}"
`,
    "zh-CN/apps.yaml": `red-pay:
  name: 红支付
  maker: { of: ${digestNamed("red-pay maker")}, text: 红支付由红公司开发。 }
  other-action: [{ of: ${digestNamed("red-pay other-action 2022-12")}, text: 某州“采取了行动”。 }]
`,
    "zh-TW/terms.yaml": "行政令: 行政命令\n应用: 應用程式\n",
  }),
]);
const knowledge = knowledgeOf(files);
const say = (entry: string, locale: "en" | "zh-CN" | "zh-TW", from = knowledge, app?: string): readonly string[] => {
  const found = from.entries[entry];
  if (found === undefined) throw new Error(`there is no ${entry}`);
  const about = app === undefined ? undefined : from.apps[app];
  const answer = { kind: "entry", entry: found, ...(about && { app: about }), on: from.order.checked } as const;
  return describeAnswer(answer, writerFor(from, locale)).paragraphs;
};

describe("an answer", () => {
  test("is given in the reader's variety, with Chinese dates and without the spaces of a line break", () => {
    expect(say("start-date", "zh-CN")).toEqual(["最早是2021年2月19日，即行政令于2021年1月5日签署后的第45天。"]);
    expect(say("start-date", "zh-TW")).toEqual(["最早是2021年2月19日，即行政命令於2021年1月5日簽署後的第45天。"]);
    expect(say("start-date", "en")).toEqual(["On February 19, 2021, 45 days after January 5, 2021."]);
  });

  test("falls back to English, and says so, when its English text is edited, and no other does", () => {
    const after = knowledgeOf(edited("answers/dates.yaml", (text) => text.replace("45 days", "just 45 days"), files));
    const [announced, text] = say("start-date", "zh-CN", after);
    expect(announced).toMatch(/\p{sc=Han}.*英文/u);
    expect(text).toBe("On February 19, 2021, just 45 days after January 5, 2021.");
    expect(say("app-maker", "zh-CN", after, "red-pay")).toEqual(["红支付由红公司开发。"]);
  });

  test("that shows a fact falls back where the fact is not translated", () => {
    const after = knowledgeOf(
      edited("apps.yaml", (text) => text.replace("is made by Red", "is made by Red Ltd"), files),
    );
    expect(say("app-maker", "zh-CN", after, "red-pay")[1]).toBe("Red Pay is made by Red Ltd.");
  });
});

test("a question and a status call an app what its readers call it", () => {
  const writer = writerFor(knowledge, "zh-TW");
  expect(describeLabel({ entry: "start-date" }, writer)).toBe("它會何時開始？");
  expect(describeLabel({ app: "red-pay" }, writer)).toBe("紅支付被禁了嗎？");
  const redPay = knowledge.apps["red-pay"];
  if (redPay === undefined) throw new Error("there is no Red Pay");
  const { sentences, otherAction } = describeStanding({ app: redPay, on: dayOf("2026-11-23") }, writer);
  expect(sentences).toEqual([
    "第13971號行政命令沒有禁止紅支付。該命令於2021年1月5日把它列入名單，但從未依據該命令禁止任何交易，拜登總統已於2021年6月9日撤銷該命令。",
    "其他官方措施（不是依據該命令）：",
  ]);
  expect(otherAction).toEqual(["2022年12月：某州「採取了行動」。"]);
});

test("a source has its place, its day and, where there is one, its name in Chinese", () => {
  const real = knowledgeOf(leanFiles);
  const show = (source: string, at: string) => showSources([{ source, at }], writerFor(real, "zh-TW"))[0];
  expect(show("eo-13971", "s.1(a)")).toMatchObject({
    title: "第13971號行政命令《應對中國公司開發或控制的應用程式及其他軟體所構成的威脅》",
    details: "（第1(a)條，Federal Register，2021年1月8日）",
    short: "第13971號行政命令，第1(a)條",
  });
  expect(show("eo-14034", "s.1")?.title).toMatch(/^第14034號行政命令：Executive Order 14034/);
});

describe("a pair of texts", () => {
  const { apps } = knowledge;
  const compare = (a: string, b: string) =>
    findDifferences(a, b, Object.values(apps), writerFor(knowledge, "zh-CN").nameOf);

  test.each([
    ["On June 9, 2021, in May 2020 and in 2019.", "2021年6月9日、2020年5月和2019年。"],
    ["A fine of 18.2 billion yuan, about 2.8 billion dollars.", "罚款182亿元，约合28亿美元。"],
    ["At least 19 million downloads of eight apps, or 19.9%.", "8款应用至少1900万次下载，即19.9%。"],
    ["Red Pay was listed on {date.signed}.", "红支付于{date.signed}列入。"],
    ["In theory, one may march.", "理论上可以。"],
  ])("has the same facts: %s", (a, b) => expect(compare(a, b)).toEqual([]));

  test.each([
    ["On June 9, 2021.", "2021年6月8日。", /date 2021-06-09 is missing.*date 2021-06-08 is not/],
    ["45 days.", "44天。", /figure 45 is missing.*figure 44 is not/],
    ["1.6 million.", "16万。", /figure 1600000 is missing/],
    ["Red Pay.", "蓝支付。", /Red Pay is not named/],
    ["On {date.signed}.", "{date.revoked}。", /slots are \{date.revoked\} instead of \{date.signed\}/],
  ])("differs: %s, %s", (a, b, told) => expect(compare(a, b).join("; ")).toMatch(told));
});

test("every translation has the dates, figures, slots and apps of its English text", () => {
  const real = knowledgeOf(leanFiles);
  const { nameOf } = writerFor(real, "zh-CN");
  const wrong = listTranslatable(real).flatMap(({ name, english: text, chinese }) => {
    const told = chinese === undefined ? [] : findDifferences(text, chinese, Object.values(real.apps), nameOf);
    return told.length === 0 ? [] : [`${name}: ${told.join("; ")}`];
  });
  expect(wrong).toEqual([]);
});
