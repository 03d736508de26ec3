/** The text that a message shows to its readers. */
import { ComponentType, type Embed, type Message, type MessageSnapshot } from "discord.js";

/**
 * Returns what people wrote in `message`, without mentions, channels and custom emoji. If there is nothing but links,
 * returns what the message shows instead: a forwarded message, a poll's question, text components or embeds.
 */
export function textOf(message: Message): string {
  const own = clean(message.content);
  if (own.replace(/<?https?:\/\/\S+/g, "").trim() !== "") return own;
  const shown = [
    ...message.messageSnapshots.map(({ content, ...snapshot }) => clean(content ?? "") || shownIn(snapshot)),
    message.poll?.question.text ?? "",
    shownIn(message),
  ];
  return shown.map(clean).find((text) => text !== "") ?? own;
}

const clean = (content: string): string =>
  content
    .replace(/<(?:@[!&]?|#|a?:\w+:)\d+>/g, " ")
    .replace(/\s+/g, " ")
    .trim();

const shownIn = ({ components, embeds }: Pick<Message | MessageSnapshot, "components" | "embeds">): string =>
  [...textsOf(components ?? []), ...(embeds ?? []).flatMap(textsOfEmbed)].join(" ");

/** Containers and sections hold text displays. */
const textsOf = (components: readonly { readonly type: ComponentType }[]): string[] =>
  components.flatMap((component) => {
    if (component.type === ComponentType.TextDisplay && "content" in component) return [String(component.content)];
    return "components" in component && Array.isArray(component.components) ? textsOf(component.components) : [];
  });

const textsOfEmbed = ({ title, description, fields }: Embed): string[] =>
  [title, description, ...fields.flatMap(({ name, value }) => [name, value])].filter((text) => text !== null);
