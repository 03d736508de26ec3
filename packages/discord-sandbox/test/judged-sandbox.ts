/** A sandbox whose every request and answer is judged by Discord's OpenAPI file when the test ends. */
import { expect, onTestFinished } from "vitest";
import type { Action } from "../src/actions.js";
import { openSandbox, type Sandbox, type SandboxOptions } from "../src/sandbox.js";
import { judge } from "./openapi.js";

/** No rule of a test depends on how fast the machine is. */
const UNHURRIED = { identifyEvery: 0, acknowledgeWithin: 60_000, patience: 60_000 };

export async function openJudgedSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const sandbox = await openSandbox({ ...options, times: { ...UNHURRIED, ...options.times } });
  const complaints: string[] = [];
  sandbox.observe((exchange) => {
    if (!exchange.faulted) complaints.push(...(judge?.complaints(exchange) ?? []));
  });
  onTestFinished(async () => {
    await sandbox.close();
    expect(complaints).toEqual([]);
  });
  return sandbox;
}

export interface Reply {
  status: number;
  // biome-ignore lint/suspicious/noExplicitAny: a test reads whatever field it is about
  body: any;
  headers: Headers;
}

/** A bare REST client, for what no library would send. */
export function createCaller(sandbox: Sandbox, token = sandbox.token) {
  return async (method: string, path: string, body?: unknown): Promise<Reply> => {
    const response = await fetch(`${sandbox.url}/v10${path}`, {
      method,
      headers: { authorization: `Bot ${token}`, ...(body !== undefined && { "content-type": "application/json" }) },
      ...(body !== undefined && { body: typeof body === "string" ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text ? JSON.parse(text) : undefined, headers: response.headers };
  };
}

/** Answers the interaction that an action began, as a bot does. */
export function acknowledge(sandbox: Sandbox, { id, event }: Action, body: object, query = ""): Promise<Reply> {
  if (event.t !== "INTERACTION_CREATE") throw new Error("Not an interaction");
  return createCaller(sandbox)("POST", `/interactions/${id}/${event.d.token}/callback${query}`, body);
}
