/** The sidebar: the channels, the direct messages with the bot, and the people. */
import { html, nothing, type TemplateResult } from "lit";
import type { ShownChannel } from "../src/protocol.js";
import { type App, becomePerson, openChannel, speak } from "./app.js";
import { avatarOf } from "./avatars.js";
import { focusBoxForKeyboard } from "./composer.js";
import { icons } from "./icons.js";
import { channelOf, channelsOf, hasUnread, personOf } from "./state.js";
import { switchTheme, themeNow } from "./theme.js";

/** The languages of Discord's client that are useful for trying the bot. */
const LANGUAGES = [
  ["en-US", "English"],
  ["zh-CN", "中文（简体）"],
  ["zh-TW", "中文（繁體）"],
] as const;

export function renderSidebar(app: App): TemplateResult {
  const { snapshot, me } = app.state;
  const channels = channelsOf(app.state, me);
  const inGuild = channels.filter(({ directFor }) => directFor === undefined);
  const direct = channels.filter(({ directFor }) => directFor !== undefined);
  return html`<nav id="channels" class="sidebar" aria-label="Channels">
    <p class="guild">${snapshot?.guild.name}</p>
    <h2>Text channels</h2>
    <ul>
      ${inGuild.map((channel) => renderChannel(app, channel))}
    </ul>
    <h2>Direct messages</h2>
    <ul>
      ${direct.map((channel) => renderChannel(app, channel))}
    </ul>
    ${renderPeople(app)}
    <footer>
      <p>This is a sketch of Discord, for tests and previews. It runs on this machine alone.</p>
    </footer>
  </nav>`;
}

function renderChannel(app: App, { id, name, directFor }: ShownChannel): TemplateResult {
  const { state } = app;
  const isOpen = id === state.channel;
  const isUnread = state.unread.has(id);
  const icon = directFor
    ? html`<img src=${avatarOf({ username: name, bot: true })} alt="" width="32" height="32" />`
    : icons.hash;
  return html`<li>
    <button
      type="button"
      class="channel"
      aria-current=${isOpen ? "page" : nothing}
      ?data-unread=${isUnread}
      @click=${() => enter(app, id)}
    >
      ${icon} <span>${name}</span> ${isUnread ? html`<span class="sr-only">, unread</span>` : nothing}
    </button>
  </li>`;
}

function enter(app: App, id: string): void {
  openChannel(app, id);
  focusBoxForKeyboard();
}

function openDrawer(app: App): void {
  app.update({ drawerOpen: true });
  // It exists only once it is rendered.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => document.querySelector<HTMLElement>(".channel[aria-current]")?.focus()),
  );
}

function renderPeople(app: App): TemplateResult {
  const { snapshot, me } = app.state;
  const theme = themeNow();
  return html`<section class="people" aria-label="Who you are">
    <div class="people-head">
      <h2 id="who">You are</h2>
      <button
        type="button"
        class="tool"
        aria-label=${theme === "dark" ? "Use light colours" : "Use dark colours"}
        title=${theme === "dark" ? "Light" : "Dark"}
        @click=${switchTheme}
      >
        ${theme === "dark" ? icons.sun : icons.moon}
      </button>
    </div>
    <div role="radiogroup" aria-labelledby="who">
      ${snapshot?.people.map(
        ({ id, name, moderates }) => html`<label class="person">
          <input type="radio" name="me" .checked=${id === me} @change=${() => becomePerson(app, id)} />
          <img src=${avatarOf({ username: name })} alt="" width="32" height="32" />
          <span><strong>${name}</strong> <small>${moderates ? "Moderator" : "Member"}</small></span>
        </label>`,
      )}
    </div>
    <label class="language">
      <span>Language</span>
      <select @change=${(event: Event) => speak(app, (event.target as HTMLSelectElement).value)}>
        ${LANGUAGES.map(([locale, name]) => html`<option value=${locale} lang=${locale} ?selected=${locale === app.state.locale}>${name}</option>`)}
      </select>
    </label>
  </section>`;
}

export function renderHeader(app: App): TemplateResult {
  const { state } = app;
  const channel = channelOf(state, state.channel);
  const isUnread = hasUnread(state);
  const topic = channel?.directFor ? `only ${personOf(state, state.me)?.name} and the bot` : channel?.topic;
  return html`<header class="head">
    <button
      type="button"
      class="tool narrow"
      aria-label=${isUnread ? "Channels, some unread" : "Channels"}
      aria-controls="channels"
      aria-expanded=${state.drawerOpen ? "true" : "false"}
      ?data-unread=${isUnread}
      @click=${() => openDrawer(app)}
    >
      ${icons.menu}
    </button>
    <span class="head-icon">${channel?.directFor ? icons.at : icons.hash}</span>
    <h1>${channel?.name}</h1>
    <p class="topic">${topic}</p>
  </header>`;
}
