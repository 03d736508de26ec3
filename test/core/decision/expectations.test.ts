import { expect, test } from "vitest";
import { createAnswerer } from "../../../src/core/answerer.js";
import type { FollowUpQuestions } from "../../../src/core/data/knowledge.js";
import { openDataFolder } from "../../../src/store/data-folder.js";
import { decide, following, nameOf } from "../../answerer.js";

const opened = openDataFolder("data");
if (opened.kind === "bad") throw new Error("the data is bad");
const { answerer, learned } = opened;
const { knowledge } = answerer;

/** The answerer of the published data, with other follow-ups. */
const withFollowUps = (followUpQuestions: readonly FollowUpQuestions[]) =>
  createAnswerer({ ...knowledge, followUpQuestions }, learned);

const namesAfter = (label: string, message: string, asked = answerer) =>
  decide(asked, message, following(label)).answers.map(nameOf);

const MESSAGE = "and the rich old teacher guy";

test("a follow-up that moderators add leads where its heading says, behind that answer only", () => {
  const taught = withFollowUps([
    ...knowledge.followUpQuestions,
    { after: "order-signer", next: "jack-ma", lines: [MESSAGE] },
  ]);
  expect(namesAfter("order-signer", MESSAGE)).not.toEqual(["jack-ma"]);
  expect(namesAfter("order-signer", MESSAGE, taught)).toEqual(["jack-ma"]);
  expect(namesAfter("start-date", MESSAGE, taught)).not.toEqual(["jack-ma"]);
});

test("behind an app's answer it is about that app, whether the heading names the app or all like it", () => {
  for (const after of ["named", "app:camscanner"]) {
    const taught = withFollowUps([{ after, next: "app-security", lines: [MESSAGE] }]);
    expect(namesAfter("app:camscanner", MESSAGE, taught)).toEqual(["app-security+camscanner"]);
    expect(namesAfter("app:temu", MESSAGE, taught)).not.toContain("app-security");
  }
});

const speaksBehind = (asked: typeof answerer, label: string, message: string) =>
  decide(asked, message, { channel: "questions", ...following(label) }).speaks;

test("a remark is left alone once moderators list one like it as wanting no answer", () => {
  const others = knowledge.followUpQuestions.filter(({ after, next }) => after !== "us-users" || next !== "none");
  const taught = withFollowUps([...others, { after: "us-users", next: "none", lines: ["that is a lot of people"] }]);
  expect(speaksBehind(withFollowUps(others), "us-users", "thats a lot of people")).toBe(true);
  expect(speaksBehind(taught, "us-users", "thats a lot of people")).toBe(false);
});

test("what reads like a curated follow-up is answered in a channel, though it has no form of a question", () => {
  const message = "the lawsuits forced it i assume";
  expect(speaksBehind(answerer, "changed-since-article", message)).toBe(true);
  expect(speaksBehind(withFollowUps([]), "changed-since-article", message)).toBe(false);
});

test("a message in the very words of a curated follow-up asks what that asks, however sure another answer is", () => {
  expect(namesAfter("app:wechat", "工作手机能装吗")).toEqual(["work-or-school-device"]);
  expect(decide(answerer, "工作手机能装吗").answers.map(nameOf)).toEqual(["government-phone"]);
});

test.each(["who signed the order?", "is alipay banned?", "谁签的那个行政令"])(
  "behind an answer without curated follow-ups a clear question keeps its answer: %s",
  (question) => {
    const untaught = withFollowUps([]);
    expect(namesAfter("merchants-accept", question, untaught)).toEqual(decide(untaught, question).answers.map(nameOf));
  },
);

test("a follow-up to an answer that is gone does no harm", () => {
  const stale = withFollowUps([
    ...knowledge.followUpQuestions,
    { after: "order-signer", next: "no-such-answer", lines: [MESSAGE] },
    { after: "no-such-answer", next: "jack-ma", lines: [MESSAGE] },
  ]);
  expect(namesAfter("order-signer", MESSAGE, stale)).toEqual(namesAfter("order-signer", MESSAGE));
});

test("the reason that is shown is the curated follow-up", () => {
  const [{ after, next, lines }] = knowledge.followUpQuestions.filter(({ next }) => next === "why-revoked") as [
    FollowUpQuestions,
  ];
  const [line = ""] = lines;
  const { why, answers } = decide(answerer, line, following(after));
  expect([answers.map(nameOf), why.nearest]).toEqual([[next], line]);
});

test("curated follow-ups find the answer of others, which were left out, more often than no lists do", () => {
  const lists = knowledge.followUpQuestions.filter(
    ({ after, next, lines }) =>
      lines.length >= 8 &&
      next !== "none" &&
      Object.hasOwn(knowledge.entries, after) &&
      knowledge.entries[after]?.app !== "required",
  );
  const without = lists.map((list) => ({ ...list, lines: list.lines.filter((_, index) => index % 8 > 0) }));
  const share = (asked: typeof answerer) => {
    const found = lists.flatMap(({ after, next, lines }) =>
      lines
        .filter((_, index) => index % 8 === 0)
        .map((line) => namesAfter(after, line, asked)[0]?.split("+")[0] === next),
    );
    return found.filter(Boolean).length / found.length;
  };

  expect(share(withFollowUps(without)) - share(withFollowUps([]))).toBeGreaterThan(0.05);
});

test.each([
  ["changed-since-article", "and temu now", "tiktok-today"],
  ["app:temu", "alipay现在谁的", "tiktok-today"],
  ["bot-help", "can my restaurant take temu", "merchants-accept"],
  ["commerce-bans-since", "was 14117 ever enforced", "ever-enforced"],
])(
  "behind %s, %j names another app or order than a curated line in its words, and never gets %s",
  (label, message, wrong) => expect(namesAfter(label, message)).not.toContain(wrong),
);

test.each([
  ["app:alipay", "and montana?", "state-rules-today+alipay"],
  ["start-date", "what about in england", "outside-us"],
  ["can-i-use", "and tourists?", "non-citizens"],
  ["order-signer", "and for restaurants?", "merchants-accept"],
])("behind %s, one word for a place or for people is enough: %s", (label, message, expected) =>
  expect(namesAfter(label, message)).toEqual([expected]),
);

test.each([
  ["app:temu", "Which office was supposed to look after this, please?", "enforcer"],
  ["app:camscanner", "are the apps on the list legal to use for everyone in the united states today", "can-i-use"],
  ["jack-ma", "who signed the order and when did he do it, i need it for my essay", "order-signer"],
])("behind %s, a clear question of another matter keeps its own answer: %s", (label, question, expected) =>
  expect(namesAfter(label, question)[0]).toBe(expected),
);

test("questions of other matters keep their answers behind nearly any answer, unsure ones too", () => {
  const alone = knowledge.golden.flatMap(({ ask, expect: labels, after, in: place }) => {
    const { answers } = decide(answerer, ask);
    const isRight = after === undefined && place === undefined && labels.includes(answers.map(nameOf)[0] ?? "");
    return isRight ? { ask, labels } : [];
  });
  const behind = ["order-reason", "start-date", "app:alipay", "merchants-accept", "jack-ma", "app:tiktok"];
  const kept = alone.flatMap(({ ask, labels }) =>
    behind.map((after) => labels.includes(namesAfter(after, ask)[0] ?? "")),
  );
  expect(alone.length).toBeGreaterThan(80);
  expect(kept.filter(Boolean).length / kept.length).toBeGreaterThan(0.95);
});

test("an app of earlier answers is meant where the question may be about an app, and not where it is about the order", () => {
  const ask = (question: string) =>
    decide(answerer, question, { ...following("order-signer"), earlierApp: "camscanner" }).answers.map(nameOf);
  expect(ask("and who makes it?")).toEqual(["app-maker+camscanner"]);
  expect(ask("when was it revoked")).toEqual(["revoked"]);
});
