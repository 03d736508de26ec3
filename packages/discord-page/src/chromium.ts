/** Finds the Chromium for tests and screenshots of the page, and says how to start it. */
import { existsSync } from "node:fs";

type Environment = Readonly<Record<string, string | undefined>>;

/** Returns the path that CHROMIUM_PATH names, or the first usual one that exists; undefined if there is none. */
export function findChromium(environment: Environment): string | undefined {
  const named = environment["CHROMIUM_PATH"];
  if (!named) return usualPlaces(environment).find((place) => existsSync(place));
  if (!existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, which is not there.`);
  return named;
}

function usualPlaces(environment: Environment): readonly string[] {
  switch (process.platform) {
    case "darwin":
      return ["Chromium", "Google Chrome"].map((name) => `/Applications/${name}.app/Contents/MacOS/${name}`);
    case "win32":
      return ["PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA"]
        .map((name) => environment[name])
        .filter((folder) => folder !== undefined)
        .map((folder) => `${folder}\\Google\\Chrome\\Application\\chrome.exe`);
    default:
      return [
        "/usr/bin/chromium",
        "/usr/bin/chromium-browser",
        "/usr/bin/google-chrome",
        "/usr/bin/google-chrome-stable",
        "/snap/bin/chromium",
      ];
  }
}

export const NO_CHROMIUM = "there is no Chromium here. Install Chromium or Chrome, or let CHROMIUM_PATH name one.";

/** The options for `launch` of playwright-core. Only root, as in a container, must do without the browser's own sandbox. */
export const launchOptions = (executablePath: string) => ({
  executablePath,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ["--disable-gpu"],
});
