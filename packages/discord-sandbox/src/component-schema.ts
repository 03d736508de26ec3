/** Discord's limits on buttons, selects and layout, most of which its OpenAPI file does not state. */
import { ButtonStyle, ComponentType } from "discord-api-types/v10";
import { z } from "zod";
import type { FieldError } from "./refusals.js";
import { list, REQUIRED, report, rule, text } from "./validation.js";

/** What the sandbox reads of a component of any type. */
export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  disabled?: boolean;
  content?: string;
  value?: string;
  required?: boolean;
  max_length?: number;
  options?: { value?: string; default?: boolean }[];
  components?: Component[];
  accessory?: Component;
  component?: Component;
  [other: string]: unknown;
}

interface PlacedComponent {
  readonly component: Component;
  readonly path: FieldError["path"];
}

/** Returns every component of a message at any depth, with the path to it. */
export function everyComponent(
  components: readonly { readonly type: number }[],
  path: FieldError["path"] = ["components"],
): PlacedComponent[] {
  return components.flatMap((component: Component, index) => {
    const here = [...path, index];
    const { components: inner = [], accessory } = component;
    return [
      { component, path: here },
      ...everyComponent(inner, [...here, "components"]),
      ...(accessory ? [{ component: accessory, path: [...here, "accessory"] }] : []),
    ];
  });
}

export const customId = text(1, 100);

const button = z
  .looseObject({
    type: z.literal(ComponentType.Button),
    style: z.enum(ButtonStyle),
    label: text(0, 80).nullish(),
    emoji: z.unknown().optional(),
    custom_id: customId.optional(),
    url: text(1, 512).optional(),
    sku_id: z.string().optional(),
  })
  .check((payload) => {
    const { style, label, emoji, custom_id: id, url, sku_id: sku } = payload.value;
    if (style === ButtonStyle.Premium) {
      if (!sku) report(payload, ...REQUIRED, ["sku_id"]);
      return;
    }
    if (!label && !emoji)
      report(payload, "BUTTON_COMPONENT_INVALID_LABEL", "A button must have a label or an emoji", ["label"]);
    if (style !== ButtonStyle.Link) {
      if (id === undefined) report(payload, ...REQUIRED, ["custom_id"]);
      return;
    }
    if (url === undefined) report(payload, ...REQUIRED, ["url"]);
    if (id !== undefined) {
      const message = "A custom id and url cannot both be specified";
      report(payload, "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message);
    }
  });

const selectFields = { custom_id: customId, placeholder: text(0, 150).optional() };
const selectOption = z.looseObject({
  label: text(1, 100),
  value: text(1, 100),
  description: text(0, 100).nullish(),
});
const stringSelect = z.looseObject({
  type: z.literal(ComponentType.StringSelect),
  ...selectFields,
  options: list(selectOption, 1, 25).check((payload) => {
    const values = payload.value.map(({ value }) => value);
    for (const [index, value] of values.entries())
      if (values.indexOf(value) < index) {
        const message = "The specified option value is already used";
        report(payload, "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message, [index, "value"]);
      }
  }),
});
const otherSelect = z.looseObject({
  type: z.literal([
    ComponentType.UserSelect,
    ComponentType.RoleSelect,
    ComponentType.MentionableSelect,
    ComponentType.ChannelSelect,
  ]),
  ...selectFields,
});

const row = z.looseObject({
  type: z.literal(ComponentType.ActionRow),
  components: list(z.discriminatedUnion("type", [button, stringSelect, otherSelect]), 1, 5).check(
    rule(
      (children) => children.length > 1 && children.some(({ type }) => type !== ComponentType.Button),
      "BASE_TYPE_BAD_LENGTH",
      "Must be between 1 and 1 in length.",
    ),
  ),
});

const textDisplay = z.looseObject({ type: z.literal(ComponentType.TextDisplay), content: text(1, 4000) });
const section = z.looseObject({
  type: z.literal(ComponentType.Section),
  components: list(textDisplay, 1, 3),
  accessory: z.discriminatedUnion("type", [button, z.looseObject({ type: z.literal(ComponentType.Thumbnail) })]),
});
const simple = z.looseObject({
  type: z.literal([ComponentType.MediaGallery, ComponentType.File, ComponentType.Separator]),
});
const inContainer = z.discriminatedUnion("type", [row, section, textDisplay, simple]);
const container = z.looseObject({ type: z.literal(ComponentType.Container), components: list(inContainer, 1, 40) });

/** The components of a message; `isLayout` if its flags say that it is made of components alone. */
export const componentsSchema = (isLayout: boolean) =>
  isLayout
    ? z.array(z.discriminatedUnion("type", [row, section, textDisplay, simple, container])).check((payload) => {
        const every = everyComponent(payload.value, []);
        if (every.length > 40) report(payload, "BASE_TYPE_BAD_LENGTH", "Must be between 1 and 40 in length.");
        const length = every.reduce((sum, { component }) => sum + (component.content?.length ?? 0), 0);
        if (length > 4000) report(payload, "BASE_TYPE_MAX_LENGTH", "Must be 4000 or fewer in length.");
        reportRepeatedIds(payload, every);
      })
    : list(z.discriminatedUnion("type", [row]), 0, 5).check((payload) =>
        reportRepeatedIds(payload, everyComponent(payload.value, [])),
      );

function reportRepeatedIds<T>(payload: z.core.ParsePayload<T>, every: readonly PlacedComponent[]): void {
  const ids = every.map(({ component }) => component.custom_id);
  for (const [index, { path }] of every.entries())
    if (ids[index] !== undefined && ids.indexOf(ids[index]) < index) {
      const message = "Component custom id cannot be duplicated";
      report(payload, "COMPONENT_CUSTOM_ID_DUPLICATED", message, [...path, "custom_id"]);
    }
}

const textInput = z
  .looseObject({
    type: z.literal(ComponentType.TextInput),
    custom_id: customId,
    value: z.string().nullish(),
    max_length: z.int().optional(),
  })
  .check((payload) => {
    const { value, max_length: most = 4000 } = payload.value;
    if ((value?.length ?? 0) > most)
      report(payload, "BASE_TYPE_BAD_LENGTH", `Must be between 0 and ${most} in length.`, ["value"]);
  });

/** A field of a modal. */
export const modalField = z.discriminatedUnion("type", [
  z.looseObject({
    type: z.literal(ComponentType.Label),
    label: text(1, 45),
    description: text(0, 100).nullish(),
    component: z.discriminatedUnion("type", [textInput, stringSelect, otherSelect]),
  }),
  z.looseObject({ type: z.literal([ComponentType.ActionRow, ComponentType.TextDisplay]) }),
]);
