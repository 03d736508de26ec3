/** Turns the body of a bot's request into the message that Discord would store. */
import {
  AllowedMentionsTypes,
  type APIAllowedMentions,
  type APIAttachment,
  type APIEmbed,
  type APIMessage,
  type APIMessageTopLevelComponent,
  type APIUser,
  ComponentType,
  MessageFlags,
} from "discord-api-types/v10";
import { everyComponent } from "./component-schema.js";
import { type MessageBody, refuseMessage } from "./message-schema.js";
import type { Post } from "./model.js";
import { revise } from "./posts.js";
import { isRefusal, type Refusal } from "./refusals.js";
import type { Store } from "./store.js";

export interface Upload {
  filename: string;
  contentType: string;
  size: number;
}

export interface Draft {
  /** The body of the request, not yet checked. */
  body?: unknown;
  uploads: readonly Upload[];
  /** Discord's default for who is pinged: everyone in a channel message, only users in an answer to an interaction. */
  pings?: APIAllowedMentions;
  /** Whom the message replies to. */
  repliesTo?: APIUser | undefined;
}

type Written = Pick<
  APIMessage,
  "content" | "embeds" | "components" | "attachments" | "mentions" | "mention_everyone" | "flags"
>;

const { User, Role, Everyone } = AllowedMentionsTypes;
export const CHANNEL_PINGS: APIAllowedMentions = { parse: [User, Role, Everyone], replied_user: true };
export const USER_PINGS: APIAllowedMentions = { parse: [User] };

const { SuppressEmbeds, SuppressNotifications, Ephemeral, IsComponentsV2, Loading } = MessageFlags;
const SETTABLE_FLAGS = SuppressEmbeds | Ephemeral | SuppressNotifications | IsComponentsV2;

/** `before` is the message being edited; fields that the body leaves out stay as they were. */
export function writeMessage(store: Store, draft: Draft, before?: APIMessage): Written | Refusal {
  const { uploads, pings = USER_PINGS, repliesTo } = draft;
  const body = (draft.body ?? {}) as MessageBody;
  const flags = combineFlags(body.flags ?? 0, before);
  const content = body.content === undefined ? (before?.content ?? "") : (body.content ?? "");
  const embeds = body.embeds === undefined ? (before?.embeds ?? []) : (body.embeds ?? []);
  const components = body.components === undefined ? (before?.components ?? []) : (body.components ?? []);
  const attached = uploads.length + (body.attachments ?? before?.attachments ?? []).length;
  const anything = [content.toString().trim(), embeds, components, body.sticker_ids ?? []].some(
    (part) => part.length > 0,
  );
  const refusal = refuseMessage(body, { anything: anything || attached > 0 || Boolean(body.poll), flags });
  if (refusal) return refusal;
  return {
    content: content.trim(),
    flags,
    embeds: body.embeds ? completeEmbeds(embeds) : embeds,
    components: completeComponents(components),
    attachments: writeAttachments(store, body, uploads, before?.attachments ?? []),
    ...findMentions(store, content, body.allowed_mentions ?? pings, repliesTo),
  };
}

/** Writes a draft over `post`. Returns why that is not possible, or undefined once it is done. */
export function rewrite(store: Store, post: Post, draft: Draft): Refusal | undefined {
  const written = writeMessage(store, draft, post.message);
  if (isRefusal(written)) return written;
  revise(store, post, written);
  return;
}

/** An edit may not make a message ephemeral or take its layout back; writing to it ends "is thinking…". */
function combineFlags(asked: number, before: APIMessage | undefined): number {
  if (!before) return asked & SETTABLE_FLAGS;
  return ((before.flags ?? 0) & ~Loading) | (asked & SETTABLE_FLAGS & ~Ephemeral);
}

export function findMentions(
  store: Store,
  text: string,
  { parse = [], users = [], replied_user: pingsAuthor = false }: APIAllowedMentions,
  repliesTo?: APIUser,
): Pick<APIMessage, "mentions" | "mention_everyone"> {
  const named = [...text.matchAll(/<@!?(\d+)>/g)].map(([, id]) => store.users.get(id ?? ""));
  const pinged = named.filter((user) => user && (parse.includes(User) || users.includes(user.id)));
  if (repliesTo && pingsAuthor) pinged.push(repliesTo);
  return {
    mentions: [...new Set(pinged)].filter((user) => user !== undefined),
    mention_everyone: parse.includes(Everyone) && /@(everyone|here)\b/.test(text),
  };
}

function completeEmbeds(embeds: readonly APIEmbed[]): APIEmbed[] {
  return embeds.map((embed) => ({
    ...embed,
    type: "rich" as NonNullable<APIEmbed["type"]>,
    ...(embed.fields && { fields: embed.fields.map((field) => ({ ...field, inline: field.inline ?? false })) }),
  }));
}

/** Discord numbers every component and fills in what a request may leave out. */
function completeComponents(components: readonly APIMessageTopLevelComponent[]): APIMessageTopLevelComponent[] {
  const copy = structuredClone([...components]);
  const every = everyComponent(copy);
  const taken = new Set(every.map(({ component }) => component.id));
  let next = 1;
  for (const { component } of every) {
    while (taken.has(next)) next += 1;
    if (!component.id) component.id = next++;
    Object.assign(component, { ...DEFAULTS[component.type], ...component });
  }
  return copy;
}

const SELECT = { min_values: 1, max_values: 1 };
const DEFAULTS: Record<number, object> = {
  [ComponentType.StringSelect]: SELECT,
  [ComponentType.UserSelect]: SELECT,
  [ComponentType.RoleSelect]: SELECT,
  [ComponentType.MentionableSelect]: SELECT,
  [ComponentType.ChannelSelect]: SELECT,
  [ComponentType.Thumbnail]: { description: null, spoiler: false },
  [ComponentType.Separator]: { divider: true, spacing: 1 },
  [ComponentType.Container]: { accent_color: null, spoiler: false },
};

function writeAttachments(
  store: Store,
  body: MessageBody,
  uploads: readonly Upload[],
  kept: readonly APIAttachment[],
): APIAttachment[] {
  const described = body.attachments ?? [];
  const staying = body.attachments ? kept.filter(({ id }) => described.some((one) => String(one.id) === id)) : kept;
  const added = uploads.map((upload, index): APIAttachment => {
    const id = store.nextId();
    const description = described.find((one) => String(one.id) === String(index))?.description;
    const url = `http://127.0.0.1/attachments/${id}/${encodeURIComponent(upload.filename)}`;
    return {
      id,
      filename: upload.filename,
      content_type: upload.contentType,
      size: upload.size,
      url,
      proxy_url: url,
      ...(description && { description }),
    };
  });
  return [...staying, ...added];
}
