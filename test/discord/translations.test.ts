/** What commands are called in Chinese: within Discord's limits, complete, and part of what tells whether to register anew. */
import type { APIApplicationCommandOption } from "discord.js";
import { describe, expect, test } from "vitest";
import { commands } from "../../commands/all.js";
import { moderate } from "../../commands/moderate.js";
import { type AnyCommand, command } from "../../src/command/command.js";
import { findUntranslated } from "../../src/command/untranslated.js";
import { wordsIn } from "../../src/core/i18n/words.js";
import { writerFor } from "../../src/core/reply/writer.js";
import { type Declaration, declareAll, signatureOf } from "../../src/discord/declarations.js";
import { knowledgeOf, leanFiles } from "../data.js";

const realKnowledge = knowledgeOf(leanFiles);
const all: readonly AnyCommand[] = [...commands.filter(({ name }) => name !== moderate.name), moderate];
const declared = (["everywhere", "home-server"] as const).flatMap((scope) => declareAll(all, scope));

interface Part {
  readonly path: string;
  readonly isMenu: boolean;
  readonly name: string;
  readonly names: Readonly<Record<string, string>>;
  readonly description: string;
  readonly descriptions: Readonly<Record<string, string>>;
  readonly beside: readonly Readonly<Record<string, string>>[];
}

type Declared = Declaration | APIApplicationCommandOption;

/** Every command, subcommand and option, with its path. */
function partsOf(siblings: readonly Declared[], around = ""): Part[] {
  return siblings.flatMap((part) => {
    const path = `${around}${part.name}`;
    const own: Part = {
      path,
      isMenu: around === "" && part.type !== 1,
      name: part.name,
      names: named(part, "name_localizations"),
      description: "description" in part ? (part.description ?? "") : "",
      descriptions: named(part, "description_localizations"),
      beside: siblings.filter(({ name }) => name !== part.name).map((other) => named(other, "name_localizations")),
    };
    return [own, ...partsOf("options" in part ? (part.options ?? []) : [], `${path} `)];
  });
}

const named = (part: object, key: string): Readonly<Record<string, string>> => Reflect.get(part, key) ?? {};

const parts = partsOf(declared);

/** Discord: application commands, naming. */
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;

describe("every command, subcommand and option", () => {
  test("has a name and a description in both varieties of Chinese, or in neither", () => {
    const halves = parts.filter(({ names, descriptions, isMenu }) => {
      const texts = [names, ...(isMenu ? [] : [descriptions])].flatMap((text) => [text["zh-CN"], text["zh-TW"]]);
      return new Set(texts.map((text) => text === undefined)).size > 1;
    });
    expect(halves.map(({ path }) => path)).toEqual([]);
  });

  test("can be added with English names alone, which are then advised about", () => {
    const maker = command({
      name: "maker",
      description: "Who makes an app",
      options: { app: { type: "string", description: "The app", choices: [{ name: "Alipay", value: "alipay" }] } },
      run: () => ({ kind: "page", id: "apps", page: 1 }),
    });
    const [declaration] = declareAll([maker], "everywhere");
    expect(declaration).not.toHaveProperty("name_localizations");
    expect(findUntranslated([maker])).toEqual(["maker", "maker app", "maker app alipay"]);
  });

  test("has a name that Discord takes: short, lower case, no spaces", () => {
    for (const { names, isMenu } of parts)
      for (const name of Object.values(names)) {
        expect(name).toMatch(isMenu ? /^.{1,32}$/u : NAME);
        expect(name).toBe(name.toLowerCase());
      }
  });

  test("has a description of 1 to 100 characters, in Chinese", () => {
    for (const { descriptions } of parts)
      for (const text of Object.values(descriptions)) {
        expect(text.length).toBeGreaterThan(0);
        expect(text.length).toBeLessThanOrEqual(100);
        expect(text.replace("2021-03-01", "")).toMatch(/^[^A-Za-z]+$/);
      }
  });

  test("is called otherwise than what stands beside it", () => {
    for (const { path, names, beside } of parts)
      for (const locale of Object.keys(names))
        expect(
          beside.map((others) => others[locale]),
          path,
        ).not.toContain(names[locale]);
  });

  test("says nothing of a ban: the order named apps, and nothing was ever prohibited", () => {
    for (const { names, descriptions } of parts)
      for (const text of [...Object.values(names), ...Object.values(descriptions)])
        expect(text).not.toMatch(/禁|生效|封/);
  });
});

test.each(["zh-CN", "zh-TW"] as const)("a reply in %s names commands as its reader sees them", (locale) => {
  const seen = (command: string) => `/${parts.find(({ path }) => path === command)?.names[locale]}`;
  expect(wordsIn(locale).moreSources).toContain(seen("sources"));
  expect(wordsIn(locale).about.keeps).toContain(seen("privacy"));
  expect(wordsIn(locale).unreadable).toContain(seen("ask"));
  const help = realKnowledge.entries["bot-help"];
  const answer = help && writerFor(realKnowledge, locale).answer(help).text;
  for (const command of ["ask", "ban-status", "apps", "timeline", "sources", "about"])
    expect(answer).toContain(seen(command));
});

test("a translation that changes is registered anew, and only then", () => {
  const again = JSON.parse(JSON.stringify(declared)) as Declaration[];
  expect(signatureOf(again)).toBe(signatureOf(declared));
  const [first] = again;
  Object.assign(first ?? {}, { name_localizations: { "zh-CN": "别的" } });
  expect(signatureOf(again)).not.toBe(signatureOf(declared));
});
