/** The requests of the page, checked once as they come in. */
import { Locale } from "discord-api-types/v10";
import { z } from "zod";

const id = z.string().regex(/^\d{17,20}$/);
const options = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));
/** The person who acts, and the language of that person's client. */
const as = { as: id, locale: z.enum(Locale) };

const request = z.discriminatedUnion("do", [
  z.strictObject({
    ...as,
    do: z.literal("say"),
    channel: id,
    text: z.string(),
    replyTo: id.optional(),
    ping: z.boolean().optional(),
  }),
  z.strictObject({ ...as, do: z.literal("edit"), channel: id, post: id, text: z.string() }),
  z.strictObject({ ...as, do: z.literal("remove"), channel: id, post: id }),
  z.strictObject({ ...as, do: z.literal("offered"), channel: id }),
  z.strictObject({ ...as, do: z.literal("slash"), channel: id, name: z.string(), options }),
  z.strictObject({ ...as, do: z.literal("complete"), channel: id, name: z.string(), options, focused: z.string() }),
  z.strictObject({ ...as, do: z.literal("press"), channel: id, post: id, customId: z.string() }),
  z.strictObject({ ...as, do: z.literal("menu"), channel: id, post: id, name: z.string() }),
  /** `action` is the interaction that the bot answered with the modal. */
  z.strictObject({ ...as, do: z.literal("submit"), action: id, values: z.record(z.string(), z.string()) }),
  z.strictObject({ ...as, do: z.literal("records"), channel: id, post: id }),
]);

const envelope = z.strictObject({ number: z.number().int(), request });

export type PageRequest = z.output<typeof request>;
type Envelope = z.output<typeof envelope>;

/** Returns undefined for a message that the page never sends. */
export function parseEnvelope(text: string): Envelope | undefined {
  try {
    return envelope.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
