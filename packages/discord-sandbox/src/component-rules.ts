/** Discord's limits on buttons, selects and layout, most of which its OpenAPI file does not state. */
import { badLength, type Complaint, required, tooLong } from "./refusals.js";

export interface Component {
  type: number;
  id?: number;
  custom_id?: string;
  style?: number;
  label?: string;
  emoji?: unknown;
  url?: string;
  sku_id?: string;
  disabled?: boolean;
  placeholder?: string;
  content?: string;
  options?: { label?: string; value?: string; description?: string; default?: boolean }[];
  min_values?: number;
  max_values?: number;
  components?: Component[];
  accessory?: Component;
  component?: Component;
  [other: string]: unknown;
}

type Path = Complaint["path"];

const ROW = 1;
const BUTTON = 2;
const TEXT_DISPLAY = 10;
const LINK_STYLE = 5;
const PREMIUM_STYLE = 6;
const SELECTS = new Set([3, 5, 6, 7, 8]);
const LAYOUT_ONLY = new Set([9, 10, 11, 12, 13, 14, 17]);

export function everyComponent(
  components: readonly Component[],
  path: Path = ["components"],
): { component: Component; path: Path }[] {
  return components.flatMap((component, index) => {
    const here = [...path, index];
    return [
      { component, path: here },
      ...everyComponent(component.components ?? [], [...here, "components"]),
      ...nested(component.accessory, [...here, "accessory"]),
      ...nested(component.component, [...here, "component"]),
    ];
  });
}

const nested = (component: Component | undefined, path: Path) =>
  component ? [{ component, path }, ...everyComponent(component.components ?? [], [...path, "components"])] : [];

export function complainAboutComponents(components: readonly Component[], layout: boolean): Complaint[] {
  const every = everyComponent(components);
  const complaints = every.flatMap(({ component, path }) => complainAboutComponent(component, path, layout));
  const most = layout ? 40 : 5;
  if ((layout ? every : components).length > most) complaints.push(badLength(["components"], 1, most));
  const seen = new Set<string>();
  for (const { component, path } of every) {
    if (component.custom_id === undefined) continue;
    if (seen.has(component.custom_id)) {
      const message = "Component custom id cannot be duplicated";
      complaints.push({ path: [...path, "custom_id"], code: "COMPONENT_CUSTOM_ID_DUPLICATED", message });
    }
    seen.add(component.custom_id);
  }
  const text = every.reduce((sum, { component }) => sum + (layout ? (component.content?.length ?? 0) : 0), 0);
  if (text > 4000) complaints.push(tooLong(["components"], 4000));
  return complaints;
}

function complainAboutComponent(component: Component, path: Path, layout: boolean): Complaint[] {
  const topLevel = path.length === 2;
  if (component.type === ROW) return complainAboutRow(component, path);
  if (component.type === BUTTON) return topLevel ? [wrongType(path)] : complainAboutButton(component, path);
  if (SELECTS.has(component.type)) return topLevel ? [wrongType(path)] : complainAboutSelect(component, path);
  if (LAYOUT_ONLY.has(component.type)) {
    if (!layout) return [wrongType(path)];
    if (component.type === TEXT_DISPLAY && !component.content) return [required([...path, "content"])];
    return [];
  }
  return [wrongType(path)];
}

const wrongType = (path: Path): Complaint => ({
  path: [...path, "type"],
  code: "UNION_TYPE_CHOICES",
  message: 'Value of field "type" is not one of the allowed component types.',
});

function complainAboutRow(row: Component, path: Path): Complaint[] {
  const children = row.components ?? [];
  const most = children.some(({ type }) => SELECTS.has(type)) ? 1 : 5;
  return children.length < 1 || children.length > most ? [badLength([...path, "components"], 1, most)] : [];
}

function complainAboutButton(button: Component, path: Path): Complaint[] {
  const complaints: Complaint[] = [];
  if ((button.label?.length ?? 0) > 80) complaints.push(tooLong([...path, "label"], 80));
  if (button.style === PREMIUM_STYLE)
    return button.sku_id ? complaints : [...complaints, required([...path, "sku_id"])];
  if (!button.label && !button.emoji) {
    const message = "A button must have a label or an emoji";
    complaints.push({ path: [...path, "label"], code: "BUTTON_COMPONENT_INVALID_LABEL", message });
  }
  if (button.style !== LINK_STYLE) return [...complaints, ...complainAboutCustomId(button, path)];
  if (!button.url) complaints.push(required([...path, "url"]));
  else if (button.url.length > 512) complaints.push(tooLong([...path, "url"], 512));
  if (button.custom_id !== undefined) {
    const message = "A custom id and url cannot both be specified";
    complaints.push({ path, code: "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE", message });
  }
  return complaints;
}

export function complainAboutCustomId({ custom_id: id }: { custom_id?: unknown }, path: Path): Complaint[] {
  if (typeof id !== "string") return [required([...path, "custom_id"])];
  return id.length < 1 || id.length > 100 ? [badLength([...path, "custom_id"], 1, 100)] : [];
}

export function complainAboutSelect(select: Component, path: Path): Complaint[] {
  const complaints = complainAboutCustomId(select, path);
  if ((select.placeholder?.length ?? 0) > 150) complaints.push(tooLong([...path, "placeholder"], 150));
  if (select.type !== 3) return complaints;
  const options = select.options ?? [];
  if (options.length < 1 || options.length > 25) complaints.push(badLength([...path, "options"], 1, 25));
  const values = new Set<string | undefined>();
  for (const [index, option] of options.entries()) {
    const here = [...path, "options", index];
    for (const field of ["label", "value", "description"] as const) {
      if ((option[field]?.length ?? 0) > 100) complaints.push(tooLong([...here, field], 100));
      if (field !== "description" && !option[field]) complaints.push(required([...here, field]));
    }
    if (values.has(option.value)) {
      const message = "The specified option value is already used";
      complaints.push({ path: [...here, "value"], code: "SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", message });
    }
    values.add(option.value);
  }
  return complaints;
}
