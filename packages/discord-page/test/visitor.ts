/** What somebody can do on the page, in terms of what a screen reader would tell them: roles and names, no classes. */
import type { Locator, Page } from "playwright-core";

export interface Visitor {
  readonly page: Page;
  /** The box that messages and commands are written in. */
  readonly box: Locator;
  /** What is offered while one types there. */
  readonly suggestions: Locator;
  /** All messages of the open channel, oldest first. */
  readonly messages: Locator;
  /** Those of the bot. */
  readonly answers: Locator;
  /** The latest message of that author that has this text in it. */
  from(author: string, text: string): Locator;
  /** The latest message of the bot that has this in it, once it is there. */
  answer(text: string | RegExp): Promise<Locator>;
  open(channel: string): Promise<void>;
  be(person: string): Promise<void>;
  /** Opens the channel in which only the bot and oneself are. */
  openDirect(): Promise<void>;
  say(text: string): Promise<void>;
  /** Uses one of the tools of a message, such as Reply. */
  use(tool: string, message: Locator): Promise<void>;
  /** Uses what the bot offers in the Apps menu of a message. */
  useApp(name: string, message: Locator): Promise<void>;
}

const BOT = "EO 13971";

export function createVisitor(page: Page): Visitor {
  const box = page.getByRole("textbox", { name: /^Message [#@]/ });
  const messages = page.getByRole("log").getByRole("article");
  const messagesOf = (author: string) =>
    page.getByRole("log").getByRole("article", { name: new RegExp(`^${author},`) });
  const answers = messagesOf(BOT);
  const channels = page.getByRole("navigation", { name: "Channels" });
  const visitor: Visitor = {
    page,
    box,
    messages,
    answers,
    suggestions: page.getByRole("listbox", { name: "Suggestions" }).getByRole("option"),
    from: (author, text) => messagesOf(author).filter({ hasText: text }).last(),
    async answer(text) {
      const found = answers.filter({ hasText: text }).last();
      await found.waitFor();
      return found;
    },
    async open(channel) {
      const drawer = page.getByRole("button", { name: /^Channels/ });
      if (await drawer.isVisible()) await drawer.click();
      await channels.getByRole("button", { name: channel }).click();
      await page.getByRole("textbox", { name: new RegExp(`^Message [#@]${channel}$`) }).waitFor();
    },
    openDirect: () => visitor.open(BOT),
    async be(person) {
      await page.getByRole("radio", { name: person }).check();
    },
    async say(text) {
      await box.fill(text);
      await box.press("Enter");
    },
    async use(tool, message) {
      await message.hover();
      await message.getByRole("group", { name: "Message tools" }).getByRole("button", { name: tool }).click();
    },
    async useApp(name, message) {
      await visitor.use("Apps", message);
      await page.getByRole("menuitem", { name }).click();
    },
  };
  return visitor;
}
