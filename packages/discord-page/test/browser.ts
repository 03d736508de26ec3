import { type Browser, chromium } from "playwright-core";
import { describe } from "vitest";
import { findChromium, launchOptions } from "../src/chromium.js";

const executable = findChromium(process.env);
let launching: Promise<Browser> | undefined;

/** Launches the browser once for all test files of a process; it ends with the process. */
export const openBrowser = (): Promise<Browser> => {
  launching ??= chromium.launch(launchOptions(executable ?? ""));
  return launching;
};

/** `describe`, skipped if there is no browser. */
export const describeInBrowser = (name: string, tests: () => void) =>
  describe.skipIf(executable === undefined)(name, tests);
