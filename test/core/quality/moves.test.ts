import { beforeAll, describe, expect, test } from "vitest";
import { type Answerer, createAnswerer } from "../../../src/core/answerer.js";
import type { FollowUpQuestions, Knowledge } from "../../../src/core/data/knowledge.js";
import { failedGolden } from "../../../src/core/quality/golden.js";
import { compareAnswers, type MovedPhrasing, type Moves } from "../../../src/core/quality/moves.js";
import { drawMoves } from "../../../src/core/quality/moves-table.js";
import { openDataFolder } from "../../../src/store/data-folder.js";
import { dayOf } from "../../days.js";

const today = dayOf("2026-11-23");
let before: Answerer;
/** The real data with an edit; only for edits that leave alone what is learned, or only take away. */
let edit: (change: (knowledge: Knowledge) => Partial<Knowledge>) => Answerer;

beforeAll(() => {
  const opened = openDataFolder("data");
  if (opened.kind === "bad") throw new Error("the data is bad");
  before = createAnswerer(shorten(opened.answerer.knowledge), opened.learned);
  edit = (change) => createAnswerer({ ...before.knowledge, ...change(before.knowledge) }, opened.learned);
});

/** With the first phrasings of each answer: a comparison asks them all, twice. */
const shorten = (knowledge: Knowledge): Knowledge => ({
  ...knowledge,
  phrasings: Object.fromEntries(Object.entries(knowledge.phrasings).map(([id, lines]) => [id, lines.slice(0, 20)])),
});

const isOf = (list: FollowUpQuestions, { after, next }: Pick<FollowUpQuestions, "after" | "next">) =>
  list.after === after && list.next === next;

describe("what an edit moves", () => {
  test("is nothing where nothing was edited", () => {
    const moves = compareAnswers(
      before,
      edit(() => ({})),
      today,
    );
    expect(moves).toMatchObject({ golden: [], phrasings: [], texts: [] });
    expect(drawMoves(moves)).toBe("No question changes its answer, and no answer reads differently.");
  });

  test("of a new wording is the one answer, before and after, and no question is asked in vain", () => {
    const after = edit(({ entries }) => {
      const entry = entries["start-date"] ?? expect.unreachable();
      return { entries: { ...entries, "start-date": { ...entry, answer: "Never before {date.earliest}." } } };
    });
    const moves = compareAnswers(before, after, today);
    expect(moves).toMatchObject({ golden: [], phrasings: [], asked: { phrasings: 0 } });
    expect(moves.texts).toHaveLength(1);
    expect(moves.texts[0]).toMatchObject({ labels: ["start-date"] });
    expect(moves.texts[0]?.before).toContainEqual(
      expect.stringMatching(/^The ban would have started on February 19, 2021 at the earliest/),
    );
    expect(moves.texts[0]?.after).toContain("Never before February 19, 2021.");
    const table = drawMoves(moves).split("\n");
    expect(table.filter((line) => line.startsWith("+"))).toEqual(["+ Never before February 19, 2021."]);
    // In both languages: the Chinese translates the English that was there before.
    expect(table.filter((line) => line.startsWith("-"))).toHaveLength(2);
  });

  test("of follow-ups are those behind the same answer that another list draws to itself", () => {
    const behind = { after: "order-signer", next: "congress-told" };
    const [line = ""] = before.knowledge.followUpQuestions.find((list) => isOf(list, behind))?.lines ?? [];
    const after = edit(({ followUpQuestions }) => ({
      followUpQuestions: [
        ...followUpQuestions.filter((list) => !isOf(list, behind)),
        { after: "order-signer", next: "jack-ma", lines: [line] },
      ],
    }));
    const { phrasings, asked } = compareAnswers(before, after, today);
    expect(phrasings).toContainEqual({
      question: `order-signer > ${line}`,
      of: "jack-ma",
      kind: "other",
      from: behind.next,
      to: "jack-ma",
    });
    const all = before.knowledge.followUpQuestions.flatMap(({ lines }) => lines).length;
    expect(asked.phrasings).toBeLessThan(all / 10);
  });

  test("of a date that every app's reply shows is told once", () => {
    const { texts } = compareAnswers(
      before,
      edit(({ order }) => ({ order: { ...order, checked: dayOf("2026-11-24") } })),
      today,
    );
    const ofApps = texts.filter(({ labels }) => labels.some((label) => label.startsWith("app:")));
    expect(ofApps).toHaveLength(1);
    expect(ofApps[0]?.labels).toHaveLength(Object.keys(before.knowledge.apps).length);
  });

  describe("when an answer is retired", () => {
    let moves: Moves;
    let after: Answerer;
    beforeAll(() => {
      after = edit(({ entries: { "why-45-days": _, ...entries } }) => ({ entries }));
      moves = compareAnswers(before, after, today);
    });

    test("is its golden questions, which fail, and its phrasings, each with where they go", () => {
      const failing = moves.golden.filter(({ fails }) => fails);
      expect(failing.map(({ question }) => question)).toContain("why 45 days?");
      for (const { from, to, expect: expected } of failing) {
        expect([from, expected]).toEqual(["why-45-days", ["why-45-days"]]);
        expect(to).not.toBe("why-45-days");
      }
      const own = before.knowledge.phrasings["why-45-days"] ?? [];
      const left = moves.phrasings.filter(({ from }) => from === "why-45-days").map(({ question }) => question);
      expect(left.filter((line) => own.includes(line)).length).toBeGreaterThan(own.length * 0.9);
    });

    test("is that the answer is gone", () => {
      expect(moves.texts).toEqual([{ labels: ["why-45-days"], before: expect.anything(), after: [] }]);
    });

    test("is what each of the two says when it is asked: the table is right", () => {
      for (const { question, from, to } of moves.phrasings.slice(0, 50)) {
        const say = (answerer: Answerer) => JSON.stringify(answerer.answer(question, { on: today }));
        expect([question, say(before) === say(after)]).toEqual([question, false]);
        expect(from).not.toBe(to);
      }
      expect(failedGolden(after, today).map(({ golden }) => golden.ask)).toEqual(
        expect.arrayContaining(moves.golden.filter(({ fails }) => fails).map(({ question }) => question)),
      );
    });

    test("is rendered with the failing questions first, the phrasings by where they go, and no more than is asked for", () => {
      const table = drawMoves(moves, { limit: 2 });
      expect(table).toMatch(
        /^\d+ of \d+ golden questions? get another answer; \d+ (is|are) not what is expected:\n {2}FAILS "/,
      );
      expect(table).toMatch(/answer lost \(\d+\):\n {4}why-45-days -> .*: ".*" and \d+ more\n/);
      expect(table).toMatch(/1 answer reads differently:\n {2}why-45-days \(gone\)\n- Why/);
    });
  });
});

test("a table is cut to a limit: the gravest first, and of phrasings that keep their answer only the number", () => {
  const moved = (kind: MovedPhrasing["kind"], from: string, to: string): MovedPhrasing[] =>
    ["one", "two"].map((question) => ({ kind, question: `${question} ${to}`, of: "a", from, to }));
  const phrasings = [...moved("beside", "a", "a & b"), ...moved("other", "a", "b"), ...moved("other", "c", "d")];
  const moves: Moves = { golden: [], phrasings, texts: [], asked: { golden: 3, phrasings: 9000 }, advice: [] };
  expect(drawMoves(moves, { limit: 1 })).toBe(`6 of 9,000 phrasings move:
  another answer (4):
    a -> b: "one b" and 1 more
    … and 1 more
  the same answer, but another beside it (2)`);
  expect(drawMoves(moves)).toBe(`6 of 9,000 phrasings move:
  another answer (4):
    a -> b: "one b" and 1 more
    c -> d (phrasing of a): "one d" and 1 more
  the same answer, but another beside it (2):
    a -> a & b: "one a & b" and 1 more`);
});

test("the table names the answer that a phrasing belongs to, even if the id of the reply only begins like its id", () => {
  const moved = (of: string, from: string, to: string): MovedPhrasing => ({
    kind: "other",
    question: "q",
    of,
    from,
    to,
  });
  const phrasings = [
    moved("revoked", "revoked-orders", "b"),
    moved("a", "b", "c & a+alipay"),
    moved("app-status", "d", "app:alipay"),
  ];
  expect(drawMoves({ golden: [], phrasings, texts: [], asked: { golden: 3, phrasings: 9 }, advice: [] })).toBe(
    `3 of 9 phrasings move:
  another answer (3):
    revoked-orders -> b (phrasing of revoked): "q"
    b -> c & a+alipay: "q"
    d -> app:alipay: "q"`,
  );
});

test("a golden question that fails is told with its place in the file and with what it got", () => {
  const golden = [
    { ask: "when does the ban start?", expect: ["start-date"] },
    { ask: "why 45 days?", expect: ["none"] },
  ];
  const after = edit(() => ({ golden }));
  expect(failedGolden(after, today)).toEqual([
    { golden: expect.anything(), index: 1, given: { kind: "answer", labels: ["why-45-days"] } },
  ]);
});
