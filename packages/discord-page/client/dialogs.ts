/** What covers the page until it is answered: the bot's forms, "delete this?", and the drawer under the hood. */
import {
  type APIComponentInLabel,
  type APIModalInteractionResponseCallbackComponent,
  type APIModalInteractionResponseCallbackData,
  type APITextInputComponent,
  ComponentType,
  TextInputStyle,
} from "discord-api-types/payloads/v10";
import { html, nothing, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { ShownPost } from "../src/protocol.js";
import type { App } from "./app.js";
import { avatarOf } from "./avatars.js";
import { focusBox } from "./composer.js";
import { icons } from "./icons.js";
import { firstLine, namesIn } from "./names.js";
import { renderRecords } from "./records.js";

/** The characters of a message's first line that a title shows. */
const MOST_TITLE = 60;

export function renderDialog(app: App): TemplateResult | typeof nothing {
  const { dialog } = app.state;
  switch (dialog?.kind) {
    case undefined:
      return nothing;
    case "modal":
      return renderForm(app, dialog.action, dialog.modal);
    case "delete":
      return renderDeletion(app, dialog.post);
    case "records":
      return frame(app, titleOf(app, dialog.post), "drawer", renderRecords(dialog.records));
  }
}

function titleOf({ state }: App, { message: { author, content } }: ShownPost): string {
  const line = firstLine(content, namesIn(state));
  const words = line.length > MOST_TITLE ? `${line.slice(0, MOST_TITLE).trimEnd()}…` : line;
  return `Under the hood of ${author.username}'s "${words}"`;
}

function close(app: App): void {
  app.update({ dialog: undefined, problem: undefined });
  focusBox();
}

const frame = (app: App, title: string, kind: string, content: TemplateResult, icon?: string): TemplateResult => html`
  <dialog class=${kind} aria-labelledby="dialog-title" @close=${() => close(app)} @pointerdown=${handlePress} @click=${(event: Event) => handleClick(app, event)} ${ref(open)}>
    <header>
      ${icon ? html`<img src=${icon} alt="" width="24" height="24" />` : nothing}
      <h2 id="dialog-title">${title}</h2>
      <button type="button" class="tool" aria-label="Close" @click=${() => close(app)}>${icons.close}</button>
    </header>
    ${content}
  </dialog>
`;

/** Where the pointer went down last: a text selection that ends outside the dialog must not close it. */
let pressed: EventTarget | null = null;

function handlePress({ target }: Event): void {
  pressed = target;
}

/** A click on the backdrop has the dialog itself as its target. */
function handleClick(app: App, { target, currentTarget }: Event): void {
  const dialog = currentTarget as Element;
  if (target === dialog && pressed === dialog && !holdsTyped(dialog)) close(app);
}

const holdsTyped = (dialog: Element): boolean =>
  [...dialog.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")].some(
    ({ value, defaultValue }) => value !== defaultValue,
  );

function open(element: Element | undefined): void {
  // It is not in the document yet.
  queueMicrotask(() => {
    if (element instanceof HTMLDialogElement && !element.open) element.showModal();
  });
}

function renderDeletion(app: App, { message }: ShownPost): TemplateResult {
  const remove = () => {
    close(app);
    void app.act({ do: "remove", channel: message.channel_id, post: message.id });
  };
  const content = html`<p class="dialog-text">Do you want to delete this message?</p>
    <blockquote class="dialog-text">${message.content.slice(0, 200)}</blockquote>
    <footer>
      <button type="button" class="button plain" @click=${() => close(app)}>Cancel</button>
      <button type="button" class="button danger" autofocus @click=${remove}>Delete</button>
    </footer>`;
  return frame(app, "Delete message", "modal", content);
}

const LONGEST_FIELD = 4000;

function renderForm(app: App, action: string, modal: APIModalInteractionResponseCallbackData): TemplateResult {
  const { bot } = app.state.snapshot ?? {};
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const values = Object.fromEntries(
      [...new FormData(event.target as HTMLFormElement)].map(([name, value]) => [name, String(value)]),
    );
    const outcome = await app.ask({ do: "submit", action, values });
    if (outcome.kind === "done") close(app);
    else app.update({ problem: "Something went wrong. Try again." });
  };
  const content = html`<form @submit=${submit}>
    <div class="fields">${modal.components.map(renderFields)}</div>
    ${app.state.problem ? html`<p class="problem" role="alert">${app.state.problem}</p>` : nothing}
    <footer>
      <button type="button" class="button plain" @click=${() => close(app)}>Cancel</button>
      <button type="submit" class="button primary">Submit</button>
    </footer>
  </form>`;
  return frame(app, modal.title, "modal", content, avatarOf({ username: bot?.name ?? "", bot: true }));
}

/** A row holds fields that name themselves; a label holds one and names it. */
function renderFields(component: APIModalInteractionResponseCallbackComponent): TemplateResult {
  switch (component.type) {
    case ComponentType.TextDisplay:
      return html`<p class="dialog-text">${component.content}</p>`;
    case ComponentType.ActionRow:
      return html`${component.components.map((field) => renderField(field, field.label ?? ""))}`;
    case ComponentType.Label:
      return renderField(component.component, component.label, component.description);
  }
}

function renderField(field: APIComponentInLabel, label: string, description?: string): TemplateResult {
  const { custom_id: name, required = true }: { custom_id: string; required?: boolean } = field;
  return html`<label class="field">
    <span>${label}${required ? html`<b aria-hidden="true"> *</b>` : nothing}</span>
    ${description ? html`<small>${description}</small>` : nothing} ${renderInput(field, name, required)}
  </label>`;
}

/** Renders a text box for the types that the page has no control for. */
function renderInput(field: APIComponentInLabel, name: string, required: boolean): TemplateResult {
  if (field.type === ComponentType.StringSelect)
    return html`<select name=${name} ?required=${required}>
      ${field.options.map((option) => html`<option value=${option.value} ?selected=${option.default}>${option.label}</option>`)}
    </select>`;
  const text: Partial<APITextInputComponent> = field.type === ComponentType.TextInput ? field : {};
  const { value = "", placeholder = "", min_length: least, max_length: most = LONGEST_FIELD } = text;
  if (text.style === TextInputStyle.Paragraph)
    return html`<textarea
      name=${name}
      rows="4"
      .defaultValue=${value}
      placeholder=${placeholder}
      ?required=${required}
      minlength=${least ?? nothing}
      maxlength=${most}
    ></textarea>`;
  return html`<input
    name=${name}
    .defaultValue=${value}
    placeholder=${placeholder}
    ?required=${required}
    minlength=${least ?? nothing}
    maxlength=${most}
    autocomplete="off"
  />`;
}
