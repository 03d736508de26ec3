/** What is under an answer: explanations, other answers, deletion, choices. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { openAnswerer } from "../../answerer.js";
import { idOf, labelsOf, openMemberServer, saidBy, TRANSPORTS, until } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

/** With the question, longer than what a reply repeats of it. */
const PREAMBLES = [
  "Hello everybody, I hope that this is the right place for it, and sorry if it was asked before, but I would really like to know this one thing from you:",
  "Good evening everyone, I hope you are all well, and please excuse the question if it came up already, but I would very much like to know just this:",
] as const;

describe.each(TRANSPORTS)("over %s", (over) => {
  describe("Why this answer?", () => {
    it("explains a reply to a message from that message, to whoever asks alone", async () => {
      const { ada, grace, me } = await openMemberServer(answerer, { over });
      const answer = await ada.say("general", `${me} is wechatt pay banned?`).post();
      const why = await grace.press(answer, idOf(answer, "Why this answer?")).post();
      expect(why.onlyFor).toBe(grace.user.id);
      expect(why.message.content).toContain("% sure");
      expect(why.message.content).toContain("Is WeChat Pay banned?");
      const lines = why.message.content.split("\n");
      expect(lines.filter((line) => line.startsWith("- ")).length).toBeLessThanOrEqual(4);
      expect(lines.filter((line) => line.startsWith("-# ")).join()).toContain("Addressing the Threat Posed by");
    });

    it("explains an answer to /ask from the text that it shows", async () => {
      const { ada } = await openMemberServer(answerer, { over });
      const answer = await ada.slash("ask", { question: "when would it have *started*" }).post();
      expect(answer.message.content).toContain("-# /ask: when would it have \\*started\\*");
      const why = await ada.press(answer, idOf(answer, "Why this answer?")).post();
      expect(why.message.content).toContain("% sure");
    });

    it("names the answer alone where the reply shows but the beginning of a long question", async () => {
      const { ada } = await openMemberServer(answerer, { over });
      const answer = await ada.slash("ask", { question: `${PREAMBLES[0]} Who signed the order?` }).post();
      expect(answer.message.content).toMatch(/-# \/ask: Hello everybody, .*…$/);
      const why = await ada.press(answer, idOf(answer, "Why this answer?")).post();
      expect(why.message.content).toContain("cannot read this one any more");
      expect(why.message.content).toContain("It answers: Who signed");
      expect(why.message.content).not.toContain("% sure");
    });

    it("names the answer alone where there is no question to read, and says so", async () => {
      const { ada, me } = await openMemberServer(answerer, { over });
      const help = await ada.say("general", me).post();
      const why = await ada.press(help, idOf(help, "Why this answer?")).post();
      expect(why.message.content).toContain("cannot read this one any more");
      expect(why.message.content).toContain("It answers: What can this bot do");
    });
  });

  describe("Not what I asked", () => {
    it("goes by the answer alone where the reply shows but the beginning of a long question", async () => {
      const { ada } = await openMemberServer(answerer, { over });
      const offered = async (preamble: string) => {
        const answer = await ada.slash("ask", { question: `${preamble} Who signed the order?` }, "general").post();
        const others = await ada.press(answer, idOf(answer, "Not what I asked")).post();
        ada.press(answer, idOf(answer, "🗑️"));
        await until(() => answer.removed);
        return labelsOf(others);
      };
      expect(await offered(PREAMBLES[0])).toEqual(await offered(PREAMBLES[1]));
    });

    it("offers the next best answers alone; a press shows one in their place", async () => {
      const { ada, me } = await openMemberServer(answerer, { over });
      const answer = await ada.say("general", `${me} when did the order start?`).post();
      const others = await ada.press(answer, idOf(answer, "Not what I asked")).post();
      expect(others.onlyFor).toBe(ada.user.id);
      const [first = ""] = labelsOf(others);
      expect(labelsOf(others)).toContain("Ask the moderators");
      const chosen = await ada.press(others, idOf(others, first)).post();
      expect(chosen.message.id).toBe(others.message.id);
      expect(chosen.message.content).toMatch(/^-# .* · checked /m);
    });
  });

  describe("Delete", () => {
    it("is for whoever caused the answer, and for nobody else", async () => {
      const { ada, grace, sandbox, me } = await openMemberServer(answerer, { over });
      const answer = await ada.say("general", `${me} who signed the order?`).post();
      const refused = await grace.press(answer, idOf(answer, "🗑️")).post();
      expect(refused.onlyFor).toBe(grace.user.id);
      expect(refused.message.content).toContain("Only the person who asked");
      ada.press(answer, idOf(answer, "🗑️"));
      await until(() => answer.removed);
      expect(saidBy(sandbox, "general")).toEqual([]);
    });

    it("is for those who may manage messages too", async () => {
      const { ada, grace, me } = await openMemberServer(answerer, { over });
      const answer = await ada.say("general", `${me} who signed the order?`).post();
      grace.permissions = String(BigInt(grace.permissions) | (1n << 13n));
      grace.press(answer, idOf(answer, "🗑️"));
      await until(() => answer.removed);
    });

    it("takes a page away too", async () => {
      const { ada } = await openMemberServer(answerer, { over });
      const page = await ada.slash("timeline").post();
      ada.press(page, idOf(page, "🗑️"));
      await until(() => page.removed);
    });
  });

  describe("an answer about another day", () => {
    it("keeps it in the other language, and in its reasons", async () => {
      const { ada } = await openMemberServer(answerer, { over });
      const answer = await ada.slash("ban-status", { app: "alipay", on: "2021-03-01" }).post();
      const why = await ada.press(answer, idOf(answer, "Why this answer?")).post();
      expect(why.message.content).toContain("13971");
      expect(why.message.content).not.toContain("Texas");
      const chinese = await ada.press(answer, idOf(answer, "中文")).post();
      expect(chinese.message.content).toContain("2021年3月1日");
    });
  });

  describe("a choice", () => {
    it("keeps the day that was asked about", async () => {
      const { ada } = await openMemberServer(answerer, { over });
      const choice = await ada.slash("ban-status", { app: "wepay", on: "2021-01-10" }).post();
      const weChatPay = labelsOf(choice).find((label) => label.includes("WeChat Pay")) ?? "";
      const answer = await ada.press(choice, idOf(choice, weChatPay)).post();
      expect(answer.message.content).toContain("Not prohibited by the order on January 10, 2021.");
    });
  });
});
