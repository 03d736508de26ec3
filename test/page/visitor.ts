/** What somebody can do on the page, in terms of what a screen reader would tell them: roles and names, no classes. */
import type { Locator, Page } from "playwright-core";

export interface Visitor {
  readonly page: Page;
  /** The box that messages and commands are written in. */
  readonly box: Locator;
  /** What the box suggests. */
  readonly suggestions: Locator;
  /** All messages of the channel, oldest first. */
  readonly messages: Locator;
  /** The messages that hold this text. */
  saying(text: string | RegExp): Locator;
  /** The bot's messages. */
  readonly answers: Locator;
  open(channel: string): Promise<void>;
  be(person: string): Promise<void>;
  say(text: string): Promise<void>;
  /** Opens the menu of a message and takes what is called so. */
  act(message: Locator, action: string): Promise<void>;
}

export function createVisitor(page: Page): Visitor {
  const box = page.getByRole("combobox", { name: /message/i });
  const messages = page.getByRole("log").getByRole("article");
  return {
    page,
    box,
    messages,
    suggestions: page.getByRole("listbox").getByRole("option"),
    saying: (text) => messages.filter({ hasText: text }),
    answers: messages.filter({ hasText: /^EO 13971/ }),
    async open(channel) {
      await page.getByRole("navigation").getByRole("button", { name: channel }).click();
    },
    async be(person) {
      await page.getByRole("radio", { name: person }).click();
    },
    async say(text) {
      await box.fill(text);
      await box.press("Enter");
    },
    async act(message, action) {
      await message.hover();
      await message.getByRole("button", { name: /actions/i }).click();
      await page.getByRole("menuitem", { name: action }).click();
    },
  };
}
