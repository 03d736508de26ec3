/** What the sandbox lets a person do with a message, and what it refuses as Discord would. */
import { expect, it } from "vitest";
import { openJudgedSandbox } from "./judged-sandbox.js";

const MANAGE_MESSAGES = 1n << 13n;

it("a person deletes their own messages, and others' where they may manage messages", async () => {
  const sandbox = await openJudgedSandbox();
  const [ada, grace] = [sandbox.person("ada"), sandbox.person("grace")];
  const { said } = ada.say("general", "is alipay banned?");
  expect(() => grace.remove(said)).toThrow("A person deletes only their own messages, unless they may manage messages");
  grace.permissions = String(BigInt(grace.permissions) | MANAGE_MESSAGES);
  expect(() => grace.edit(said, "no")).toThrow("A person changes only their own messages");
  grace.remove(said);
  expect(said.removed).toBe(true);
  const own = ada.say("general", "is wechat pay banned?").said;
  ada.remove(own);
  expect(own.removed).toBe(true);
});

it("nobody manages the messages of a direct message", async () => {
  const sandbox = await openJudgedSandbox();
  const [ada, grace] = [sandbox.person("ada"), sandbox.person("grace")];
  grace.permissions = String(MANAGE_MESSAGES);
  const { said } = ada.say(ada.dm(), "is alipay banned?");
  expect(() => grace.remove(said)).toThrow("A person deletes only their own messages");
});
