/** Moderating on the page: an edit of the data is live at once, and a bad one is told where it is read. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeInBrowser } from "../../packages/discord-page/test/browser.js";
import type { Visitor } from "../../packages/discord-page/test/visitor.js";
import { startEnvironment } from "./environment.js";

describeInBrowser("a moderator on the page", () => {
  const environment = startEnvironment();

  /** Saves the file with that change in it, and gives back what undoes it. */
  function edit(file: string, from: string, to: string): () => void {
    const path = join(environment.data, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    return () => writeFileSync(path, text);
  }

  /** The bot sees an edit by itself, and tells the moderators what came of it. */
  async function hear({ be, open, answer }: Visitor, news: RegExp): Promise<void> {
    await be("grace");
    await open("moderators");
    await answer(news);
  }

  it("has commands that a member does not have", async () => {
    const { box, suggestions, be } = await environment.visit();
    await box.pressSequentially("/mod");
    await expect.poll(() => suggestions.count()).toBe(0);
    await box.fill("");
    await be("grace");
    await box.pressSequentially("/mod");
    await suggestions.filter({ hasText: "/moderate reload" }).waitFor();
  });

  it("deletes a member's message, and a member nobody else's", async () => {
    const [ada, grace] = [await environment.visit(), await environment.visit()];
    await grace.be("grace");
    await ada.open("general");
    await grace.open("general");
    await ada.say("a word out of place");
    await grace.say("a word in place");
    const kept = ada.from("grace", "a word in place");
    await kept.hover();
    await kept.getByRole("button", { name: "Reply" }).waitFor();
    expect(await kept.getByRole("button", { name: "Delete" }).count()).toBe(0);
    await grace.use("Delete", grace.from("ada", "a word out of place"));
    await grace.page.getByRole("dialog").getByRole("button", { name: "Delete" }).click();
    await ada.from("ada", "a word out of place").waitFor({ state: "detached" });
    await kept.waitFor();
  });

  it("alone sees the moderators' channel, whose topic says so", async () => {
    const { page, be, box, open } = await environment.visit();
    const channel = page.getByRole("navigation", { name: "Channels" }).getByRole("button", { name: "moderators" });
    expect(await channel.count()).toBe(0);
    await be("grace");
    await open("moderators");
    await page.getByText("Only moderators see this channel").first().waitFor();
    await be("ada");
    await channel.waitFor({ state: "detached" });
    expect(await box.getAttribute("aria-label")).toBe("Message #eo-13971");
  });

  it("sees an edited answer at once", async () => {
    const visitor = await environment.visit();
    const { answer, openDirect, say } = visitor;
    await openDirect();
    await say("When would the ban have started?");
    await answer("is only 44 days after");
    edit("answers/dates.yaml", "44 days after).", "forty-four days after).");
    await hear(visitor, /version [0-9a-f]{12}/);
    await openDirect();
    await say("When would the ban have started?");
    await answer("forty-four days after");
  });

  it("is told of a bad edit with file, line and column, and the last good answers stay", async () => {
    const visitor = await environment.visit();
    const { answer, openDirect, say } = visitor;
    const undo = edit("answers/dates.yaml", "  answer: >-", "  anwser: >-");
    await hear(visitor, /answers\/dates\.yaml:\d+:\d+/);
    undo();
    await openDirect();
    await say("When would the ban have started?");
    await answer("February 19, 2021");
  });
});
