/** Which browser the page is tried in. */
import { expect, it } from "vitest";
import { findChromium } from "../src/chromium.js";

it("is the one that CHROMIUM_PATH names, wherever that is", () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath);
});

it("is none where CHROMIUM_PATH names nothing that is there: a mistake, and no reason to take another one", () => {
  expect(() => findChromium({ CHROMIUM_PATH: "/no/such/browser" })).toThrow("/no/such/browser, which is not there");
});
