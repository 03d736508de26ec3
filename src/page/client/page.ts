/** Begins the page: draws all of it anew, by difference, whenever something has changed. */
import { html, nothing, render, type TemplateResult } from "lit";
import { type App, createApp } from "./app.js";
import { drawChannel, settleChannel } from "./channel.js";
import { drawComposer, settleBox } from "./composer.js";
import { drawDialog } from "./dialogs.js";
import { dressComponents } from "./look.js";
import { drawHeader, drawSidebar } from "./sidebar.js";
import { followTheme } from "./theme.js";

dressComponents();
const app = createApp(draw);
followTheme(() => app.update({}));
addEventListener("keydown", ({ key }) => {
  if (key === "Escape" && app.state.drawerOpen) app.update({ drawerOpen: false });
});

function draw(app: App): void {
  render(app.state.scenery ? drawPage(app) : drawWaiting(), document.body);
  settleBox(app.state);
  settleChannel(app);
}

const drawWaiting = (): TemplateResult => html`<p class="waiting" role="status">Connecting…</p>`;

function drawPage(app: App): TemplateResult {
  const { state } = app;
  return html`
    <div class="page" ?data-drawer=${state.drawerOpen}>
      ${drawSidebar(app)}
      ${state.drawerOpen ? html`<div class="shade" @click=${() => app.update({ drawerOpen: false })}></div>` : nothing}
      <main>
        ${drawHeader(app)}
        ${state.connected ? nothing : html`<p class="lost" role="alert">The connection was lost; trying again…</p>`}
        ${drawChannel(app)} ${drawComposer(app)}
        <p class="typing" aria-live="polite">
          ${
            state.typing.has(state.channel)
              ? html`<span class="dots" aria-hidden="true"></span><strong>${state.scenery?.bot.name}</strong> is typing…`
              : nothing
          }
        </p>
      </main>
    </div>
    ${drawDialog(app)}
  `;
}
