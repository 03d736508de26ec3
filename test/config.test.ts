/** Settings are found good or bad as a whole, in words that say what to do. */
import { readFileSync } from "node:fs";
import { parse } from "dotenv";
import { describe, expect, it } from "vitest";
import { readConfig } from "../src/config.js";

const problemsOf = (environment: Record<string, string>, discord = false): readonly string[] => {
  const config = readConfig(environment, { discord });
  return "problems" in config ? config.problems : [];
};

describe("settings", () => {
  it("need no more than a token to run on Discord", () => {
    expect(readConfig({ DISCORD_TOKEN: "abc" }, { discord: true })).toEqual({
      DISCORD_TOKEN: "abc",
      DATA_DIR: "data",
      STATE_DIR: "state",
      INTERACTIONS: "gateway",
      HOST: "127.0.0.1",
      PORT: 8080,
      SERVER_QUESTIONS_A_MINUTE: 600,
      METRICS_HOST: "127.0.0.1",
      LOG_LEVEL: "info",
      LOGIN_SECONDS: 300_000,
      WATCHDOG_SECONDS: 60_000,
      DRAIN_SECONDS: 8_000,
    });
  });

  it.each([
    ["absent", {}],
    ["empty", { DISCORD_TOKEN: "" }],
    ["blank", { DISCORD_TOKEN: "  " }],
  ])("a token that is %s is missing on Discord and in production, and there alone", (_, environment) => {
    const missing = [expect.stringMatching(/^DISCORD_TOKEN is missing: .*Developer Portal/)];
    const hint = /NODE_ENV=production and --discord ask for Discord: without them .* in the browser/;
    expect(problemsOf(environment, true)).toEqual(missing);
    expect(problemsOf({ ...environment, NODE_ENV: "production" })).toEqual(missing);
    expect(problemsOf({ ...environment, NODE_ENV: "production" })[0]).toMatch(hint);
    expect(problemsOf({ ...environment, NODE_ENV: "development" })).toEqual([]);
  });

  const TOKEN = "MTA.GhIjKl.mn-op_qr";

  it.each([
    ["double quotes", `"${TOKEN}"`],
    ["single quotes and spaces", ` '${TOKEN}' `],
    ["typographic quotes", `\u201c${TOKEN}\u201d`],
    ["angle brackets", `<${TOKEN}>`],
    ["the scheme of a header", `Bot ${TOKEN}`],
    ["quotes around that", `"Bot ${TOKEN}"`],
    ["a byte order mark and zero-width spaces", `\ufeff\u200b${TOKEN}\u200b`],
    ["a soft hyphen inside", TOKEN.replace(".", ".\u00ad")],
  ])("take a token out of %s", (_, DISCORD_TOKEN) => {
    expect(readConfig({ DISCORD_TOKEN })).toMatchObject({ DISCORD_TOKEN: TOKEN });
  });

  it.each([
    ["a letter of another alphabet", TOKEN.replace("G", "\u0413"), /^DISCORD_TOKEN holds a character .*\(U\+0413\)/],
    ["a space inside", TOKEN.replace(".", ". "), /^DISCORD_TOKEN must be one word/],
    ["no more than quotes", `""`, /^DISCORD_TOKEN holds only quotes/],
    ["an id", "123456789012345678", /^DISCORD_TOKEN is an id/],
    ["a public key", "0aB".padEnd(64, "0"), /^DISCORD_TOKEN is a public key/],
  ])("name what is wrong with a token that is or holds %s", (_, DISCORD_TOKEN, problem) => {
    expect(problemsOf({ DISCORD_TOKEN })).toEqual([expect.stringMatching(problem)]);
  });

  it("say what DISCORD_API should be where it holds a version", () => {
    const DISCORD_API = "https://discord.com/api/v10/";
    expect(problemsOf({ DISCORD_TOKEN: TOKEN, DISCORD_API })).toEqual([
      "DISCORD_API must end before the version: https://discord.com/api",
    ]);
  });

  it("take a proxy by either case of its name", () => {
    const HTTPS_PROXY = "http://proxy.example:3128";
    expect(readConfig({ https_proxy: HTTPS_PROXY })).toMatchObject({ HTTPS_PROXY });
    expect(readConfig({ HTTPS_PROXY })).toMatchObject({ HTTPS_PROXY });
  });

  it("leave the terminal to the page's address where there is no token", () => {
    expect(readConfig({})).toMatchObject({ LOG_LEVEL: "warn" });
    expect(readConfig({})).not.toHaveProperty("DISCORD_TOKEN");
    expect(readConfig({ LOG_LEVEL: "debug" })).toMatchObject({ LOG_LEVEL: "debug" });
  });

  it.each(["http", "-1", "65536", "80.5", "1e3"])("refuse %j as a port", (PORT) => {
    expect(problemsOf({ PORT })).toEqual(["PORT must be a number from 0 to 65535"]);
  });

  it("tell all that is wrong with them at once, a line each, and never the token", () => {
    const problems = problemsOf({
      DISCORD_TOKEN: "my secret",
      DISCORD_API: "ftp://somewhere",
      HOME_GUILD: "my server",
      PORT: "http",
      LOG_LEVEL: "loud",
      LOGIN_SECONDS: "soon",
      WATCHDOG_SECONDS: "0",
      DRAIN_SECONDS: "1e9",
    });
    expect(problems.map((line) => line.split(" ")[0])).toEqual([
      "DISCORD_TOKEN",
      "DISCORD_API",
      "PORT",
      "HOME_GUILD",
      "LOG_LEVEL",
      "LOGIN_SECONDS",
      "WATCHDOG_SECONDS",
      "DRAIN_SECONDS",
    ]);
    expect(problems.join("\n")).not.toContain("secret");
    expect(problems.join("\n")).not.toMatch(/invalid|expected|undefined/i);
  });

  it("keep an address without a slash at its end", () => {
    const DATA_URL = "https://example.org/edit/main/data/";
    expect(readConfig({ DISCORD_TOKEN: "abc", DATA_URL })).toMatchObject({ DATA_URL: DATA_URL.slice(0, -1) });
  });

  it("are given in seconds and fractions of them", () => {
    expect(readConfig({ DISCORD_TOKEN: "abc", DRAIN_SECONDS: "0.5" })).toMatchObject({ DRAIN_SECONDS: 500 });
  });

  it.each([
    ["0-3/16", [0, 1, 2, 3], 16],
    ["2/16", [2], 16],
    ["0-0/1", [0], 1],
    ["14-15/16", [14, 15], 16],
  ])("name a range of shards: %s", (SHARDS, ids, count) => {
    expect(readConfig({ DISCORD_TOKEN: "abc", SHARDS })).toMatchObject({ SHARDS: { ids, count } });
  });

  it.each([
    ["0-3", /^SHARDS must be auto, or a range/],
    ["all", /^SHARDS must be auto, or a range/],
    ["-1/4", /^SHARDS must be auto, or a range/],
    ["0,1/4", /^SHARDS must be auto, or a range/],
    ["3-0/16", /^SHARDS must name shards from 0 to 15 of 16, the lower one first/],
    ["0-16/16", /^SHARDS must name shards from 0 to 15 of 16/],
  ])("say what is wrong with a range of shards: %s", (SHARDS, problem) => {
    expect(problemsOf({ DISCORD_TOKEN: "abc", SHARDS })).toEqual([expect.stringMatching(problem)]);
  });

  it("need the public key for interactions over HTTP, and have no shards then", () => {
    const http = { DISCORD_TOKEN: "abc", INTERACTIONS: "http" };
    const DISCORD_PUBLIC_KEY = "0aB".padEnd(64, "0");
    expect(readConfig({ ...http, DISCORD_PUBLIC_KEY })).toMatchObject({ INTERACTIONS: "http", DISCORD_PUBLIC_KEY });
    expect(problemsOf(http)).toEqual([expect.stringMatching(/^DISCORD_PUBLIC_KEY is missing: .*General Information/)]);
    expect(problemsOf({ ...http, DISCORD_PUBLIC_KEY, SHARDS: "0-1/2" })).toEqual([expect.stringMatching(/^SHARDS /)]);
    expect(problemsOf({ ...http, DISCORD_PUBLIC_KEY: "key" })).toEqual([
      expect.stringMatching(/^DISCORD_PUBLIC_KEY must be .*64 hexadecimal digits/),
    ]);
    expect(problemsOf({ ...http, DISCORD_PUBLIC_KEY, PORT: "http" })).toEqual([expect.stringMatching(/^PORT must be/)]);
  });

  it("are all in .env.example, with the values that hold unless set", () => {
    const text = readFileSync(".env.example", "utf8");
    // What runs the bot in earnest sets them, and lines here would take their place.
    for (const name of ["NODE_ENV", "STATE_DIR"]) expect(parse(text)).not.toHaveProperty(name);
    const example = parse(text.replace(/^# (?=[A-Z_]+=)/gm, ""));
    expect(problemsOf({ ...example, DISCORD_TOKEN: "abc" })).toEqual([]);
    const usual = readConfig({ DISCORD_TOKEN: "abc" });
    expect(readConfig({ ...example, DISCORD_TOKEN: "abc" })).toEqual(usual);
    const optional = [
      "DATA_URL",
      "DISCORD_API",
      "DISCORD_APPLICATION_ID",
      "DISCORD_PUBLIC_KEY",
      "HOME_GUILD",
      "HTTPS_PROXY",
      "METRICS_PORT",
      "NODE_ENV",
      "NO_PROXY",
      "SHARDS",
    ];
    expect(Object.keys(example).sort()).toEqual([...Object.keys(usual), ...optional].sort());
  });
});
