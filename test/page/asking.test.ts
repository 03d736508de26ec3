/** Asking on the page as a member: by command, in a channel, by button, by reply and in the Apps menu. */
import { expect, it } from "vitest";
import { describeInBrowser } from "../../packages/discord-page/test/browser.js";
import { startEnvironment } from "./environment.js";

describeInBrowser("a member on the page", () => {
  const environment = startEnvironment();

  it("fills in a slash command from suggestions, and gets the answer", async () => {
    const { box, suggestions, answer, open } = await environment.visit();
    await open("general");
    await box.pressSequentially("/ban");
    await suggestions.filter({ hasText: "/ban-status" }).click();
    await box.pressSequentially("wech");
    await suggestions.filter({ hasText: /^\s*WeChat Pay\s*$/ }).click();
    await box.press("Enter");
    await answer("The order listed WeChat Pay");
  });

  it("is answered in the questions channel if the message asks something, and told why if it does not", async () => {
    const { answers, answer, from, say } = await environment.visit();
    const before = await answers.count();
    await say("lol same here");
    await from("ada", "lol same here").getByText("No reply: the message does not seem").waitFor();
    await say("is camscanner banned");
    await answer("The order listed CamScanner");
    await expect.poll(() => answers.count()).toBe(before + 1);
    const grace = await environment.visit();
    await grace.be("grace");
    await expect.poll(() => grace.from("ada", "lol same here").getByText("No reply").count()).toBe(0);
  });

  it("is answered in the questions channel on asking what its topic names", async () => {
    const { page, answers, be, say } = await environment.visit();
    // What the member may ask in a row is for the other tests.
    await be("grace");
    const topic = await page
      .getByText(/^A questions channel/)
      .first()
      .innerText();
    const questions = [...topic.matchAll(/"(.+?)"/g)].map(([, question = ""]) => question);
    expect(questions).toHaveLength(2);
    for (const question of questions) {
      const before = await answers.count();
      await say(question);
      await expect.poll(() => answers.count()).toBe(before + 1);
    }
  });

  it("is answered in the chat channel only if the question is clear, unless the bot is mentioned", async () => {
    const { answers, answer, from, open, say } = await environment.visit();
    await open("general");
    const before = await answers.count();
    await say("is it possible to see if that works?");
    await from("ada", "is it possible").getByText("Mention it to be answered").waitFor();
    await say("does anyone know if shareit is banned in the US?");
    await answer("The order listed SHAREit");
    await say("@EO 13971 is vmate banned?");
    await answer("The order listed VMate");
    expect(await answers.count()).toBe(before + 2);
  });

  it("chooses what was meant by a button, and the answer takes the choice's place", async () => {
    const { answers, answer, openDirect, say } = await environment.visit();
    await openDirect();
    await say("is wepay banned?");
    const choice = await answer("Did you mean one of these?");
    const before = await answers.count();
    await choice.getByRole("button", { name: "Is WeChat Pay banned?" }).click();
    await answer("The order listed WeChat Pay");
    expect(await choice.count()).toBe(0);
    expect(await answers.count()).toBe(before);
  });

  it("deletes an answer", async () => {
    const { answer, answers, openDirect, say } = await environment.visit();
    await openDirect();
    await say("who signed the order?");
    const found = await answer("fifteen days before he left office");
    const before = await answers.count();
    await found.getByRole("button", { name: "🗑️" }).click();
    await expect.poll(() => answers.count()).toBe(before - 1);
  });

  it("follows up by replying to the answer", async () => {
    const { answer, open, say, use } = await environment.visit();
    await open("general");
    await say("@EO 13971 is wps office banned?");
    await use("Reply", await answer("The order listed WPS Office"));
    await say("who makes it?");
    await answer("Kingsoft");
  });

  it("edits a question, and the answer follows", async () => {
    const { page, from, answer, answers, openDirect, say, use } = await environment.visit();
    await openDirect();
    await say("is shareit banned?");
    await answer("The order listed SHAREit");
    const before = await answers.count();
    await use("Edit", from("ada", "is shareit banned?"));
    const editor = page.getByRole("textbox", { name: /edit/i });
    await editor.fill("is vmate banned?");
    await editor.press("Enter");
    await answer("The order listed VMate");
    expect(await answers.count()).toBe(before);
  });

  it("edits in a box that is as high as the text in it", async () => {
    const { page, from, open, say, use } = await environment.visit();
    await open("general");
    await say("thanks");
    await use("Edit", from("ada", "thanks"));
    const editor = page.getByRole("textbox", { name: /edit/i });
    const hidden = () => editor.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight);
    await expect.poll(hidden).toBe(0);
    const before = (await editor.boundingBox())?.height ?? 0;
    await editor.press("Shift+Enter");
    await editor.press("Shift+Enter");
    expect(await hidden()).toBe(0);
    expect((await editor.boundingBox())?.height).toBeGreaterThan(before * 1.5);
  });

  it("has somebody's message answered from the Apps menu", async () => {
    const { from, answer, open, say, useApp } = await environment.visit();
    await open("general");
    await say("they say qq wallet is banned");
    await from("ada", "they say qq wallet is banned").getByText("No reply").waitFor();
    await useApp("Answer this", from("ada", "they say qq wallet is banned"));
    await answer("The order listed QQ Wallet");
  });

  it("alone sees what the bot says in private", async () => {
    const [ada, grace] = [await environment.visit(), await environment.visit()];
    await grace.be("grace");
    await ada.say("@EO 13971 is alipay banned?");
    await grace.answer("The order listed Alipay");
    await (await ada.answer("The order listed Alipay")).getByRole("button", { name: "Why this answer?" }).click();
    const why = ada.answers.filter({ hasText: "% sure" }).filter({ hasText: "Only you can see this" });
    await why.waitFor();
    await ada.say("@EO 13971 was anyone ever fined?");
    await grace.answer("as far as I found");
    expect(await grace.answers.filter({ hasText: "% sure" }).count()).toBe(0);
  });

  it("has commands and answers in Chinese once the client is", async () => {
    const { page, box, suggestions, answer, openDirect, be } = await environment.visit();
    // Whoever asks ten questions at once is told to wait, and the member has asked many by now.
    await be("grace");
    await openDirect();
    await page.getByRole("combobox", { name: "Language" }).selectOption("zh-CN");
    await box.pressSequentially("/应用状");
    await suggestions.filter({ hasText: "/应用状态" }).click();
    await box.pressSequentially("微信支付");
    await suggestions.filter({ hasText: "WeChat Pay" }).click();
    await box.press("Enter");
    await answer("行政令没有禁止微信支付");
  });

  it("sees under the hood what Discord and the bot said to each other", async () => {
    const { page, answer, openDirect, say, use, be } = await environment.visit();
    await be("grace");
    await openDirect();
    await say("is tencent qq banned?");
    await use("Under the hood", await answer("The order listed Tencent QQ"));
    const drawer = page.getByRole("dialog", { name: `Under the hood of EO 13971's "Not prohibited` });
    await drawer.getByText("MESSAGE_CREATE").first().waitFor();
    await drawer
      .getByText(/POST .*\/channels\/\d+\/messages/)
      .first()
      .waitFor();
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
  });
});
