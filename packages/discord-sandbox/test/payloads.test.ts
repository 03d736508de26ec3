/** What the gateway really sent is compiled against Discord's documented types, as nothing else reads it as strictly. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket } from "ws";
import type { Sandbox } from "../src/sandbox.js";
import { createCaller, openJudgedSandbox } from "./judged-sandbox.js";

interface Sent {
  t: string;
  // biome-ignore lint/suspicious/noExplicitAny: whatever was sent
  d: any;
}

const GUILDS_AND_MESSAGES = 1 | (1 << 9) | (1 << 12);

async function listen({ gatewayUrl, token }: Sandbox): Promise<Sent[]> {
  const sent: Sent[] = [];
  const socket = new WebSocket(`${gatewayUrl}/?v=10&encoding=json`);
  onTestFinished(() => socket.terminate());
  socket.on("message", (data) => {
    const { op, t, d } = JSON.parse(String(data));
    if (op === 0) sent.push({ t, d });
    if (op === 10) socket.send(JSON.stringify({ op: 2, d: { token, intents: GUILDS_AND_MESSAGES, properties: {} } }));
  });
  await expect.poll(() => sent.map(({ t }) => t)).toContain("GUILD_CREATE");
  return sent;
}

const INTERACTIONS: Readonly<Record<number, string>> = {
  3: "APIMessageComponentButtonInteraction",
  4: "APIApplicationCommandAutocompleteInteraction",
  5: "APIModalSubmitInteraction",
};

function typeOf({ t, d }: Sent): string {
  if (t === "INTERACTION_CREATE" && d.type === 2)
    return d.data.type === 3 ? "APIMessageApplicationCommandInteraction" : "APIChatInputApplicationCommandInteraction";
  if (t === "INTERACTION_CREATE") return INTERACTIONS[d.type] ?? "unknown";
  const name = t.toLowerCase().replace(/(?:^|_)(\w)/g, (_, letter: string) => letter.toUpperCase());
  return `Gateway${name}DispatchData`;
}

/** Enumerations of words are nominal in TypeScript, and those of flags name no absence: a literal of the same value is as good. */
const LOOSE = `
type Word<T> = T extends string ? \`\${T}\` : T;
type Flags = "flags" | "public_flags" | "system_channel_flags";
type Loose<T> = T extends (infer E)[] ? Loose<E>[]
  : T extends object ? { [K in keyof T]: K extends Flags ? number | Extract<T[K], undefined> : Loose<T[K]> }
  : Word<T>;`;

/** Discord numbers the component that was used; its documented types leave that out. */
function withoutNumber({ t, d }: Sent): Sent {
  if (t !== "INTERACTION_CREATE" || d.type !== 3) return { t, d };
  const { id: _, ...data } = d.data;
  return { t, d: { ...d, data } };
}

function complaintsOf(sent: readonly Sent[]): string {
  const cache = resolve("node_modules/.cache");
  mkdirSync(cache, { recursive: true });
  const folder = mkdtempSync(join(cache, "payloads-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const types = [...new Set(sent.map(typeOf))];
  const lines = sent.map((one, index) => `export const p${index}: Loose<${typeOf(one)}> = ${JSON.stringify(one.d)};`);
  const file = join(folder, "payloads.ts");
  writeFileSync(
    file,
    [`import type { ${types.join(", ")} } from "discord-api-types/v10";`, LOOSE, ...lines].join("\n"),
  );
  const flags = ["--ignoreConfig", "--noEmit", "--strict", "--skipLibCheck", "--types", ""];
  const { stdout, status } = spawnSync(
    process.execPath,
    ["node_modules/typescript/bin/tsc", ...flags, "--module", "nodenext", "--moduleResolution", "nodenext", file],
    { encoding: "utf8" },
  );
  return status === 0 ? "" : stdout;
}

it("every payload that was sent is of the type that Discord documents, and has nothing beside it", async () => {
  const sandbox = await openJudgedSandbox();
  const call = createCaller(sandbox);
  const sent = await listen(sandbox);
  const option = { type: 3, name: "q", description: "Q", autocomplete: true };
  await call("PUT", `/applications/${sandbox.bot.id}/commands`, [
    { name: "ask", description: "Asks", options: [option] },
    { name: "Answer this", type: 3 },
  ]);
  const ada = sandbox.person("ada");
  const { said } = ada.say("general", `<@${sandbox.bot.id}> why`);
  ada.say("general", "and this", { replyTo: said });
  ada.edit(ada.say(ada.dm(), "direct").said, "edited");
  ada.remove(ada.say("general", "away").said);
  ada.autocomplete("ask", { q: "w" }, "q");
  ada.useAppsMenu("Answer this", said);
  ada.slash("ask", { q: "why" });
  const slash = sent.findLast(({ t }) => t === "INTERACTION_CREATE");
  await expect.poll(() => sent.filter(({ t }) => t === "INTERACTION_CREATE")).toHaveLength(3);
  const { id, token } = (slash ?? sent.findLast(({ d }) => d.type === 2 && d.data.type === 1))?.d ?? {};
  const components = [{ type: 1, components: [{ type: 2, style: 1, custom_id: "more", label: "More" }] }];
  const own = { content: "why not", components };
  await call("POST", `/channels/${sandbox.channel("general").id}/messages`, own);
  expect([id, token]).not.toContain(undefined);
  const post = [...sandbox.channel("general").posts.values()].at(-1);
  if (post) ada.press(post, "more");
  await expect.poll(() => sent.filter(({ t }) => t === "INTERACTION_CREATE")).toHaveLength(4);

  const kinds = new Set(sent.map(typeOf));
  expect(kinds.size).toBe(9);
  expect(complaintsOf(sent.map(withoutNumber))).toBe("");
});

it("the compiler would have seen a field that is missing, and one too many", async () => {
  const sandbox = await openJudgedSandbox();
  const [ready] = await listen(sandbox);
  const { session_id, ...rest } = ready?.d ?? {};
  expect(complaintsOf([{ t: "READY", d: rest }])).toContain("session_id");
  expect(complaintsOf([{ t: "READY", d: { ...rest, session_id, invented: 1 } }])).toContain("invented");
});
