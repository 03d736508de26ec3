/** `npm run ask`: the bot's main job in a terminal, with no token and no network. */

import { createInterface } from "node:readline";
import type { AskOptions } from "../core/answerer.js";
import { trustedDay } from "../core/data/clock.js";
import { isKnownLabel } from "../core/data/knowledge.js";
import type { Decision, Refusal } from "../core/decision/decision.js";
import { localeOfQuestion } from "../core/i18n/locale-of-text.js";
import { refuse } from "../core/reply/refusal.js";
import { writerFor } from "../core/reply/writer.js";
import { dateOf, parseDate } from "../core/values/calendar.js";
import type { ChannelKind } from "../core/values/channel-kind.js";
import { parseLabel } from "../core/values/label.js";
import { toLocale } from "../core/values/locale.js";
import { openDataFolder } from "../store/data-folder.js";
import { printProblems } from "./findings.js";
import { paintDecision } from "./paint.js";
import { toRecord } from "./record.js";
import { type Call, runTool } from "./tool.js";

const HELP = `Ask a question about Executive Order 13971.

  npm run --silent ask -- "is wechat pay banned?"

  --why              also show why this was answered
  --json             one JSON object instead of text
  --jsonl            read questions from standard input, one a line; write one JSON object a line
  --app              the text is the name of an app, as in /ban-status
  --channel KIND     decide as in a channel of that kind: questions or chat
  --ambient          another name for --channel chat
  --after LABEL      a follow-up to that answer, such as start-date or app:alipay
  --on YYYY-MM-DD    as of that day (default: today)
  --locale LOCALE    the reader's language: en, zh-CN or zh-TW (default: that of the question)
  --data DIR         another data folder (default: data)
  --help             this text

Exit status: 0 however the question fares, 1 for bad data, 2 for bad usage.
`;

const FLAGS = {
  why: { type: "boolean", default: false },
  json: { type: "boolean" },
  jsonl: { type: "boolean" },
  app: { type: "boolean" },
  ambient: { type: "boolean" },
  channel: { type: "string" },
  after: { type: "string" },
  on: { type: "string" },
  locale: { type: "string" },
  data: { type: "string", default: "data" },
} as const;

const CHANNELS: readonly ChannelKind[] = ["questions", "chat"];

async function run({ flags, texts, misused }: Call<typeof FLAGS>): Promise<number> {
  if (flags.jsonl ? texts.length > 0 : texts.length === 0) {
    return misused(flags.jsonl ? "with --jsonl the questions come from standard input" : "no question was given");
  }
  const opened = openDataFolder(flags.data);
  if (opened.kind === "bad") return printProblems(opened.problems);

  const { answerer } = opened;
  const { knowledge } = answerer;
  const after = parseLabel(flags.after ?? "");
  if (flags.after !== undefined && (after === undefined || !isKnownLabel(after, knowledge)))
    return misused(`--after ${flags.after} names no answer and no app`);
  const kind = CHANNELS.find((channel) => channel === flags.channel);
  if (flags.channel !== undefined && kind === undefined)
    return misused(`--channel ${flags.channel} is neither questions nor chat`);

  const channel = flags.ambient ? "chat" : kind;
  const on = flags.on === undefined ? trustedDay(knowledge, dateOf(new Date())) : parseDate(flags.on);
  const decide = (text: string): Decision | Refusal => {
    if (on === undefined) return refuse("notThisDate", flags.on);
    const options: AskOptions = { on, ...(channel && { channel }), ...(after && { after }) };
    return flags.app ? answerer.answerApp(text, options) : answerer.answer(text, options);
  };
  const writerOf = (question: string) =>
    writerFor(knowledge, flags.locale === undefined ? localeOfQuestion(question, knowledge) : toLocale(flags.locale));
  const record = (question: string): string =>
    JSON.stringify(toRecord(question, decide(question), writerOf(question), on));

  if (flags.jsonl) {
    for await (const question of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY }))
      process.stdout.write(`${record(question)}\n`);
    return 0;
  }
  const question = texts.join(" ");
  const text = flags.json ? record(question) : paintDecision(decide(question), writerOf(question), flags.why);
  process.stdout.write(`${text}\n`);
  return 0;
}

process.exitCode = await runTool({ name: "ask", help: HELP, flags: FLAGS, takesTexts: true }, run);
