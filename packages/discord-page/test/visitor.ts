/** What somebody can do on the page, in terms of what a screen reader would tell them: roles and names, no classes. */
import type { Locator, Page } from "playwright-core";

export type Visitor = ReturnType<typeof createVisitor>;

const BOT = "EO 13971";

export function createVisitor(page: Page) {
  const messagesOf = (author: string) =>
    page.getByRole("log").getByRole("article", { name: new RegExp(`^${author},`) });
  const channels = page.getByRole("navigation", { name: "Channels" });
  const visitor = {
    page,
    /** The box that messages and commands are written in. */
    box: page.getByRole("textbox", { name: /^Message [#@]/ }),
    /** All messages of the open channel, oldest first. */
    messages: page.getByRole("log").getByRole("article"),
    /** Those of the bot. */
    answers: messagesOf(BOT),
    /** What is offered while one types there. */
    suggestions: page.getByRole("listbox", { name: "Suggestions" }).getByRole("option"),
    /** The latest message of that author that has this text in it. */
    from: (author: string, text: string): Locator => messagesOf(author).filter({ hasText: text }).last(),
    /** The latest message of the bot that has this in it, once it is there. */
    async answer(text: string | RegExp): Promise<Locator> {
      const found = visitor.answers.filter({ hasText: text }).last();
      await found.waitFor();
      return found;
    },
    async open(channel: string): Promise<void> {
      const drawer = page.getByRole("button", { name: /^Channels/ });
      if (await drawer.isVisible()) await drawer.click();
      await channels.getByRole("button", { name: channel }).click();
      await page.getByRole("textbox", { name: new RegExp(`^Message [#@]${channel}$`) }).waitFor();
    },
    /** Opens the channel in which only the bot and oneself are. */
    openDirect: (): Promise<void> => visitor.open(BOT),
    async be(person: string): Promise<void> {
      await page.getByRole("radio", { name: person }).check();
    },
    async say(text: string): Promise<void> {
      await visitor.box.fill(text);
      await visitor.box.press("Enter");
    },
    /** Uses one of the tools of a message, such as Reply. */
    async use(tool: string, message: Locator): Promise<void> {
      await message.hover();
      await message.getByRole("group", { name: "Message tools" }).getByRole("button", { name: tool }).click();
    },
    /** Uses what the bot offers in the Apps menu of a message. */
    async useApp(name: string, message: Locator): Promise<void> {
      await visitor.use("Apps", message);
      await page.getByRole("menuitem", { name }).click();
    },
  };
  return visitor;
}
