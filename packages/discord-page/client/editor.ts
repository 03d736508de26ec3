/** The editor for one's own message, in the place of the message. */
import { html, type TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { ShownPost } from "../src/protocol.js";
import { type App, saveEdit } from "./app.js";
import { fitToText, focusBox, isComposing } from "./composer.js";
import { toShown } from "./mentions.js";

export function renderEditor(app: App, post: ShownPost): TemplateResult {
  const cancel = () => {
    app.update({ editing: undefined });
    focusBox();
  };
  const save = (area: HTMLTextAreaElement) => {
    void saveEdit(app, post, area.value);
    focusBox();
  };
  const handleKey = (event: KeyboardEvent) => {
    if (isComposing(event)) return;
    if (event.key === "Escape") cancel();
    if (event.key !== "Enter" || event.shiftKey) return;
    event.preventDefault();
    save(event.target as HTMLTextAreaElement);
  };
  const handleInput = ({ target }: Event) => fitToText(target as HTMLTextAreaElement);
  const areaBeside = (event: Event) =>
    (event.target as Element).closest(".editor")?.querySelector("textarea") as HTMLTextAreaElement;
  return html`<div class="editor">
    <textarea rows="1" aria-label="Edit the message" .defaultValue=${toShown(post.message.content, app.state)} @input=${handleInput} @keydown=${handleKey} ${ref(begin)}></textarea>
    <p>
      escape to <button type="button" class="link" @click=${cancel}>cancel</button> • enter to
      <button type="button" class="link" @click=${(event: Event) => save(areaBeside(event))}>save</button>
    </p>
  </div>`;
}

const begun = new WeakSet<Element>();

function begin(element: Element | undefined): void {
  if (!(element instanceof HTMLTextAreaElement) || begun.has(element)) return;
  begun.add(element);
  requestAnimationFrame(() => {
    fitToText(element);
    element.focus();
    element.setSelectionRange(element.value.length, element.value.length);
  });
}
