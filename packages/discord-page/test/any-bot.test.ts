/** The page knows no bot: forms, slow and silent answers and all buttons are those of a bot that is only a few calls. */
import type { Sandbox } from "discord-sandbox";
import type { Browser } from "playwright-core";
import { beforeAll, expect, it, onTestFinished } from "vitest";
import { createCaller, openJudgedSandbox } from "../../discord-sandbox/test/judged-sandbox.js";
import { openPage } from "../src/page.js";
import { describeInBrowser, openBrowser } from "./browser.js";
import { createVisitor } from "./visitor.js";

/** Milliseconds, much more than anything takes. */
const PATIENCE = 60_000;

type Interaction = Extract<Parameters<Parameters<Sandbox["listen"]>[0]>[0], { t: "INTERACTION_CREATE" }>["d"];

const COMMANDS = ["form", "slow", "silent"].map((name) => ({ name, description: `The ${name} one` }));
const button = (style: number, label: string, more: object = {}) => ({
  type: 2,
  style,
  label,
  custom_id: label,
  ...more,
});
const ROW = {
  type: 1,
  components: [
    button(1, "Form"),
    button(2, "Silent"),
    button(4, "Slow"),
    button(3, "Off", { disabled: true }),
    { type: 2, style: 5, label: "Elsewhere", url: "https://example.org/" },
  ],
};
const FORM = {
  custom_id: "form",
  title: "Tell us more",
  components: [
    { type: 1, components: [{ type: 4, custom_id: "what", label: "What is it?", style: 1, min_length: 3 }] },
    {
      type: 1,
      components: [{ type: 4, custom_id: "why", label: "Why?", style: 2, required: false, value: "because" }],
    },
  ],
};

describeInBrowser("a bot of any kind on the page", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });

  async function visit() {
    const sandbox = await openJudgedSandbox({ botName: "EO 13971", channels: ["one"] });
    sandbox.times.acknowledgeWithin = PATIENCE;
    const call = createCaller(sandbox);
    await call("PUT", `/applications/${sandbox.bot.id}/commands`, COMMANDS);
    const answer = ({ id, token }: Interaction, body: object) =>
      call("POST", `/interactions/${id}/${token}/callback`, body);
    const webhook = ({ token }: Interaction) => `/webhooks/${sandbox.bot.id}/${token}`;
    let hurry: () => void = () => {};
    const hurried = new Promise<void>((resolve) => {
      hurry = resolve;
    });
    sandbox.listen(async ({ t, d }) => {
      if (t !== "INTERACTION_CREATE") return;
      const name = d.type === 2 ? d.data.name : d.type === 3 ? d.data.custom_id.toLowerCase() : "submitted";
      if (name === "form") await answer(d, { type: 9, data: FORM });
      if (name === "submitted" && d.type === 5) {
        await answer(d, { type: 4, data: { content: JSON.stringify(d.data.components), flags: 64 } });
      }
      if (name !== "slow") return;
      if (d.type === 2) await answer(d, { type: 5 });
      await hurried;
      if (d.type === 2) await call("PATCH", `${webhook(d)}/messages/@original`, { content: "thought it over" });
      else await answer(d, { type: 7, data: { content: "changed", components: [] } });
    });
    const people = [{ name: "ada", moderates: false }];
    const opened = await openPage({ sandbox, port: 0, channels: [{ name: "one", topic: "" }], people });
    const context = await browser.newContext({ reducedMotion: "reduce" });
    onTestFinished(async () => {
      await context.close();
      await opened.close();
    });
    const page = await context.newPage();
    page.setDefaultTimeout(PATIENCE);
    await page.goto(opened.url);
    const visitor = createVisitor(page);
    await visitor.box.waitFor();
    const channel = sandbox.channel("one").id;
    const post = (body: object) => call("POST", `/channels/${channel}/messages`, body);
    return { ...visitor, sandbox, call, channel, post, hurry };
  }

  it("opens a form, which is sent once it is filled in", async () => {
    const { page, post, answer } = await visit();
    await post({ content: "press", components: [ROW] });
    await page.getByRole("button", { name: "Form" }).click();
    const form = page.getByRole("dialog", { name: "Tell us more" });
    await form.getByLabel("What is it?").fill("no");
    await form.getByRole("button", { name: "Submit" }).click();
    expect(await form.isVisible()).toBe(true);
    await form.getByLabel("What is it?").fill("a test");
    await page.keyboard.press("Enter");
    const got = await answer("a test");
    expect(await got.textContent()).toContain("because");
    expect(await got.textContent()).toContain("Only you can see this");
    await got.getByRole("button", { name: "Dismiss message" }).click();
    await got.waitFor({ state: "detached" });
  });

  it("closes its form without a word", async () => {
    const { page, box, say } = await visit();
    await say("/form ");
    await page.getByRole("dialog", { name: "Tell us more" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    expect(await box.evaluate((element) => element.matches(":focus"))).toBe(true);
  });

  it("is seen thinking, and a button is busy until it is answered", async () => {
    const { page, post, say, answer, hurry } = await visit();
    await post({ content: "press", components: [ROW] });
    const slow = page.getByRole("button", { name: "Slow" });
    await slow.click();
    await slow.and(page.locator("[aria-busy=true]")).waitFor();
    await say("/slow ");
    await answer("is thinking…");
    hurry();
    await answer("thought it over");
    await answer("changed");
    expect(await slow.count()).toBe(0);
  });

  it("is said to have failed where it says nothing", async () => {
    const { page, post, say, sandbox } = await visit();
    sandbox.times.acknowledgeWithin = 100;
    await post({ content: "press", components: [ROW] });
    await page.getByRole("button", { name: "Silent" }).click();
    await page.getByText("This interaction failed").waitFor();
    await say("/silent ");
    await page.getByText("The application did not respond").waitFor();
  });

  it("has buttons that are off, and links that open elsewhere without telling from where", async () => {
    const { page, post } = await visit();
    await post({ content: "press", components: [ROW] });
    expect(await page.getByRole("button", { name: "Off" }).isDisabled()).toBe(true);
    const link = page.getByRole("link", { name: "Elsewhere" });
    expect(await link.getAttribute("target")).toBe("_blank");
    expect(await link.getAttribute("rel")).toContain("noreferrer");
  });

  it("is seen typing, until it has said something", async () => {
    const { page, call, channel, post, answer } = await visit();
    await call("POST", `/channels/${channel}/typing`);
    await page.getByText("is typing…").waitFor();
    await post({ content: "said" });
    await answer("said");
    await page.getByText("is typing…").waitFor({ state: "detached" });
  });

  it("is seen typing for ten seconds after each time that it says so", async () => {
    const { page, call, channel, sandbox, from } = await visit();
    const typing = page.getByText("is typing…");
    const say = async (text: string) => {
      sandbox.person("ada").say("one", text);
      await from("ada", text).waitFor();
    };
    await page.clock.install();
    await call("POST", `/channels/${channel}/typing`);
    await typing.waitFor();
    await page.clock.fastForward(8000);
    await call("POST", `/channels/${channel}/typing`);
    await say("after the second time");
    await page.clock.fastForward(8000);
    await say("sixteen seconds on");
    expect(await typing.count()).toBe(1);
    await page.clock.fastForward(3000);
    await typing.waitFor({ state: "detached" });
  });

  it("does not get what an input method has not finished", async () => {
    const { page, box, messages, sandbox } = await visit();
    const keyboard = await page.context().newCDPSession(page);
    await box.focus();
    await keyboard.send("Input.imeSetComposition", { text: "weixin", selectionStart: 6, selectionEnd: 6 });
    const enter = { type: "keyDown", key: "Enter", code: "Enter", windowsVirtualKeyCode: 229 } as const;
    await keyboard.send("Input.dispatchKeyEvent", enter);
    expect(await box.inputValue()).toBe("weixin");
    await keyboard.send("Input.insertText", { text: "微信" });
    await box.press("Enter");
    await messages.filter({ hasText: "微信" }).waitFor();
    expect([...sandbox.channel("one").posts.values()].map(({ message }) => message.content)).toEqual(["微信"]);
  });
});
