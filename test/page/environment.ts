/** The real program and a real browser before it, both for all tests of a file. */
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, BrowserContextOptions } from "playwright-core";
import { afterAll, beforeAll, expect, onTestFinished } from "vitest";
import { openBrowser } from "../../packages/discord-page/test/browser.js";
import { createVisitor, type Visitor } from "../../packages/discord-page/test/visitor.js";
import { type Program, startProgram } from "../program.js";

interface VisitOptions extends BrowserContextOptions {
  /** Another program's page. */
  readonly at?: string;
  /** What may go wrong in the browser. */
  readonly expects?: RegExp;
}

export interface Environment {
  readonly address: string;
  readonly program: Program;
  readonly browser: Browser;
  /** A copy of the data folder, for edits. */
  readonly data: string;
  /** Opens the page anew. When the test ends, nothing may have gone wrong in the browser or have left this machine. */
  visit(options?: VisitOptions): Promise<Visitor>;
}

/** The environment is there from the first test on. */
export function startEnvironment(): Environment {
  let parts: Omit<Environment, "visit"> | undefined;
  const ends: (() => unknown)[] = [];
  const there = () => parts ?? expect.unreachable("the environment is opened before the first test");
  beforeAll(async () => {
    const data = mkdtempSync(join(tmpdir(), "bot-data-"));
    ends.push(() => rmSync(data, { recursive: true, force: true }));
    cpSync("data", data, { recursive: true });
    const program = startProgram({ DATA_DIR: data }, [], { atEnd: (end) => ends.push(end) });
    const [browser, address] = await Promise.all([openBrowser(), program.address()]);
    parts = { data, program, browser, address };
  });
  afterAll(async () => {
    for (const end of ends.reverse()) await end();
  });
  return {
    get address() {
      return there().address;
    },
    get program() {
      return there().program;
    },
    get browser() {
      return there().browser;
    },
    get data() {
      return there().data;
    },
    async visit({ at, expects, ...options } = {}) {
      const { address, browser } = there();
      const context = await browser.newContext({ reducedMotion: "reduce", viewport: DESKTOP, ...options });
      const troubles: string[] = [];
      context.on("console", (message) => {
        if (message.type() === "error" || message.type() === "warning") troubles.push(`console: ${message.text()}`);
      });
      context.on("weberror", (error) => troubles.push(`uncaught: ${error.error()}`));
      context.on("request", (request) => {
        if (!isLocal(request.url())) troubles.push(`left this machine: ${request.url()}`);
      });
      const page = await context.newPage();
      page.on("websocket", (socket) => {
        if (!isLocal(socket.url())) troubles.push(`left this machine: ${socket.url()}`);
      });
      page.setDefaultTimeout(PATIENCE);
      onTestFinished(async () => {
        await context.close();
        expect(troubles.filter((trouble) => !expects?.test(trouble))).toEqual([]);
      });
      await page.goto(at ?? address);
      const visitor = createVisitor(page);
      await visitor.box.waitFor();
      return visitor;
    },
  };
}

const DESKTOP = { width: 1280, height: 800 };
/** Milliseconds that a visitor waits for anything: much more than it takes on a machine that has nothing else to do. */
const PATIENCE = 60_000;

const isLocal = (url: string): boolean =>
  /^(https?|wss?):\/\/127\.0\.0\.1[:/]/.test(url) || /^(data|blob|about):/.test(url);
