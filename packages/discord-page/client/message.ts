/** One message as Discord shows it: what it answers, who says it and when, its text, its buttons. */
import { type APIMessageComponent, ButtonStyle, ComponentType, MessageFlags } from "discord-api-types/payloads/v10";
import { html, nothing, type TemplateResult } from "lit";
import "@skyra/discord-components-core/discord-action-row.js";
import "@skyra/discord-components-core/discord-command.js";
import "@skyra/discord-components-core/discord-message.js";
import "@skyra/discord-components-core/discord-reply.js";
import type { ShownPost } from "../src/protocol.js";
import { type App, dismiss, press } from "./app.js";
import { avatarOf } from "./avatars.js";
import { renderEditor } from "./editor.js";
import { icons } from "./icons.js";
import { renderMarkdown } from "./markdown-view.js";
import { anchorOf, firstLine, namesIn } from "./names.js";
import { renderTools } from "./tools.js";

/** Milliseconds within which messages of one author are shown under one name. */
const TOGETHER = 7 * 60_000;

const timeOf = (timestamp: string): string =>
  new Intl.DateTimeFormat("en", { timeStyle: "short" }).format(new Date(timestamp));

/** Returns whether the message is shown under the same name as the one `before` it. */
function belongsTo({ message }: ShownPost, before: ShownPost | undefined): boolean {
  if (before === undefined || message.message_reference || message.interaction_metadata) return false;
  const apart = Date.parse(message.timestamp) - Date.parse(before.message.timestamp);
  return before.message.author.id === message.author.id && apart < TOGETHER && before.onlyFor === undefined;
}

export function renderMessage(app: App, post: ShownPost, before: ShownPost | undefined): TemplateResult {
  const { state } = app;
  const { message, onlyFor } = post;
  const { author, id } = message;
  const isThinking = ((message.flags ?? 0) & MessageFlags.Loading) !== 0;
  const isBot = author.id === state.snapshot?.bot.id;
  const time = timeOf(message.timestamp);
  const isEditing = state.editing === id;
  const pings = message.mentions.some((user) => user.id === state.me) && author.id !== state.me;
  const isEdited = message.edited_timestamp !== null && !isBot;
  return html`<discord-message
    id=${anchorOf(id)}
    class=${onlyFor ? "private" : pings ? "pings" : ""}
    role="article"
    aria-label="${author.username}, ${time}"
    tabindex="-1"
    author=${author.username}
    avatar=${avatarOf(author)}
    timestamp=${time}
    ?bot=${isBot}
    ?edited=${isEdited && !isEditing}
    ?message-body-only=${belongsTo(post, before)}
    @pointerenter=${() => pointAt(app, id)}
    @pointerleave=${(event: PointerEvent) => leave(app, event)}
    @focusin=${() => pointAt(app, id)}
  >
    ${renderOrigin(app, post)}
    ${
      isEditing
        ? renderEditor(app, post)
        : isThinking
          ? html`<em class="thinking"><span class="dots" aria-hidden="true"></span>${author.username} is thinking…</em>`
          : html`<span class="markup">${renderMarkdown(message.content, namesIn(state))}</span>`
    }
    ${isThinking ? nothing : renderButtons(app, post)}
    ${
      onlyFor
        ? html`<p slot="thread" class="private-line">
            ${icons.eye} Only you can see this •
            <button type="button" class="link" @click=${() => dismiss(app, post)}>Dismiss message</button>
          </p>`
        : nothing
    }
    ${
      post.remark !== undefined && author.id === state.me
        ? html`<p slot="thread" class="private-line remark">${icons.eye}<span>${post.remark}</span></p>`
        : nothing
    }
    ${state.pointedAt === id && !isEditing && !isThinking ? renderTools(app, post) : nothing}
  </discord-message>`;
}

function pointAt(app: App, id: string): void {
  if (app.state.pointedAt !== id) app.update({ pointedAt: id, menu: undefined });
}

/** Ignores touch: a finger that is lifted has not left the message. */
function leave({ state, update }: App, { pointerType, currentTarget }: PointerEvent): void {
  const isUsed = (currentTarget as Element).contains(document.activeElement);
  if (pointerType === "mouse" && !isUsed && !state.menu) update({ pointedAt: undefined });
}

/** The line above with the spine: the command that was used, or the message that is replied to. */
function renderOrigin({ state }: App, { message, used }: ShownPost): TemplateResult | typeof nothing {
  const { interaction_metadata: metadata, message_reference: reference } = message;
  // A follow-up refers to the answer that it follows.
  if (metadata && used && !reference) {
    const target = state.posts.get(used.target ?? "")?.message;
    return html`<discord-command
      slot="reply"
      author=${metadata.user.username}
      avatar=${avatarOf(metadata.user)}
      type=${used.target ? "message_command" : "slash_command"}
      command=${used.command}
      context-user-name=${target?.author.username ?? ""}
      context-user-image=${target ? avatarOf(target.author) : ""}
      context-message-reply=${target ? firstLine(target.content, namesIn(state)) : ""}
      ?context-message-deleted=${used.target !== undefined && target === undefined}
    ></discord-command>`;
  }
  if (!reference?.message_id) return nothing;
  const quoted = state.posts.get(reference.message_id)?.message;
  if (quoted === undefined) return html`<discord-reply slot="reply" deleted></discord-reply>`;
  const { author, content } = quoted;
  return html`<discord-reply
    slot="reply"
    author=${author.username}
    avatar=${avatarOf(author)}
    ?bot=${author.id === state.snapshot?.bot.id}
    ?mentions=${message.mentions.some(({ id }) => id === author.id)}
    ><a class="quoted" href="#${anchorOf(quoted.id)}">${firstLine(content, namesIn(state))}</a></discord-reply
  >`;
}

/** Emoji that stand alone on a button. Discord draws its own; a browser may have no font for them. */
const PICTURES: Readonly<Record<string, TemplateResult>> = { "🗑️": icons.remove };

function renderButtons(app: App, post: ShownPost): TemplateResult | typeof nothing {
  const { id, components: rows = [] } = post.message;
  if (rows.length === 0) return nothing;
  return html`<div slot="components" class="rows">
    ${rows.map((row) => {
      const components = "components" in row ? row.components : [];
      return html`<discord-action-row>${components.map((one) => renderButton(app, post, one))}</discord-action-row>`;
    })}
    ${app.state.failed.has(id) ? html`<p class="failed" role="alert">This interaction failed</p>` : nothing}
  </div>`;
}

function renderButton(app: App, post: ShownPost, component: APIMessageComponent): TemplateResult {
  if (component.type !== ComponentType.Button || component.style === ButtonStyle.Premium)
    return html`<em class="unknown">(a component of type ${component.type}, which this sketch can't draw)</em>`;
  const { label, disabled = false } = component;
  if (component.style === ButtonStyle.Link)
    return html`<a class="button secondary" href=${component.url} target="_blank" rel="noopener noreferrer">${label}</a>`;
  const { custom_id: id, style } = component;
  const isPressed = app.state.pressed.has(`${post.message.id} ${id}`);
  return html`<button
    type="button"
    class="button ${ButtonStyle[style].toLowerCase()}"
    ?disabled=${disabled}
    aria-busy=${isPressed ? "true" : "false"}
    aria-label=${label ?? ""}
    @click=${() => press(app, post, id)}
  >
    ${PICTURES[label ?? ""] ?? label}
  </button>`;
}
