/** What the members type in a trial: the labelled questions of the tests, and things that nobody should have to answer. */
import { readQuestions } from "./question-file.js";

export interface Texts {
  /** Put to the bot: answered, offered or regretted, but never left alone. */
  readonly questions: readonly string[];
  readonly chatter: readonly string[];
  readonly followUps: readonly string[];
  readonly apps: readonly string[];
  readonly dates: readonly string[];
}

const FILES = ["inscope-tune", "negatives-tune", "zh-tune"];

/** At most 400 characters: what is longer is among the odd ones. */
const read = (name: string): string[] =>
  readQuestions(`test/questions/${name}.jsonl`)
    .map(({ q }) => q)
    .filter((text) => text.trim() !== "" && text.length <= 400);

const ODD = [
  "@everyone is alipay banned?",
  "**||is [wechat pay](https://example.org) banned||** `<@&1>`",
  "‮ is qq wallet banned",
  "💬🤖❓",
  "?",
  "x".repeat(1900),
  "is alipay banned? ".repeat(100),
  "'; DROP TABLE answers; --",
  "{app.name} {date.earliest}",
];

export function readTexts(): Texts {
  return {
    questions: [...FILES.flatMap(read), ...ODD, ...ODD],
    chatter: read("ambient-tune"),
    followUps: ["and alipay?", "what about qq wallet?", "says who?", "and camscanner", "why?", "is it still banned?"],
    apps: [
      "alipay",
      "wechat pay",
      "WeChat",
      "wps",
      "tiktok",
      "shareit",
      "支付宝",
      "camscaner",
      "vmate",
      "",
      "qqwallet",
    ],
    dates: ["2021-03-01", "2020-12-31", "2021-01-20", "2026-01-01", "yesterday", "2021-02-30"],
  };
}
