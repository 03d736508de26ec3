import { describe } from "vitest";
import { findChromium } from "../src/chromium.js";

export const executable = findChromium(process.env);

/** `describe`, left out where there is no browser. A busy machine may take its time. */
export const describeInBrowser = (name: string, tests: () => void) =>
  describe.skipIf(executable === undefined)(name, { timeout: 60_000 }, tests);
