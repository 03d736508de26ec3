/** Gives the ready-made components the page's colours: theirs are of one theme, older, and too pale to read. */
import { DiscordAuthorInfo } from "@skyra/discord-components-core/discord-author-info.js";
import { DiscordCommand } from "@skyra/discord-components-core/discord-command.js";
import { DiscordMention } from "@skyra/discord-components-core/discord-mention.js";
import { DiscordMessage } from "@skyra/discord-components-core/discord-message.js";
import { DiscordMessages } from "@skyra/discord-components-core/discord-messages.js";
import { DiscordReply } from "@skyra/discord-components-core/discord-reply.js";
import { DiscordTime } from "@skyra/discord-components-core/discord-time.js";
import { DiscordVerifiedAuthorTag } from "@skyra/discord-components-core/discord-verified-author-tag.js";
import { type CSSResult, css, type LitElement } from "lit";

const quote = css`
  :host { color: var(--muted); font-family: inherit; font-size: 0.875rem; margin-bottom: 2px; max-width: 100%; min-width: 0; padding-top: 0; }
  :host::before {
    content: ""; position: absolute; top: 50%; left: -38px; right: 100%; bottom: -4px; margin-right: 4px;
    border: 2px solid var(--spine); border-width: 2px 0 0 2px; border-top-left-radius: 6px;
  }
  .discord-replied-message-username { color: var(--strong); opacity: 1; }
  .discord-replied-message-content { color: var(--muted); line-height: 1.375; overflow: hidden; min-width: 0; }
  .discord-context-user, .discord-message-margintop, .discord-arrow-right-icon { margin-top: 0; }
  .discord-context-user .discord-replied-message-username { margin-right: 4px; }
  .discord-replied-message-content:hover { color: var(--strong); }
  .discord-slash-command-name, :host .discord-slash-command-name {
    color: var(--mention-text) !important; background: var(--mention);
  }
  .discord-context-command-name { color: var(--mention-text) !important; opacity: 1; }
  .discord-application-tag { background: var(--brand); }
`;

const SKINS: readonly (readonly [Pick<typeof LitElement, "elementStyles">, CSSResult])[] = [
  [
    DiscordMessages,
    css`:host { border: 0; font-family: inherit; background: none; color: var(--text); line-height: normal; }`,
  ],
  [
    DiscordMessage,
    css`
      :host { color: var(--text); padding: 2px 16px; font-family: inherit; }
      :host(:hover) { background: var(--hover); }
      .discord-author-avatar img { cursor: default; }
      .discord-message-timestamp, .discord-message-edited { color: var(--muted); font-size: 0.75rem; }
      .discord-message-edited { margin-left: 4px; font-size: 0.625rem; }
      .discord-message-content { min-width: 0; padding-top: 0; line-height: 1.375rem; }
      .discord-message-body-only-indent { flex: none; width: 56px; font-size: 0.625rem; margin: 0; }
      .discord-message-inner-center { align-items: flex-start; }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`:host .discord-author-username { color: var(--strong); font-weight: 600; } :host .discord-author-username:hover { cursor: default; text-decoration: none; }`,
  ],
  [DiscordReply, quote],
  [DiscordCommand, quote],
  [
    DiscordMention,
    css`
      :host { color: var(--mention-text); background: var(--mention); cursor: default; }
      :host(:hover) { color: var(--mention-text); background: var(--mention); }
    `,
  ],
  [DiscordTime, css`:host { background: var(--hover); }`],
  [DiscordVerifiedAuthorTag, css`:host .discord-application-tag { background: var(--brand); }`],
];

export function styleComponents(): void {
  for (const [component, skin] of SKINS) {
    component.elementStyles = [...component.elementStyles, skin.styleSheet ?? skin];
  }
}
