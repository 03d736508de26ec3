/** Before the test files run side by side: learns from the data that they need, and says what will be left out. */
import { findChromium, NO_CHROMIUM } from "discord-page/chromium";
import { openAnswerer } from "./answerer.js";

export async function setup(): Promise<void> {
  if (findChromium(process.env) === undefined) {
    console.warn(`\n!!! SKIPPED: the tests of the page in a real browser: ${NO_CHROMIUM}\n`);
  }
  await openAnswerer();
}
