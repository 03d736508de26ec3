/** The open channel: its messages in the order of time, scrolled to the end while the reader is there. */
import { html, nothing, type TemplateResult } from "lit";
import { guard } from "lit/directives/guard.js";
import { keyed } from "lit/directives/keyed.js";
import { createRef, ref } from "lit/directives/ref.js";
import { repeat } from "lit/directives/repeat.js";
import "@skyra/discord-components-core/discord-messages.js";
import type { ShownPost } from "../src/protocol.js";
import type { App } from "./app.js";
import { renderMessage } from "./message.js";
import { channelOf, shownPosts } from "./state.js";

/** Within this many pixels of the end, the reader is at the latest message. */
const NEAR = 80;

const scroller = createRef<HTMLElement>();
let isAtEnd = true;
let shownChannel = "";
let lastOwn = "";

const toEnd = (): void => scroller.value?.scrollTo({ top: scroller.value.scrollHeight });

export function renderChannel(app: App): TemplateResult {
  const { state } = app;
  const posts = shownPosts(state);
  const channel = channelOf(state, state.channel);
  const name = channel?.directFor ? channel.name : `#${channel?.name ?? ""}`;
  return html`<div class="scroller" ${ref(scroller)} @scroll=${() => handleScroll(app)}>
      <div class="content" ${ref(followSize)}>
        <div class="beginning">
          <h2>${channel?.directFor ? name : `Welcome to ${name}!`}</h2>
          <p>
            ${channel?.directFor ? `This is the beginning of your direct messages with ${name}.` : channel?.topic}
          </p>
          <p>Type <kbd>/</kbd> for the commands, and <kbd>@</kbd> to mention somebody.</p>
        </div>
        ${keyed(
          `${state.channel} ${state.me}`,
          html`<discord-messages role="log" aria-live="polite" aria-label="Messages in ${name}" tabindex="0" @keydown=${handleKey}>
          ${repeat(
            posts,
            ({ message }) => message.id,
            (post, index) =>
              guard(whatShows(app, post, posts[index - 1]), () => [
                renderDay(post, posts[index - 1]),
                renderMessage(app, post, posts[index - 1]),
              ]),
          )}
        </discord-messages>`,
        )}
      </div>
    </div>
    ${
      isAtEnd
        ? nothing
        : html`<button type="button" class="to-end" @click=${toEnd}>You're viewing older messages • Jump to present</button>`
    }`;
}

/** A message is rendered again only when one of these changes: there may be hundreds. */
function whatShows({ state }: App, post: ShownPost, before: ShownPost | undefined): unknown[] {
  const { id, message_reference: reference } = post.message;
  const pressed = [...state.pressed].filter((key) => key.startsWith(id)).join();
  const quoted = state.posts.get(reference?.message_id ?? post.used?.target ?? "");
  const isPointedAt = state.pointedAt === id;
  return [
    post,
    before,
    quoted,
    pressed,
    state.me,
    state.snapshot,
    state.failed.has(id),
    state.editing === id,
    isPointedAt,
    isPointedAt && state.menu,
  ];
}

function renderDay({ message }: ShownPost, before: ShownPost | undefined): TemplateResult | typeof nothing {
  const dayOf = (timestamp: string) => new Date(timestamp).toDateString();
  if (before && dayOf(before.message.timestamp) === dayOf(message.timestamp)) return nothing;
  const day = new Intl.DateTimeFormat("en", { dateStyle: "long" }).format(new Date(message.timestamp));
  return html`<div class="day" role="separator" aria-label=${day}><span>${day}</span></div>`;
}

/** Call after each rendering. Scrolls to the end of a newly opened channel, and to a message that was just sent. */
export function settleChannel({ state }: App): void {
  const own = shownPosts(state).findLast(({ message }) => message.author.id === state.me)?.message.id ?? "";
  if (state.channel !== shownChannel || own > lastOwn) {
    isAtEnd = true;
    toEnd();
  }
  shownChannel = state.channel;
  lastOwn = own;
}

function handleScroll(app: App): void {
  const element = scroller.value;
  if (element === undefined) return;
  const now = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR;
  if (now === isAtEnd) return;
  isAtEnd = now;
  app.update({});
}

const observer = new ResizeObserver(() => {
  if (isAtEnd) toEnd();
});

/** The components render themselves a little later than the page. */
function followSize(element: Element | undefined): void {
  observer.disconnect();
  if (element) observer.observe(element);
  if (scroller.value) observer.observe(scroller.value);
}

/** Moves from message to message by the arrow keys. */
function handleKey(event: KeyboardEvent): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const list = event.currentTarget as HTMLElement;
  const target = event.target as HTMLElement;
  if (step === 0 || (target !== list && target.localName !== "discord-message")) return;
  event.preventDefault();
  const messages = [...list.querySelectorAll<HTMLElement>("discord-message")];
  const at = messages.indexOf(target);
  (at < 0 ? messages.at(-1) : (messages[at + step] ?? target))?.focus();
}
