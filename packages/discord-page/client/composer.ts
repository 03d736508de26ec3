/** The message box and its suggestions, for mouse and keyboard. */
import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { createRef, ref } from "lit/directives/ref.js";
import { type App, LONGEST_MESSAGE } from "./app.js";
import { icons } from "./icons.js";
import { channelOf, type Suggestion, shownPosts } from "./state.js";
import { accept, closeSuggestions, highlight, send, type } from "./typing.js";

const LIST = "suggestions";
/** Discord counts down once this many characters are left. */
const COUNTED_LAST = 200;

const box = createRef<HTMLTextAreaElement>();

/** Whether an input method takes the key. Some browsers tell it by the key's code alone, 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229;

export const focusBox = (): void => box.value?.focus();

/** Focuses the box only if there is a keyboard: elsewhere that would open the one on the screen. */
export function focusBoxForKeyboard(): void {
  if (matchMedia("(pointer: fine)").matches) focusBox();
}

/** Makes the area as high as its text, plus its border. */
export function fitToText(area: HTMLTextAreaElement): void {
  area.style.height = "auto";
  area.style.height = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
}

/** Call after each rendering. Makes the box as high as its text. */
export function settleBox(): void {
  const area = box.value;
  if (area === undefined) return;
  fitToText(area);
  document.querySelector(`#${LIST} [aria-selected="true"]`)?.scrollIntoView({ block: "nearest" });
}

export function renderComposer(app: App): TemplateResult {
  const { state } = app;
  const { text, suggestions, highlighted } = state.composer;
  const channel = channelOf(state, state.channel);
  const label = channel?.directFor ? `Message @${channel.name}` : `Message #${channel?.name ?? ""}`;
  const left = LONGEST_MESSAGE - text.length;
  return html`
    <form class="composer" @submit=${(event: Event) => event.preventDefault()}>
      ${renderSuggestions(app)} ${renderReplyBar(app)}
      ${state.problem ? html`<p class="problem" role="alert">${state.problem}</p>` : nothing}
      <div class="box">
        <textarea
          ${ref(box)}
          rows="1"
          aria-label=${label}
          placeholder=${label}
          aria-autocomplete="list"
          aria-haspopup="listbox"
          aria-controls=${LIST}
          aria-activedescendant=${highlighted < 0 ? nothing : `${LIST}-${highlighted}`}
          enterkeyhint="send"
          autocomplete="off"
          .value=${live(text)}
          @input=${(event: InputEvent) => handleInput(app, event)}
          @compositionend=${(event: CompositionEvent) => handleInput(app, event)}
          @keydown=${(event: KeyboardEvent) => handleKey(app, event)}
          @blur=${() => closeSuggestions(app)}
        ></textarea>
        ${left <= COUNTED_LAST ? html`<span class="left" ?data-over=${left < 0}>${left}</span>` : nothing}
        <button type="button" class="tool" aria-label="Send" @click=${() => sendAndStay(app)}>${icons.send}</button>
      </div>
      <p class="sr-only" role="status">${suggestions.length > 0 ? `${suggestions.length} suggestions` : ""}</p>
    </form>
  `;
}

function renderSuggestions(app: App): TemplateResult {
  const { suggestions, highlighted } = app.state.composer;
  return html`<ul id=${LIST} class="suggestions" role="listbox" aria-label="Suggestions" ?hidden=${suggestions.length === 0}>
    ${suggestions.map(
      (suggestion, index) => html`<li
        id="${LIST}-${index}"
        role="option"
        aria-selected=${index === highlighted ? "true" : "false"}
        class=${suggestion.kind}
        @mousedown=${(event: Event) => event.preventDefault()}
        @click=${() => take(app, suggestion)}
      >
        <span class="label">${suggestion.label}</span> <span class="detail">${suggestion.detail}</span>
      </li>`,
    )}
  </ul>`;
}

function renderReplyBar(app: App): TemplateResult | typeof nothing {
  const { replyTo } = app.state;
  if (replyTo === undefined) return nothing;
  return html`<div class="reply-bar">
    <span>Replying to <strong>${replyTo.message.author.username}</strong></span>
    <button type="button" class="tool" aria-label="Don't reply" @click=${() => app.update({ replyTo: undefined })}>
      ${icons.close}
    </button>
  </div>`;
}

function handleInput(app: App, event: InputEvent | CompositionEvent): void {
  const area = event.target as HTMLTextAreaElement;
  const settled = event.type === "compositionend" || !(event as InputEvent).isComposing;
  void type(app, area.value, area.selectionStart, settled);
}

function handleKey(app: App, event: KeyboardEvent): void {
  if (isComposing(event)) return;
  const { suggestions, offeredFor, highlighted, text } = app.state.composer;
  const isOpen = suggestions.length > 0;
  const meant = offeredFor === text ? suggestions : [];
  const act = (does: () => unknown) => {
    event.preventDefault();
    does();
  };
  const chosen = meant[highlighted];
  const [first] = meant;
  switch (event.key) {
    case "ArrowDown":
    case "ArrowUp":
      if (isOpen) act(() => highlight(app, event.key === "ArrowDown" ? 1 : -1));
      else if (event.key === "ArrowUp" && text === "") act(() => editLast(app));
      return;
    case "Tab":
      if (isOpen && first && !event.shiftKey) act(() => take(app, chosen ?? first));
      return;
    case "Enter":
      if (!event.shiftKey) act(() => (chosen ? take(app, chosen) : sendAndStay(app)));
      return;
    case "Escape":
      if (isOpen) act(() => closeSuggestions(app));
      else if (app.state.replyTo) act(() => app.update({ replyTo: undefined }));
      return;
  }
}

function take(app: App, suggestion: Suggestion): void {
  const { text, caret } = suggestion;
  const area = box.value;
  if (area) {
    // At once, not with the next rendering: what is typed next goes behind it.
    area.value = text;
    area.setSelectionRange(caret, caret);
  }
  void accept(app, suggestion);
  focusBox();
}

function sendAndStay(app: App): void {
  void send(app);
  focusBox();
}

function editLast(app: App): void {
  const last = shownPosts(app.state).findLast(({ message }) => message.author.id === app.state.me);
  if (last) app.update({ editing: last.message.id });
}
