/** `/moderate preview`: a draft as its readers would see it, what is wrong with it, and what it would draw to itself. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Person } from "discord-sandbox/people";
import { beforeAll, describe, expect, it } from "vitest";
import type { Answerer } from "../../src/core/answerer.js";
import { openDataFiles } from "../../src/store/data-folder.js";
import { knowledgeOf, smallFiles } from "../data.js";
import { openHome, privately } from "../discord/home-server.js";
import { until } from "../discord/member-server.js";

let answerer: Answerer;
beforeAll(() => {
  const cache = mkdtempSync(join(tmpdir(), "preview-"));
  const opened = openDataFiles(smallFiles, cache);
  rmSync(cache, { recursive: true });
  if (opened.kind === "bad") throw new Error("the small files are bad");
  answerer = opened.answerer;
});

const open = (options: Partial<Parameters<typeof openHome>[0]> = {}) =>
  openHome({ answerer, files: smallFiles, ...options });

const DRAFT = {
  id: "signer",
  question: "Who signed it?",
  answer: "A president,\nas {order.title} says.",
  cites: "the-order s.1(a)\na-paper",
  phrasings: "who was it signed by\n\n  whose signature is it  ",
};

/** What is said to the draft, message by message. */
async function submit(mod: Person, draft: Readonly<Record<string, string>>, count: number) {
  const opened = mod.slash("moderate preview");
  await opened.modal();
  const sent = mod.submitModal(opened, draft);
  await sent.post();
  await until(() => sent.responses.length >= count);
  const posts = privately(sent.responses);
  return { posts, texts: posts.map(({ message }) => message.content) };
}

describe("/moderate preview", () => {
  it("opens a form for a draft", async () => {
    const { mod } = await open();
    const modal = await mod.slash("moderate preview").modal();
    expect(modal.title).toBe("Draft an answer");
    const fields = modal.components.flatMap((part) => ("component" in part ? [part.component] : []));
    expect(fields.map((field) => "custom_id" in field && field.custom_id)).toEqual([
      "id",
      "question",
      "answer",
      "cites",
      "phrasings",
    ]);
  });

  it("shows a good draft as its readers would see it, and then what to paste where", async () => {
    const { mod } = await open();
    const { texts, posts } = await submit(mod, DRAFT, 2);
    expect(texts[0]).toContain("A president, as A title says.");
    expect(texts[0]).toContain("[The order, s.1(a)](<https://www.federalregister.gov/d/2021-00305>)");
    expect(texts[0]).toContain("checked November 23, 2026");
    expect(posts[0]?.message.components).toEqual([]);
    expect(texts[1]).toContain("✅ No problem found");
    expect(texts[1]).toContain(
      "[data/answers/dates.yaml](<https://github.com/you/your-fork/edit/main/data/answers/dates.yaml>)",
    );
    expect(texts[1]).toContain("```\n\n[signer]\nwho was it signed by\nwhose signature is it\n```");
  });

  it("gives lines that are good data once it is pasted", async () => {
    const { mod } = await open();
    const { texts } = await submit(mod, DRAFT, 2);
    const blocks = [...(texts[1] ?? "").matchAll(/data\/([\w/]+\.\w+)\]?.*:\n```(?:yaml)?\n([\s\S]*?)```/g)];
    const files = new Map(smallFiles);
    for (const [, file = "", lines = ""] of blocks) {
      const before = new TextDecoder().decode(files.get(file));
      files.set(file, new TextEncoder().encode(before + lines));
    }
    expect(blocks).toHaveLength(2);
    expect(knowledgeOf(files).entries["signer"]).toMatchObject({ question: "Who signed it?", topic: "dates" });
  });

  it("says everything that is wrong, in plain words, and shows no answer", async () => {
    const { mod } = await open();
    const bad = { ...DRAFT, question: "Who signed it", cites: "the-oder", phrasings: "when does it start" };
    const { texts } = await submit(mod, { ...bad, question: "Who signed it?" }, 1);
    expect(texts).toHaveLength(1);
    expect(texts[0]).toContain("cannot be used yet");
    expect(texts[0]).toMatch(/❌ cites: .*the-oder/);
    expect(texts[0]).toMatch(/❌ phrasing "when does it start": .*start-date/);
    expect(texts[0]).not.toMatch(/:\d+:\d+/);
  });

  it("estimates which known questions it would draw to itself, and says that it is an estimate", async () => {
    const { mod } = await open();
    const { texts } = await submit(mod, { ...DRAFT, phrasings: "hello there friend\nwhat day did it start" }, 2);
    expect(texts[1]).toContain("estimate");
  });

  it("begins with the text of an answer that is there, and keeps what the form does not ask for", async () => {
    const { mod } = await open();
    const opened = mod.slash("moderate preview", { entry: "start-date" });
    await opened.modal();
    const sent = mod.submitModal(opened, { answer: "On {date.earliest}, to be exact." });
    await until(() => sent.responses.length >= 2);
    const [shown, report] = privately(sent.responses).map(({ message }) => message.content);
    expect(shown).toContain("On February 19, 2021, to be exact.");
    expect(report).toContain("In the place of start-date in [data/answers/dates.yaml]");
    expect(report).toContain("question: When would it have started?");
    expect(report).toContain("related: [ app-maker ]");
    const suggested = await mod.autocomplete("moderate preview", { entry: "start" }, "entry").choices();
    expect(suggested).toEqual([{ name: "start-date: When would it have started?", value: "start-date" }]);
    const refused = await mod.slash("moderate preview", { entry: "no-such" }).post();
    expect(refused.message.content).toContain("no such answer");
  });

  it("attaches what is too long for a message", async () => {
    const { mod } = await open();
    const phrasings = Array.from({ length: 60 }, (_, index) => `question number ${index} of very many ones`);
    const { posts, texts } = await submit(mod, { ...DRAFT, phrasings: phrasings.join("\n") }, 2);
    expect(texts[1]?.length).toBeLessThanOrEqual(2000);
    expect(posts[1]?.message.attachments.map(({ filename }) => filename)).toEqual([
      "answers-dates.yaml",
      "phrasings-dates.txt",
    ]);
    expect(texts[1]).toContain("attached");
  });

  it("lets nothing that was typed ping, format or leave its block", async () => {
    const { mod } = await open();
    const formatted = "```js\nx``` **bold** ".repeat(18).trim();
    const answer = `@everyone <@1> [x](http://evil.example) ${formatted}`;
    const { posts, texts } = await submit(mod, { ...DRAFT, answer, id: "a*b*" }, 1);
    const pingsNobody = ({ message }: (typeof posts)[number]) =>
      !message.mention_everyone && message.mentions.length === 0;
    expect(posts.every(pingsNobody)).toBe(true);
    expect(texts[0]).toContain("a\\*b\\*");
    expect(texts[0]).not.toContain("```");
    for (const text of texts) expect(text.length).toBeLessThanOrEqual(2000);
    expect((await submit(mod, { ...DRAFT, answer }, 1)).texts).toEqual([expect.stringMatching(/❌ answer: .*ping/)]);
    const good = await submit(mod, { ...DRAFT, answer: formatted }, 2);
    expect(good.texts[0]).not.toMatch(/[^\\]\*\*bold/);
    expect(good.texts[1]).not.toContain("```");
    const asked = await submit(mod, { ...DRAFT, phrasings: "@everyone, did <@1> sign" }, 2);
    expect(asked.texts[1]).toContain("@everyone, did <@1> sign");
    expect(asked.posts.every(pingsNobody)).toBe(true);
  });

  it("names the files by their path where nobody said where they can be edited", async () => {
    const { mod } = await open({ dataUrl: undefined });
    const { texts } = await submit(mod, DRAFT, 2);
    expect(texts[1]).toContain("At the end of data/answers/dates.yaml:");
    expect(texts[1]).not.toContain("](");
  });

  it("works at home alone, also where its form was opened before", async () => {
    const { mod, sandbox } = await open({ isHome: false });
    const refused = await mod.slash("moderate preview").post();
    expect(refused.message.content).toContain("only on the server whose moderators own the answers");
    expect(refused.onlyFor).toBe(mod.user.id);
    expect(sandbox.exchanges.some(({ requestBody }) => (requestBody as { type?: number })?.type === 9)).toBe(false);
  });
});
