/** What can be done with a message: a row of tools above it, and the Apps menu. */
import { html, nothing, type TemplateResult } from "lit";
import type { ShownPost } from "../src/protocol.js";
import { type App, openMenu, showRecords, useMenu } from "./app.js";
import { focusBox } from "./composer.js";
import { icons } from "./icons.js";
import { channelOf, personOf, type State } from "./state.js";

export function renderTools(app: App, post: ShownPost): TemplateResult {
  const { me, menu } = app.state;
  const { id, author, channel_id: channel } = post.message;
  const isOwn = author.id === me;
  const mayDelete = isOwn || (!post.onlyFor && mayManage(app.state, channel));
  const isOpen = menu?.post === id;
  const reply = () => {
    app.update({ replyTo: post, menu: undefined });
    focusBox();
  };
  const edit = () => app.update({ editing: id, menu: undefined });
  const remove = () => app.update({ dialog: { kind: "delete", post }, menu: undefined });
  return html`<div slot="thread" class="tools" role="group" aria-label="Message tools" @keydown=${(event: KeyboardEvent) => handleKey(app, event)}>
    ${post.onlyFor ? nothing : renderTool("Reply", icons.reply, reply)}
    ${isOwn ? renderTool("Edit", icons.edit, edit) : nothing}
    ${post.onlyFor ? nothing : renderTool("Apps", icons.apps, () => openMenu(app, post), isOpen)}
    ${renderTool("Under the hood", icons.records, () => showRecords(app, post))}
    ${mayDelete ? renderTool("Delete", icons.remove, remove) : nothing} ${isOpen ? renderMenu(app, post) : nothing}
  </div>`;
}

/** Direct messages have no moderators. */
const mayManage = (state: State, channel: string): boolean =>
  channelOf(state, channel)?.directFor === undefined && personOf(state, state.me)?.moderates === true;

/** `isOpen` is for a tool that opens a menu. */
const renderTool = (label: string, icon: TemplateResult, does: () => unknown, isOpen?: boolean): TemplateResult =>
  html`<button
    type="button"
    class="tool"
    aria-label=${label}
    title=${label}
    aria-haspopup=${isOpen === undefined ? nothing : "menu"}
    aria-expanded=${isOpen ?? nothing}
    @click=${does}
  >
    ${icon}
  </button>`;

function renderMenu(app: App, post: ShownPost): TemplateResult {
  const entries = app.state.menu?.entries ?? [];
  return html`<div class="menu" role="menu" aria-label="Apps">
    ${entries.map(
      ({ name, label }) => html`<button type="button" role="menuitem" @click=${() => useMenu(app, post, name)}>
        ${label} <span class="detail">${app.state.snapshot?.bot.name}</span>
      </button>`,
    )}
    ${entries.length === 0 ? html`<button type="button" role="menuitem" disabled>No app offers anything here</button>` : nothing}
  </div>`;
}

function handleKey(app: App, event: KeyboardEvent): void {
  const tools = event.currentTarget as Element;
  const buttons = [...tools.querySelectorAll<HTMLElement>("button:not([disabled])")];
  const at = buttons.indexOf(document.activeElement as HTMLElement);
  const step = ["ArrowRight", "ArrowDown"].includes(event.key)
    ? 1
    : ["ArrowLeft", "ArrowUp"].includes(event.key)
      ? -1
      : 0;
  if (step !== 0) {
    event.preventDefault();
    event.stopPropagation();
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  }
  if (event.key !== "Escape") return;
  event.stopPropagation();
  if (app.state.menu) tools.querySelector<HTMLElement>('[aria-haspopup="menu"]')?.focus();
  else focusBox();
  app.update({ menu: undefined });
}
