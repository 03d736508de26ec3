/** A page's buttons lead to its other language and to the pages beside it in its own. */
import { expect, test } from "vitest";
import type { Page } from "../../../src/core/decision/decision.js";
import { writerFor } from "../../../src/core/reply/writer.js";
import { decodeCustomId } from "../../../src/discord/payloads/button-action.js";
import { renderOutcome } from "../../../src/discord/render/outcomes.js";
import { knowledgeOf, leanFiles } from "../../data.js";
import { dayOf } from "../../days.js";

const knowledge = knowledgeOf(leanFiles);
const actionsOf = (id: Page["id"], locale: "en" | "zh-TW") => {
  const writer = writerFor(knowledge, locale);
  const renderContext = {
    writer,
    version: "v",
    today: dayOf("2026-11-28"),
    asker: "1".repeat(18),
    hasModerators: () => false,
  };
  const { content, components } = renderOutcome({ kind: "page", id, page: 2 }, renderContext);
  return { content, actions: components.flatMap((row) => row.components.map((one) => decodeCustomId(one.custom_id))) };
};

test.each<Page["id"]>(["apps", "timeline", "sources", "about", "privacy"])("/%s can be switched", (id) => {
  for (const [locale, to] of [
    ["en", "zh"],
    ["zh-TW", "en"],
  ] as const) {
    const { actions } = actionsOf(id, locale);
    expect(actions).toContainEqual({ kind: "page", id, page: expect.any(Number), to });
    expect(actions.at(-1)).toEqual({ kind: "delete", asker: "1".repeat(18) });
  }
});

test("the pages beside it are in the language of the page", () => {
  const { content, actions } = actionsOf("timeline", "zh-TW");
  expect(content).toContain("時間軸");
  expect(actions.slice(0, 2)).toEqual([
    { kind: "page", id: "timeline", page: 1, to: "zh" },
    { kind: "page", id: "timeline", page: 3, to: "zh" },
  ]);
});
