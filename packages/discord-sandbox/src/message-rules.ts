/** Discord's limits on a message: those its OpenAPI file states loosely or not at all. */
import { type Component, complainAboutComponents } from "./component-rules.js";
import { badLength, type Complaint, emptyMessage, invalidBody, type Refusal, required, tooLong } from "./refusals.js";

export interface MessageBody {
  content?: string | null;
  embeds?: Embed[] | null;
  components?: Component[] | null;
  allowed_mentions?: AllowedMentions | null;
  message_reference?: { message_id?: string; channel_id?: string; fail_if_not_exists?: boolean; type?: number } | null;
  nonce?: string | number | null;
  enforce_nonce?: boolean | null;
  flags?: number | null;
  tts?: boolean | null;
  attachments?: { id: string | number; filename?: string; description?: string }[] | null;
  sticker_ids?: string[] | null;
  poll?: unknown;
}

export interface AllowedMentions {
  parse?: ("users" | "roles" | "everyone")[];
  users?: string[];
  roles?: string[];
  replied_user?: boolean;
}

export interface Embed {
  title?: string;
  description?: string;
  fields?: { name?: string; value?: string; inline?: boolean }[];
  footer?: { text?: string };
  author?: { name?: string };
  image?: unknown;
  thumbnail?: unknown;
  video?: unknown;
  url?: string;
}

export const COMPONENTS_V2 = 1 << 15;

/** What the message would hold once written; an edit is judged by its result. */
export function refuseMessage(body: MessageBody, holds: { anything: boolean; flags: number }): Refusal | undefined {
  const shape = complainAboutShape(body);
  if (shape.length > 0) return invalidBody(shape);
  const layout = (holds.flags & COMPONENTS_V2) !== 0;
  const complaints = [
    ...((body.content?.length ?? 0) > 2000 ? [tooLong(["content"], 2000)] : []),
    ...(String(body.nonce ?? "").length > 25 ? [tooLong(["nonce"], 25)] : []),
    ...complainAboutEmbeds(body.embeds ?? []),
    ...complainAboutMentions(body.allowed_mentions ?? {}),
    ...complainAboutComponents(body.components ?? [], layout),
    ...(layout ? complainAboutLegacyFields(body) : []),
  ];
  if (complaints.length > 0) return invalidBody(complaints);
  return holds.anything ? undefined : emptyMessage();
}

const SHAPES = {
  content: [(value: unknown) => typeof value === "string", "STRING_TYPE_CONVERT", "Could not interpret as string."],
  embeds: [isListOfObjects, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"],
  components: [isListOfObjects, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"],
  attachments: [isListOfObjects, "LIST_TYPE_CONVERT", "Only iterables may be used in a ListType"],
  flags: [Number.isSafeInteger, "NUMBER_TYPE_COERCE", "Value is not an integer."],
  allowed_mentions: [isObject, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"],
  message_reference: [isObject, "MODEL_TYPE_CONVERT", "Only dictionaries may be used in a ModelType"],
} as const;

function complainAboutShape(body: MessageBody): Complaint[] {
  return Object.entries(SHAPES).flatMap(([field, [fits, code, message]]) => {
    const value: unknown = body[field as keyof typeof SHAPES];
    return value === undefined || value === null || fits(value) ? [] : [{ path: [field], code, message }];
  });
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isListOfObjects(value: unknown): boolean {
  return Array.isArray(value) && value.every(isObject);
}

function complainAboutLegacyFields(body: MessageBody): Complaint[] {
  const legacy = ["content", "embeds", "poll", "sticker_ids"] as const;
  return legacy
    .filter((field) => (Array.isArray(body[field]) ? body[field].length > 0 : body[field]))
    .map((field) => ({
      path: [field],
      code: "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
      message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
    }));
}

function complainAboutMentions({ parse = [], users = [], roles = [] }: AllowedMentions): Complaint[] {
  const exclusive = Object.entries({ users, roles }).filter(
    ([kind, ids]) => ids.length > 0 && parse.some((parsed) => parsed === kind),
  );
  const tooMany = Object.entries({ users, roles }).filter(([, ids]) => ids.length > 100);
  return [
    ...exclusive.map(([kind]) => ({
      path: ["allowed_mentions"],
      code: "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE",
      message: `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`,
    })),
    ...tooMany.map(([kind]) => badLength(["allowed_mentions", kind], 0, 100)),
  ];
}

function complainAboutEmbeds(embeds: readonly Embed[]): Complaint[] {
  const complaints = embeds.flatMap((embed, index) => complainAboutEmbed(embed, ["embeds", index]));
  if (embeds.length > 10) complaints.push(badLength(["embeds"], 0, 10));
  if (embeds.reduce((sum, embed) => sum + sizeOf(embed), 0) > 6000) {
    const message = "Embed size exceeds maximum size of 6000";
    complaints.push({ path: ["embeds"], code: "MAX_EMBED_SIZE_EXCEEDED", message });
  }
  return complaints;
}

function complainAboutEmbed(embed: Embed, path: Complaint["path"]): Complaint[] {
  const complaints: Complaint[] = [];
  const limit = (text: string | undefined, most: number, ...where: (string | number)[]) => {
    if ((text?.length ?? 0) > most) complaints.push(tooLong([...path, ...where], most));
  };
  limit(embed.title, 256, "title");
  limit(embed.description, 4096, "description");
  limit(embed.footer?.text, 2048, "footer", "text");
  limit(embed.author?.name, 256, "author", "name");
  const fields = embed.fields ?? [];
  if (fields.length > 25) complaints.push(badLength([...path, "fields"], 0, 25));
  for (const [index, field] of fields.entries()) {
    limit(field.name, 256, "fields", index, "name");
    limit(field.value, 1024, "fields", index, "value");
    if (!field.name) complaints.push(required([...path, "fields", index, "name"]));
    if (!field.value) complaints.push(required([...path, "fields", index, "value"]));
  }
  const visible = sizeOf(embed) > 0 || embed.image || embed.thumbnail || embed.video || embed.url;
  return visible ? complaints : [...complaints, required([...path, "description"])];
}

function sizeOf({ title = "", description = "", fields = [], footer, author }: Embed): number {
  const texts = [title, description, footer?.text, author?.name, ...fields.flatMap(({ name, value }) => [name, value])];
  return texts.reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
