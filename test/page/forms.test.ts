/** A form on the page: what somebody has typed into it is lost only by their own wish. */
import { expect, it } from "vitest";
import { describeInBrowser } from "../../packages/discord-page/test/browser.js";
import { startEnvironment } from "./environment.js";

const LAPTOP = { width: 1280, height: 900 };
const BEHIND = { x: 60, y: 400 };

describeInBrowser("a form on the page", () => {
  const environment = startEnvironment();

  async function openForm() {
    const { page, box, suggestions, be } = await environment.visit({ viewport: LAPTOP });
    await be("grace");
    await box.fill("/moderate preview");
    await suggestions.filter({ hasText: "/moderate preview" }).waitFor();
    await box.press("Escape");
    await box.press("Enter");
    const form = page.getByRole("dialog", { name: "Draft an answer" });
    await form.waitFor();
    return { page, form, question: form.getByRole("textbox", { name: /^Question/ }) };
  }

  it("stays as it is when a selection is drawn out of a field, and when the page behind is clicked", async () => {
    const { page, form, question } = await openForm();
    await question.fill("Was anybody jailed?");
    await question.hover();
    await page.mouse.down();
    await page.mouse.move(BEHIND.x, BEHIND.y);
    await page.mouse.up();
    await page.mouse.click(BEHIND.x, BEHIND.y);
    await page.evaluate("new Promise(requestAnimationFrame)");
    expect(await question.inputValue()).toBe("Was anybody jailed?");
    await form.getByRole("button", { name: "Cancel" }).click();
    await form.waitFor({ state: "detached" });
  });

  it("is closed by a click on the page behind while nothing is typed, and by no selection", async () => {
    const { page, form, question } = await openForm();
    await question.hover();
    await page.mouse.down();
    await page.mouse.move(BEHIND.x, BEHIND.y);
    await page.mouse.up();
    await page.evaluate("new Promise(requestAnimationFrame)");
    expect(await form.count()).toBe(1);
    await page.mouse.click(BEHIND.x, BEHIND.y);
    await form.waitFor({ state: "detached" });
  });

  it("has its buttons in sight, however many fields are above them", async () => {
    const { form } = await openForm();
    const [frame, submit] = [
      await form.boundingBox(),
      await form.getByRole("button", { name: "Submit" }).boundingBox(),
    ];
    if (frame === null || submit === null) return expect.unreachable("both are drawn");
    expect(submit.y + submit.height).toBeLessThan(frame.y + frame.height);
    expect(await form.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBe(0);
  });
});
