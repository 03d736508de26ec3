/** `npm run screenshot`: draws the README's picture of the page, from a real conversation with the bot. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findChromium, launchOptions, NO_CHROMIUM } from "discord-page/chromium";
import { chromium, type Page } from "playwright-core";
import { end, startBot } from "./common/bot-process.js";

const PICTURE = "docs/page.png";
const SIZE = { width: 1200, height: 900 };

const executable = findChromium(process.env);
if (executable === undefined) {
  process.stderr.write(`No picture: ${NO_CHROMIUM}\n`);
  process.exit(1);
}
const browser = await chromium.launch(launchOptions(executable));
const state = mkdtempSync(join(tmpdir(), "bot-state-"));
let address: string | undefined;
const bot = await startBot(
  { DISCORD_TOKEN: "", PORT: "0", STATE_DIR: state },
  ({ msg = "" }) => {
    address ??= /http:\S+/.exec(msg)?.[0];
  },
  undefined,
  () => address !== undefined,
);
try {
  if (address === undefined) throw new Error("The bot ended before it printed the page's address.");
  const page = await browser.newPage({ viewport: SIZE, colorScheme: "dark", reducedMotion: "reduce" });
  await page.goto(address);
  await converse(page);
  await page.screenshot({ path: PICTURE, animations: "disabled" });
  process.stdout.write(`${PICTURE} is drawn anew.\n`);
} finally {
  await browser.close();
  await end(bot);
  rmSync(state, { recursive: true, force: true });
}

/** A question that could mean two things, one with its answer and sources, and one in Chinese. */
async function converse(page: Page): Promise<void> {
  const box = page.getByRole("textbox", { name: /^Message/ });
  const say = async (text: string, answer: string) => {
    await box.fill(text);
    await box.press("Enter");
    await page.getByRole("article").filter({ hasText: answer }).last().waitFor();
  };
  await say("is wepay banned?", "Did you mean");
  await say("when would the ban have started", "at the earliest");
  await say("支付宝现在能用吗", "支付宝：");
}
