/** Moderating on the page: an edit of the data is live at once, and a bad one is told where it is read. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { describeInBrowser, startHouse } from "./house.js";
import type { Visitor } from "./visitor.js";

describeInBrowser("a moderator on the page", () => {
  const house = startHouse();

  /** Saves the file with that change in it, and gives back what undoes it. */
  function edit(file: string, from: string, to: string): () => void {
    const path = join(house.data, file);
    const text = readFileSync(path, "utf8");
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    return () => writeFileSync(path, text);
  }

  /** The one place that says how the bot comes to know of an edit: a moderator tells it. */
  async function takeIn({ be, open, box }: Visitor): Promise<void> {
    await be("grace");
    await open("moderators");
    await box.fill("/moderate reload");
    await box.press("Enter");
  }

  it("has commands that a member does not have", async () => {
    const { box, suggestions, be } = await house.visit();
    await box.pressSequentially("/mod");
    await expect.poll(() => suggestions.count()).toBe(0);
    await box.fill("");
    await be("grace");
    await box.pressSequentially("/mod");
    await suggestions.filter({ hasText: "/moderate reload" }).waitFor();
  });

  it("sees an edited answer at once", async () => {
    const visitor = await house.visit();
    const { answers, open, say } = visitor;
    await open("EO 13971");
    await say("When would the ban have started?");
    await answers.filter({ hasText: "would be a day short" }).waitFor();
    edit("answers/dates.yaml", "February 18, 2021 would be a day short.", "February 18, 2021 is a day too early.");
    await takeIn(visitor);
    await answers.filter({ hasText: /reload|version/i }).waitFor();
    await open("EO 13971");
    await say("When would the ban have started?");
    await answers.filter({ hasText: "is a day too early" }).waitFor();
  });

  it("is told of a bad edit with file, line and column, and the last good answers stay", async () => {
    const visitor = await house.visit();
    const { answers, open, say } = visitor;
    const undo = edit("answers/dates.yaml", "  answer: >-", "  anwser: >-");
    await takeIn(visitor);
    await answers.filter({ hasText: /answers\/dates\.yaml:3:\d+/ }).waitFor();
    undo();
    await open("EO 13971");
    await say("When would the ban have started?");
    await answers.filter({ hasText: "February 19, 2021" }).last().waitFor();
  });
});
