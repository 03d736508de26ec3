/** A form is refused where Discord would refuse it, and is sent as a person left it. */
import { InteractionType } from "discord-api-types/v10";
import { describe, expect, it } from "vitest";
import type { Action } from "../src/actions.js";
import { acknowledge, createCaller, openJudgedSandbox } from "./judged-sandbox.js";

const TEXT = { type: 4, custom_id: "text", style: 1 };
const MENU = { type: 3, custom_id: "menu", required: false, options: [{ label: "One", value: "1" }] };
const labelled = (component: object, label = "Label", more: object = {}) => ({ type: 18, label, component, ...more });

async function openHouse() {
  const sandbox = await openJudgedSandbox();
  const call = createCaller(sandbox);
  const ada = sandbox.person("ada");
  await call("PUT", `/applications/${sandbox.bot.id}/commands`, [{ name: "draft", description: "Drafts", type: 1 }]);
  const answer = (action: Action, body: object) => acknowledge(sandbox, action, body);
  const open = async (...components: object[]) => {
    const action = ada.slash("draft");
    return { action, ...(await answer(action, { type: 9, data: { custom_id: "form", title: "A form", components } })) };
  };
  return { ada, answer, open };
}

/** What the bot is told of a form that was sent: `[custom_id, text or choices]` each. */
const valuesOf = ({ event }: Action): unknown[] => {
  if (event.t !== "INTERACTION_CREATE" || event.d.type !== InteractionType.ModalSubmit) throw new Error("No form");
  return event.d.data.components.map((label) => {
    if (!("component" in label)) throw new Error("No label");
    const { component } = label;
    return [component.custom_id, "values" in component ? component.values : component.value];
  });
};

describe("a form", () => {
  it.each([
    ["without a field", []],
    ["with six fields", Array.from({ length: 6 }, (_, n) => labelled({ ...TEXT, custom_id: `${n}` }))],
    ["with too long a label", [labelled(TEXT, "x".repeat(46))]],
    ["with too long a description", [labelled(TEXT, "Label", { description: "x".repeat(101) })]],
    ["with more text in a field than the field takes", [labelled({ ...TEXT, value: "abc", max_length: 2 })]],
    ["with a field that has no id", [labelled({ ...TEXT, custom_id: "" })]],
    ["with a menu without choices", [labelled({ ...MENU, options: [] })]],
  ])("%s is refused", async (_, components) => {
    const { open } = await openHouse();
    expect(await open(...components)).toMatchObject({ status: 400, body: { code: 50035 } });
  });

  it("is sent with what stood in it, unless that was changed", async () => {
    const { ada, open } = await openHouse();
    const chosen = { ...MENU, options: [{ label: "One", value: "1", default: true }] };
    const { action } = await open(labelled({ ...TEXT, value: "as it was" }), labelled(chosen));
    expect(valuesOf(ada.submitModal(action, {}))).toEqual([
      ["text", "as it was"],
      ["menu", ["1"]],
    ]);
    expect(valuesOf(ada.submitModal(action, { text: "changed", menu: "" }))).toEqual([
      ["text", "changed"],
      ["menu", []],
    ]);
  });

  it("takes from a person no more than Discord's client would send", async () => {
    const { ada, open } = await openHouse();
    const { action } = await open(labelled({ ...TEXT, max_length: 2 }), labelled(MENU));
    expect(() => ada.submitModal(action, {})).toThrow("required");
    expect(() => ada.submitModal(action, { text: "abc" })).toThrow("no more text");
    expect(() => ada.submitModal(action, { text: "ab", menu: "2" })).toThrow("doesn't offer");
  });

  it("is answered in a message, not by another form", async () => {
    const { ada, answer, open } = await openHouse();
    const { action } = await open(labelled(TEXT));
    const sent = ada.submitModal(action, { text: "x" });
    const again = { type: 9, data: { custom_id: "form", title: "A form", components: [labelled(TEXT)] } };
    expect((await answer(sent, again)).status).toBe(400);
    expect((await answer(sent, { type: 4, data: { content: "thanks", flags: 64 } })).status).toBe(204);
    expect((await sent.post()).onlyFor).toBe(ada.user.id);
  });
});
