/** What `npm start` runs on, as the built program in a process of its own: Discord with a token, else this machine. */
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openSandbox } from "discord-sandbox";
import { describe, expect, it, onTestFinished } from "vitest";
import { startProgram } from "./program.js";

describe("without a token", () => {
  it("it runs on this machine alone: prints one address, says how to get onto Discord, and ends with status 0", async () => {
    const program = startProgram();
    const address = await program.address();
    expect(address).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(program.output().match(/https?:\/\//g)).toHaveLength(1);
    expect(program.output()).toMatch(/on this machine only.*DISCORD_TOKEN/);
    expect((await fetch(address)).status).toBe(200);
    program.signal("SIGINT");
    const { status, stderr } = await program.exited;
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    await expect(fetch(address)).rejects.toThrow();
  });

  it("it knows nothing of the server that an earlier start made, and so has nothing to warn of", async () => {
    const folder = mkdtempSync(join(tmpdir(), "state-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    for (const start of ["first", "second"]) {
      const program = startProgram({ STATE_DIR: folder });
      await program.address();
      program.signal("SIGINT");
      const { stdout, stderr } = await program.exited;
      expect({ start, stdout, stderr }).toEqual({
        start,
        stdout: expect.not.stringMatching(/"level":[4-6]0/),
        stderr: "",
      });
    }
  });

  it("SIGTERM ends it too", async () => {
    const program = startProgram();
    await program.address();
    program.signal("SIGTERM");
    expect((await program.exited).status).toBe(0);
  });

  it.skipIf(process.platform === "win32")("it ends with npm, whose shell passes no signal on", async () => {
    const program = startProgram({ npm_lifecycle_event: "start" }, [], { throughShell: true });
    await program.address();
    program.signal("SIGTERM");
    // The shell is gone at once; the output is closed when the bot is gone too.
    expect((await program.exited).stderr).toBe("");
  });

  it("a taken port is said plainly, with another to choose", async () => {
    const other = createServer();
    onTestFinished(() => void other.close());
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const { port } = other.address() as AddressInfo;
    const { status, stderr } = await startProgram({ PORT: String(port) }).exited;
    expect(stderr).toMatch(new RegExp(`^PORT ${port} is in use, .*Set PORT to another number, such as \\d+`));
    expect(stderr.trimEnd().split("\n")).toHaveLength(1);
    expect(status).toBe(1);
  });

  it.each([
    ["in production", { NODE_ENV: "production" }, []],
    ["where only Discord will do", {}, ["--discord"]],
  ])("it ends with status 78 %s: a lost secret does not pass unnoticed", async (_, environment, args) => {
    const { status, stderr, stdout } = await startProgram(environment, args).exited;
    expect(stderr).toMatch(/^DISCORD_TOKEN is missing: .*Developer Portal/);
    expect({ status, stdout }).toEqual({ status: 78, stdout: "" });
  });
});

it("with a token it runs on Discord, opens no page, and says how to get the other", async () => {
  const sandbox = await openSandbox();
  onTestFinished(() => sandbox.close());
  const program = startProgram({ DISCORD_TOKEN: sandbox.token, DISCORD_API: sandbox.url, NODE_ENV: "production" });
  await program.prints('"msg":"bot.connected"');
  expect(program.output()).toMatch(/Runs on Discord\. Without DISCORD_TOKEN .* in the browser/);
  expect(program.output()).not.toContain("http://127.0.0.1");
});

it("--help shows its ways to run, and an unknown option is bad usage", async () => {
  const help = await startProgram({}, ["--help"]).exited;
  expect(help.stdout).toMatch(/--discord[\s\S]*PORT/);
  expect(help.status).toBe(0);
  const wrong = await startProgram({}, ["--disc"]).exited;
  expect(wrong.stderr).toMatch(/^Unknown option '--disc'/);
  expect(wrong.status).toBe(2);
});
