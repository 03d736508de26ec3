/** Asking on the page as a member: by command, in a channel, by button, by reply and in the Apps menu. */
import { expect, it } from "vitest";
import { describeInBrowser, startHouse } from "./house.js";

describeInBrowser("a member on the page", () => {
  const house = startHouse();

  it("fills in a slash command from suggestions, and gets the answer", async () => {
    const { box, suggestions, answers, open } = await house.visit();
    await open("general");
    await box.pressSequentially("/ban");
    await suggestions.filter({ hasText: "/ban-status" }).click();
    await box.pressSequentially("wech");
    await suggestions.filter({ hasText: /^WeChat Pay$/ }).click();
    await box.press("Enter");
    await answers.filter({ hasText: "WeChat Pay · named" }).waitFor();
  });

  it("is answered in the listed channel when the question is clear, and not when it is chatter", async () => {
    const { answers, saying, say } = await house.visit();
    const before = await answers.count();
    await say("lol same here");
    await say("does anyone know if camscanner is banned in the US?");
    await answers.filter({ hasText: "CamScanner · named" }).waitFor();
    expect(await saying("lol same here").count()).toBe(1);
    expect(await answers.count()).toBe(before + 1);
  });

  it("is not answered in a channel that is not listed, unless the bot is mentioned", async () => {
    const { answers, open, say } = await house.visit();
    await open("general");
    const before = await answers.count();
    await say("is shareit banned?");
    await say("@EO 13971 is vmate banned?");
    await answers.filter({ hasText: "VMate · named" }).waitFor();
    expect(await answers.count()).toBe(before + 1);
  });

  it("chooses what was meant by a button, and the answer takes the choice's place", async () => {
    const { answers, open, say } = await house.visit();
    await open("EO 13971");
    await say("is wepay banned?");
    const choice = answers.filter({ hasText: "Did you mean one of these?" });
    await choice.waitFor();
    const before = await answers.count();
    await choice.getByRole("button", { name: "Where does WeChat Pay stand?" }).click();
    await answers.filter({ hasText: "WeChat Pay · named" }).waitFor();
    expect(await choice.count()).toBe(0);
    expect(await answers.count()).toBe(before);
  });

  it("deletes an answer", async () => {
    const { answers, open, say } = await house.visit();
    await open("EO 13971");
    await say("who signed the order?");
    const answer = answers.filter({ hasText: "January 5, 2021" });
    await answer.getByRole("button", { name: "Delete" }).click();
    await answer.waitFor({ state: "detached" });
  });

  it("follows up by replying to the answer", async () => {
    const { answers, open, say, act } = await house.visit();
    await open("general");
    await say("@EO 13971 is wps office banned?");
    const first = answers.filter({ hasText: "WPS Office · named" });
    await first.waitFor();
    await act(first, "Reply");
    await say("who makes it?");
    await answers.filter({ hasText: "Kingsoft" }).last().waitFor();
  });

  it("has somebody's message answered from the Apps menu", async () => {
    const { answers, open, say, saying, act } = await house.visit();
    await open("general");
    await say("is qq wallet banned?");
    await act(saying("is qq wallet banned?").first(), "Answer this");
    await answers.filter({ hasText: "QQ Wallet · named" }).waitFor();
  });

  it("alone sees what the bot says in private", async () => {
    const [ada, other] = [await house.visit(), await house.visit()];
    await other.be("grace");
    await ada.say("@EO 13971 is alipay banned?");
    for (const { answers } of [ada, other]) await answers.filter({ hasText: "Alipay · named" }).waitFor();
    await ada.answers.filter({ hasText: "Alipay · named" }).getByRole("button", { name: "Why this answer?" }).click();
    await ada.answers.filter({ hasText: "Confidence" }).filter({ hasText: "Only you can see this" }).waitFor();
    await ada.say("@EO 13971 was anyone ever fined?");
    await other.answers.filter({ hasText: "I found no one" }).waitFor();
    expect(await other.saying("Confidence").count()).toBe(0);
  });
});
