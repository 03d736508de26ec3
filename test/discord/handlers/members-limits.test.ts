/** Whatever is answered, in whichever language: what is rendered fits into Discord's limits, and says what it must. */

import { ButtonStyle } from "discord.js";
import { componentsSchema } from "discord-sandbox/component-schema";
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import type { Answer } from "../../../src/core/decision/decision.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import type { CalendarDate } from "../../../src/core/values/calendar.js";
import type { Label } from "../../../src/core/values/label.js";
import { LOCALES } from "../../../src/core/values/locale.js";
import { renderOtherAnswers } from "../../../src/discord/handlers/other-answers.js";
import { type ButtonAction, decodeCustomId, encodeCustomId } from "../../../src/discord/payloads/button-action.js";
import { parseQuestionRef, renderQuestionRef } from "../../../src/discord/payloads/question-ref.js";
import type { MessagePayload } from "../../../src/discord/payloads/rendering.js";
import { escapeUserText, unescapeUserText } from "../../../src/discord/payloads/user-text.js";
import { renderDecision, renderEarlier, renderOutcome } from "../../../src/discord/render/outcomes.js";
import type { RenderContext } from "../../../src/discord/render/render-context.js";
import { renderWhy } from "../../../src/discord/render/why.js";
import { openAnswerer } from "../../answerer.js";
import { TODAY } from "../member-server.js";

const ID = "9".repeat(20);
const PLACE = { channelId: ID, messageId: ID };
const PAST = "2021-01-10" as CalendarDate;

let answerer: Answerer;
let answers: (readonly [Label, Answer])[];
beforeAll(async () => {
  answerer = await openAnswerer();
  const { entries, apps } = answerer.knowledge;
  const labels: Label[] = [
    ...Object.keys(apps).map((app) => ({ app })),
    ...Object.keys(entries).flatMap((entry) => [{ entry }, ...Object.keys(apps).map((app) => ({ entry, app }))]),
  ];
  answers = labels.flatMap((label) =>
    [TODAY, PAST].flatMap((on) => {
      const answer = answerer.answerLabel(label, { on });
      return answer ? [[label, answer] as const] : [];
    }),
  );
});

const renderContexts = (): RenderContext[] =>
  LOCALES.map((locale) => ({
    writer: writerFor(answerer.knowledge, locale),
    version: "0123456789abcdef",
    today: TODAY,
    asker: ID,
    hasModerators: () => true,
    asked: { kind: "command", command: "ban-status", text: "*".repeat(6000) },
  }));

function expectToFit({ content, components, allowedMentions }: MessagePayload): void {
  expect(content.length).toBeGreaterThan(0);
  expect(content.length).toBeLessThanOrEqual(2000);
  expect(componentsSchema(false).safeParse(components).error).toBeUndefined();
  expect(allowedMentions).toEqual({ parse: [], repliedUser: false });
}

describe("what is rendered", () => {
  it("fits for every label, with its date and a source, and with what was asked", () => {
    expect(answers.length).toBeGreaterThan(200);
    for (const renderContext of renderContexts())
      for (const [, answer] of answers) {
        const payload = renderDecision({ answers: [answer] }, renderContext);
        expectToFit(payload);
        expect(parseQuestionRef(payload.content)?.kind).toBe("command");
        const isCited = answer.kind === "app" || (answer.kind === "entry" && answer.entry.cites.length > 0);
        expect(payload.content.match(/^-# .*\d{4}.*$/gm)?.length ?? 0).toBeGreaterThanOrEqual(isCited ? 1 : 0);
        expect(payload.content.split("\n-# ")[0]).not.toMatch(/…$/m);
      }
  });

  it("has its buttons in one row, the quiet one that deletes it last, and none below a greeting", () => {
    const [first] = renderContexts();
    const [, signer] = answers.find(([label]) => label.entry === "order-signer") ?? [];
    if (first === undefined || signer?.kind !== "entry") throw new Error("There are a context and an answer");
    const labelsBelow = (answer: Answer) =>
      renderDecision({ answers: [answer] }, first).components.map((row) =>
        row.components.map((button) => [button.label, button.style]),
      );
    expect(labelsBelow(signer)).toEqual([
      [
        ["Why this answer?", ButtonStyle.Secondary],
        ["Not what I asked", ButtonStyle.Secondary],
        ["中文", ButtonStyle.Secondary],
        ["🗑️", ButtonStyle.Secondary],
      ],
    ]);
    for (const courtesy of ["hi", "good morning", "thanks!", "谢谢"]) {
      const decision = answerer.answer(courtesy, { on: TODAY });
      if (decision.kind !== "decided") throw new Error("A courtesy is decided");
      expect(labelsBelow(decision.answers[0])).toEqual([]);
    }
  });

  it("fits for the longest answers together, and each keeps its date", () => {
    const [first] = renderContexts();
    if (first === undefined) throw new Error("There is a context");
    const length = ([, answer]: (typeof answers)[number]) =>
      renderDecision({ answers: [answer] }, first).content.length;
    const longest = [...answers]
      .sort((a, b) => length(b) - length(a))
      .slice(0, 12)
      .map(([, answer]) => answer);
    const any = fc.constantFrom(...longest);
    fc.assert(
      fc.property(fc.constantFrom(...renderContexts()), any, any, any, (renderContext, ...three) => {
        const payload = renderDecision({ answers: three }, renderContext);
        expectToFit(payload);
        expect(payload.content.match(/2026/g)?.length ?? 0).toBeGreaterThanOrEqual(3);
      }),
      { numRuns: 60 },
    );
  });

  it("fits for choices, misses, explanations, other answers, links and pages", () => {
    const questions = ["is wepay banned?", "what is the weather?", "is spotify banned?", "qwrtz", "is it legal"];
    for (const renderContext of renderContexts()) {
      for (const question of questions) {
        const outcome = answerer.answer(question, { on: TODAY });
        expectToFit(renderOutcome(outcome, renderContext));
        if (outcome.kind === "decided") expectToFit(renderWhy({}, outcome, renderContext));
      }
      for (const [label] of answers) {
        expectToFit(renderOtherAnswers({ label, on: PAST }, undefined, PLACE, { answerer, renderContext }));
        expectToFit(renderWhy({ label }, undefined, renderContext));
        expectToFit(renderEarlier(`https://discord.com/channels/${ID}/${ID}/${ID}`, { label }, renderContext));
      }
      for (const id of ["apps", "timeline", "sources", "about", "privacy"] as const)
        for (let page = 1; page <= 40; page++) expectToFit(renderOutcome({ kind: "page", id, page }, renderContext));
    }
  });
});

describe("a button's id", () => {
  const name = fc.stringMatching(/^[a-z0-9]{1,3}(-[a-z0-9]{1,8}){0,4}$/).filter((text) => text.length <= 40);
  const label = fc.oneof(
    fc.record({ app: name }),
    fc.record({ entry: name }),
    fc.record({ entry: name, app: name }),
    fc.constant({ entry: "e".repeat(40), app: "a".repeat(40) }),
  );
  const on = fc.constantFrom(PAST, TODAY);
  const action: fc.Arbitrary<ButtonAction> = fc.oneof(
    fc.record({ kind: fc.constant("answer" as const), label, on }),
    fc.record({ kind: fc.constantFrom("why" as const, "other" as const), label, on }, { requiredKeys: ["kind"] }),
    fc.record({
      kind: fc.constant("page" as const),
      id: fc.constant("sources" as const),
      page: fc.nat(998).map((n) => n + 1),
      to: fc.constantFrom("en" as const, "zh" as const),
    }),
    fc.constant({ kind: "moderators" as const }),
    fc.constant({ kind: "moderators" as const, place: PLACE }),
    fc.constant({ kind: "withdraw" as const, place: PLACE, question: ID }),
    fc.constant({ kind: "delete" as const, asker: ID }),
  );

  it("is at most 100 characters, and reads as what it was written for", () => {
    fc.assert(
      fc.property(action, (pressed) => {
        const id = encodeCustomId(pressed);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(decodeCustomId(id)).toEqual(pressed);
      }),
    );
  });

  it.each([
    "",
    "answer:",
    "answer:Nope!",
    "page:miss:1:en",
    "page:apps:1",
    "page:apps:0:en",
    "page:apps:1:fr",
    "page:sources:0:zh",
    "why:x@2021-02-30",
    "delete:me",
    "withdraw:1:2",
    "x",
  ])("of another bot is none of ours: %s", (id) => expect(decodeCustomId(id)).toBeUndefined());
});

describe("an echo", () => {
  it("is one line in which nothing formats, pings or links, and can be read back", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const echo = escapeUserText(text, 500);
        expect(echo).not.toMatch(/\n|(?<!\\)(?:\\\\)*[*_~`|[\]()<>@#]/);
        expect(unescapeUserText(echo)).toBe(text.replace(/[\s\p{Cc}\p{Cf}]+/gu, " ").trim());
      }),
    );
  });

  it("of a slash command's text is found again in the reply's last line", () => {
    const asked = { kind: "command", command: "ask", text: "is *this* [a](http://b) @everyone\\?" } as const;
    expect(parseQuestionRef(`An answer\n${renderQuestionRef(asked)}`)).toEqual(asked);
    expect(parseQuestionRef("-# /ask: not the last line\nAn answer")).toBeUndefined();
  });
});
