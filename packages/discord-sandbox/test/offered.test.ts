/** Which commands a person's client shows, and what the bot is told about that person. */
import { expect, it } from "vitest";
import { createCaller, openJudgedSandbox } from "./judged-sandbox.js";

const MANAGE_SERVER = String(1 << 5);

async function openHouse() {
  const sandbox = await openJudgedSandbox();
  const call = createCaller(sandbox);
  const { status } = await call("PUT", `/applications/${sandbox.bot.id}/commands`, [
    { name: "ask", description: "Asks" },
    { name: "moderate", description: "Moderates", default_member_permissions: MANAGE_SERVER, contexts: [0] },
    { name: "rule", description: "Rules", default_member_permissions: "0" },
    { name: "Answer this", type: 3 },
  ]);
  expect(status).toBe(200);
  const [member, moderator] = [sandbox.person("member"), sandbox.person("moderator")];
  moderator.permissions = String(BigInt(member.permissions) | BigInt(MANAGE_SERVER));
  return { sandbox, member, moderator };
}

it("shows a command that asks for a permission only to those who have it, and not where it isn't for", async () => {
  const { member, moderator } = await openHouse();
  const names = (commands: readonly { name: string }[]) => commands.map(({ name }) => name);
  expect(names(member.offered("general"))).toEqual(["ask", "Answer this"]);
  expect(names(moderator.offered("general"))).toEqual(["ask", "moderate", "Answer this"]);
  expect(names(moderator.offered(moderator.dm()))).toEqual(["ask", "rule", "Answer this"]);
});

it("tells the bot what the person may do", async () => {
  const { member, moderator } = await openHouse();
  const told = [member, moderator].map((person) => person.slash("ask").event.d);
  expect(told).toMatchObject([
    { member: { permissions: member.permissions } },
    { member: { permissions: moderator.permissions } },
  ]);
});

it("lists its people in the order in which they came", async () => {
  const { sandbox } = await openHouse();
  sandbox.person("member");
  expect(sandbox.people().map(({ user }) => user.username)).toEqual(["member", "moderator"]);
});
