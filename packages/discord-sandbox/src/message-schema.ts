/** Discord's limits on a message: those its OpenAPI file states loosely or not at all. */
import { MessageFlags, type RESTPostAPIChannelMessageJSONBody } from "discord-api-types/v10";
import { z } from "zod";
import { componentsSchema } from "./component-schema.js";
import { emptyMessage, type Refusal } from "./refusals.js";
import { list, REQUIRED, refuseBody, report, rule, text } from "./validation.js";

const MOST_IN_EMBEDS = 6000;

const embedFields = z.looseObject({
  title: text(0, 256).nullish(),
  description: text(0, 4096).nullish(),
  fields: list(z.looseObject({ name: text(1, 256), value: text(1, 1024) }), 0, 25).nullish(),
  footer: z.looseObject({ text: text(0, 2048).nullish() }).nullish(),
  author: z.looseObject({ name: text(0, 256).nullish() }).nullish(),
});

const embed = embedFields.check(
  rule((one) => sizeOf(one) === 0 && !["image", "thumbnail", "video", "url"].some((field) => one[field]), ...REQUIRED, [
    "description",
  ]),
);

function sizeOf({ title, description, fields, footer, author }: z.output<typeof embedFields>): number {
  const inFields = (fields ?? []).flatMap(({ name, value }) => [name, value]);
  const texts = [title, description, footer?.text, author?.name, ...inFields];
  return texts.reduce((sum, own) => sum + (own?.length ?? 0), 0);
}

const ids = list(z.union([z.string(), z.number()]), 0, 100).optional();
const mentions = z
  .looseObject({
    parse: z.array(z.enum(["users", "roles", "everyone"])).optional(),
    users: ids,
    roles: ids,
    replied_user: z.boolean().nullish(),
  })
  .check((payload) => {
    for (const kind of ["users", "roles"] as const)
      if (payload.value.parse?.includes(kind) && (payload.value[kind]?.length ?? 0) > 0) {
        const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
        report(payload, "MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE", message);
      }
  });

const LEGACY_FIELDS = ["content", "embeds", "poll", "sticker_ids"] as const;

const messageSchema = (isLayout: boolean) =>
  z
    .looseObject({
      content: text(0, 2000).nullish(),
      nonce: z.union([text(0, 25), z.int()]).nullish(),
      embeds: list(embed, 0, 10)
        .check(
          rule(
            (embeds) => embeds.reduce((sum, one) => sum + sizeOf(one), 0) > MOST_IN_EMBEDS,
            "MAX_EMBED_SIZE_EXCEEDED",
            `Embed size exceeds maximum size of ${MOST_IN_EMBEDS}`,
          ),
        )
        .nullish(),
      allowed_mentions: mentions.nullish(),
      components: componentsSchema(isLayout).nullish(),
      attachments: z.array(z.looseObject({})).nullish(),
      flags: z.int().nullish(),
      message_reference: z.looseObject({}).nullish(),
    })
    .check((payload) => {
      for (const field of isLayout ? LEGACY_FIELDS : []) {
        const value = payload.value[field];
        if (Array.isArray(value) ? value.length > 0 : value) {
          const message = `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`;
          report(payload, "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2", message, [field]);
        }
      }
    });

const MESSAGE = messageSchema(false);
const LAYOUT_MESSAGE = messageSchema(true);

type OrNull<T> = { [Field in keyof T]: T[Field] | null };

/** Of a new message or of an edit; null stands for what is left out. */
export type MessageBody = OrNull<RESTPostAPIChannelMessageJSONBody>;

/** What the message would hold once written; an edit is judged by its result. */
export function refuseMessage(body: MessageBody, holds: { anything: boolean; flags: number }): Refusal | undefined {
  const isLayout = (holds.flags & MessageFlags.IsComponentsV2) !== 0;
  return refuseBody(isLayout ? LAYOUT_MESSAGE : MESSAGE, body) ?? (holds.anything ? undefined : emptyMessage());
}
