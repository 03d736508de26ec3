/** The Apps menu answers somebody's message; pages tell what is kept. */
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../../src/core/answerer.js";
import { openAnswerer } from "../../answerer.js";
import { idOf, openMemberServer, TRANSPORTS } from "../member-server.js";

let answerer: Answerer;
beforeAll(async () => {
  answerer = await openAnswerer();
});

describe.each(TRANSPORTS)("over %s", (over) => {
  describe("Answer this", () => {
    it("answers somebody's message and leads to it, even where the bot may not read it otherwise", async () => {
      const { ada, grace, sandbox } = await openMemberServer(answerer, { over, readsContent: false });
      const { said } = grace.say("general", "I wonder, is wechat pay banned?");
      const answer = await ada.useAppsMenu("Answer this", said).post();
      expect(answer.onlyFor).toBeUndefined();
      expect(answer.message.content).toContain(
        "Not prohibited by Executive Order 13971. The order listed WeChat Pay on",
      );
      const link = `https://discord.com/channels/${sandbox.store.guild.id}/${said.channel.id}/${said.message.id}`;
      expect(answer.message.content).toContain(`[This message](<${link}>)`);
    });

    it("explains itself from that message", async () => {
      const { ada, grace } = await openMemberServer(answerer, { over });
      const { said } = grace.say("general", "I wonder, is wechat pay banned?");
      const answer = await ada.useAppsMenu("Answer this", said).post();
      const why = await ada.press(answer, idOf(answer, "Why this answer?")).post();
      expect(why.message.content).toContain("% sure");
    });

    it("repeats the message and explains itself where a person uses the bot as their own app", async () => {
      const { ada, grace, sandbox } = await openMemberServer(answerer, { over });
      const { said } = grace.say("general", "I wonder, is [wechat pay] banned?");
      ada.hasOwnApp = true;
      sandbox.faults.rest("get_message", () => ({ status: 403, body: { code: 50001, message: "Missing Access" } }));
      const answer = await ada.useAppsMenu("Answer this", said).post();
      expect(answer.message.content).toMatch(/\[This message\].*: I wonder, is .*wechat pay/);
      const why = await ada.press(answer, idOf(answer, "Why this answer?")).post();
      expect(why.message.content).not.toContain("cannot read");
      expect(why.message.content).toContain("WeChat Pay");
    });

    it("says alone to whoever asks that there is nothing to answer", async () => {
      const { ada, grace, me } = await openMemberServer(answerer, { over });
      const own = await ada.say("general", `${me} who signed the order?`).post();
      const mine = await ada.useAppsMenu("Answer this", own).post();
      expect(mine.onlyFor).toBe(ada.user.id);
      expect(mine.message.content).toContain("That message is mine");
      const { said } = grace.say("general", "<:wave:123456789012345678>");
      const nothing = await ada.useAppsMenu("Answer this", said).post();
      expect(nothing.onlyFor).toBe(ada.user.id);
    });
  });

  describe("privacy", () => {
    it("is told in plain words by /privacy, to which /about leads", async () => {
      const { ada } = await openMemberServer(answerer, { over });
      const privacy = await ada.slash("privacy").post();
      for (const told of ["mention me", "In memory alone", "My log has ids", "Withdraw", "Apps > Answer this"])
        expect(privacy.message.content).toContain(told);
      expect((await ada.slash("about").post()).message.content).toContain("/privacy");
    });
  });

  describe("the language of the frame", () => {
    it("is the asker's for commands, and that of the text for messages", async () => {
      const { ada, me } = await openMemberServer(answerer, { over });
      ada.locale = "zh-TW" as typeof ada.locale;
      const command = await ada.slash("ban-status", { app: "alipay" }).post();
      expect(command.message.content).toContain("第13971號行政命令沒有禁止");
      const message = await ada.say("help", `${me} 微信支付被禁了吗？`).post();
      expect(message.message.content).toMatch(/\p{Script=Han}/u);
    });
  });
});
