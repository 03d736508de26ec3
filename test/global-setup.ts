/** Says before the tests what will be left out. */
import { findChromium, NO_CHROMIUM } from "discord-page/chromium";

export function setup(): void {
  if (findChromium(process.env) === undefined) {
    console.warn(`\n!!! SKIPPED: the tests of the page in a real browser: ${NO_CHROMIUM}\n`);
  }
}
