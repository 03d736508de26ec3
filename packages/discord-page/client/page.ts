/** Starts the page, and renders all of it whenever something has changed; lit applies the difference. */
import { html, nothing, render, type TemplateResult } from "lit";
import { type App, createApp, openChannel } from "./app.js";
import { renderChannel, settleChannel } from "./channel.js";
import { focusBox, focusBoxForKeyboard, renderComposer, settleBox } from "./composer.js";
import { renderDialog } from "./dialogs.js";
import { styleComponents } from "./look.js";
import { anchorOf } from "./names.js";
import { renderHeader, renderSidebar } from "./sidebar.js";
import { channelOf, channelsOf, hasUnread, type State } from "./state.js";
import { followTheme } from "./theme.js";

/** The components render themselves a little later than the page, in milliseconds. */
const AFTER_RENDERING = 100;
/** The width from which the channels are always shown; frame.css and sidebar.css have the same. */
const WIDE = "(min-width: 721px)";

styleComponents();
let hasBegun = false;
const app = createApp(renderBody);
followTheme(() => app.update({}));
addEventListener("keydown", handleKey);
matchMedia(WIDE).addEventListener("change", () => app.update({ drawerOpen: false }));
addEventListener("hashchange", () => jump(location.hash.slice(1)));

function handleKey({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent): void {
  if (key === "Escape" && app.state.drawerOpen) leaveDrawer();
  // As on Discord, a letter that is typed elsewhere goes to the message box.
  const isElsewhere = target === document.body || (target as Element).matches("discord-message, discord-messages");
  if (key.length === 1 && key !== " " && !ctrlKey && !metaKey && !altKey && isElsewhere) focusBox();
}

function leaveDrawer(): void {
  app.update({ drawerOpen: false });
  // Until it is rendered, all but the drawer is out of reach.
  setTimeout(() => document.querySelector<HTMLElement>('[aria-controls="channels"]')?.focus(), AFTER_RENDERING);
}

/** Jumps to a message, which may be in another channel that the person sees. */
function jump(anchor: string): void {
  const { state } = app;
  const id = [...state.posts.values()].find(({ message }) => anchorOf(message.id) === anchor)?.message.channel_id;
  const channel = channelsOf(state, state.me).find((seen) => seen.id === id && id !== state.channel);
  if (channel === undefined) return;
  openChannel(app, channel.id);
  setTimeout(() => document.getElementById(anchor)?.scrollIntoView({ block: "center" }), AFTER_RENDERING);
}

function renderBody(app: App): void {
  render(app.state.snapshot ? renderPage(app) : renderWaiting(), document.body);
  settleBox();
  settleChannel(app);
  if (app.state.snapshot && !hasBegun) focusBoxForKeyboard();
  hasBegun ||= app.state.snapshot !== undefined;
  document.title = titleOf(app.state);
}

function titleOf(state: State): string {
  const name = channelOf(state, state.channel)?.name ?? "";
  return `${hasUnread(state) ? "• " : ""}${name ? `${name} | ` : ""}A sketch of Discord`;
}

const renderWaiting = (): TemplateResult => html`<p class="waiting" role="status">Connecting…</p>`;

function renderPage(app: App): TemplateResult {
  const { state } = app;
  return html`
    <div class="page" ?data-drawer=${state.drawerOpen}>
      ${renderSidebar(app)}
      ${state.drawerOpen ? html`<div class="shade" @click=${() => app.update({ drawerOpen: false })}></div>` : nothing}
      <main ?inert=${state.drawerOpen}>
        ${renderHeader(app)}
        ${state.connected ? nothing : html`<p class="lost" role="alert">The connection was lost; trying again…</p>`}
        ${renderChannel(app)} ${renderComposer(app)}
        <p class="typing" aria-live="polite">
          ${
            state.typing.has(state.channel)
              ? html`<span class="dots" aria-hidden="true"></span><strong>${state.snapshot?.bot.name}</strong> is typing…`
              : nothing
          }
        </p>
      </main>
    </div>
    ${renderDialog(app)}
  `;
}
