/** How a soak tells what is as it should be from what nothing explains; the soak itself is run by `npm run soak`. */
import { openSandbox } from "discord-sandbox";
import { describe, expect, it } from "vitest";
import { createChooser } from "../../tools/common/random.js";
import { createFollower } from "../../tools/soak/follow-ups.js";
import { growthOf } from "../../tools/soak/memory.js";
import { type Asked, createQuestionLog, type Expectation, judge } from "../../tools/soak/question-log.js";
import { createRecord } from "../../tools/soak/record.js";
import { openTcpProxy } from "../../tools/soak/tcp-proxy.js";

type Part = Partial<Pick<Asked, "taken" | "excuse">> & { traces?: string[]; replies?: number };

const asked = (expects: Expectation, { traces = [], replies = 0, ...rest }: Part = {}) => ({
  expects,
  taken: false,
  said: {},
  act: { responses: [] },
  replies: Array.from({ length: replies }, () => ({ removed: false })),
  traces: new Set(traces),
  ...rest,
});

describe("a question in a soak", () => {
  it.each([
    ["answered once", asked("answer", { replies: 1 }), "answered"],
    ["answered twice", asked("answer", { replies: 2 }), "unexplained"],
    ["not answered, and the log says why", asked("answer", { traces: ["unreachable"] }), "explained"],
    ["not answered, for the bot was away", asked("answer", { excuse: "said while it was away" }), "explained"],
    ["not answered, without a trace", asked("answer"), "unexplained"],
    ["chatter that is left alone", asked("nothing"), "silent"],
    ["chatter that is answered", asked("nothing", { replies: 1 }), "unexplained"],
    ["no clear question in a listed channel", asked("maybe"), "silent"],
    ["a clear question in a listed channel that lost its answer", asked("maybe", { taken: true }), "unexplained"],
  ])("%s is judged so", (_, one, kind) => {
    expect(judge(one).kind).toBe(kind);
  });

  it("is found in the log by its id, and only what went wrong counts as a trace", async () => {
    const sandbox = await openSandbox();
    const ada = sandbox.person("ada");
    const said = ada.say("general", "is alipay banned?");
    const questionLog = createQuestionLog(
      () => 0,
      () => "no fault",
    );
    const entry = questionLog.add({ way: "mention", expects: "answer", act: said, said: said.said });
    questionLog.handleLine({ level: 30, message: said.id, kinds: ["entry"] });
    questionLog.handleLine({ level: 30, message: said.id, outcome: "sent" });
    expect(entry).toMatchObject({ taken: true, traces: new Set() });
    questionLog.handleLine({ level: 50, message: said.id, outcome: "unreachable", reference: "0a1b2c3d" });
    expect(judge(entry)).toEqual({ kind: "explained", why: "unreachable" });
    expect(questionLog.reply(sandbox.store.nextId(), said.said)).toBe(false);
    await sandbox.close();
  });
});

it("only an answer has to follow its question: a request to wait does not", async () => {
  const sandbox = await openSandbox();
  const ada = sandbox.person("ada");
  let time = 1;
  const now = () => time;
  const underWay = () => "no fault";
  const questionLog = createQuestionLog(now, underWay);
  const changed: Asked[] = [];
  const change = (one: Asked): void => void changed.push(one);
  const members = { withdraw: change, rephrase: change };
  const follower = createFollower(
    { questionLog, members, random: createChooser(1), record: createRecord() },
    now,
    underWay,
  );
  const askAndReply = () => {
    const act = ada.say("general", "is alipay banned?");
    const entry = questionLog.add({ way: "mention", expects: "answer", act, said: act.said });
    questionLog.reply(act.id, ada.say("general", "stands for a reply").said);
    return entry;
  };
  const limited = askAndReply();
  questionLog.handleLine({ level: 20, message: limited.act.id, reason: "rate-limit" });
  time = 1000;
  follower.begin();
  expect(changed).toEqual([]);
  const answered = askAndReply();
  time = 2000;
  follower.begin();
  expect(changed).toEqual([answered]);
  await sandbox.close();
});

it("the same seed makes the same choices", () => {
  const draw = (seed: number) => {
    const random = createChooser(seed);
    return Array.from({ length: 20 }, () => random.weigh({ mention: 3, reply: 1 }) + random.whole(1, 6));
  };
  expect(draw(7)).toEqual(draw(7));
  expect(draw(7)).not.toEqual(draw(8));
});

it("the slope of memory is that of a process after its warm-up, in bytes an hour", () => {
  const samples = Array.from({ length: 100 }, (_, index) => ({ age: index * 60, bytes: 1000 + index * 10 }));
  expect(growthOf(samples)).toMatchObject({ slope: 600, most: 1990 });
  expect(growthOf(samples.slice(0, 2))).toBeUndefined();
});

it("a shut proxy refuses connections, and an open one leads to the sandbox", async () => {
  const sandbox = await openSandbox();
  const proxy = await openTcpProxy(sandbox.url);
  const ask = () => fetch(`${proxy.url}/v10/gateway`).then(({ status }) => status);
  expect(await ask()).toBe(401);
  await proxy.shut();
  await expect(ask()).rejects.toThrow();
  await proxy.open();
  expect(await ask()).toBe(401);
  await proxy.shut();
  await sandbox.close();
});
