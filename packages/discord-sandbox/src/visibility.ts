/** What a session receives by its intents. Message content is withheld without the privileged one. */
import { type APIBaseMessage, GatewayIntentBits } from "discord-api-types/v10";
import type { StoreEvent } from "./model.js";
import type { Store } from "./store.js";

const { Guilds, GuildMembers, GuildMessages, GuildMessageTyping, GuildPresences } = GatewayIntentBits;
const { DirectMessages, DirectMessageTyping, MessageContent } = GatewayIntentBits;

export const PRIVILEGED = GuildMembers | GuildPresences | MessageContent;

export function isIntended(event: StoreEvent, intents: number): boolean {
  if (event.t === "INTERACTION_CREATE") return true;
  if (event.t === "THREAD_CREATE" || event.t === "CHANNEL_UPDATE") return (intents & Guilds) !== 0;
  const [guild, direct] =
    event.t === "TYPING_START" ? [GuildMessageTyping, DirectMessageTyping] : [GuildMessages, DirectMessages];
  return (intents & (event.d.guild_id ? guild : direct)) !== 0;
}

/** Returns the event's data as a session with these intents sees it. */
export function redact(store: Store, event: StoreEvent, intents: number): StoreEvent["d"] {
  const isMessage = event.t === "MESSAGE_CREATE" || event.t === "MESSAGE_UPDATE";
  return isMessage ? stripContent(store, event.d, intents) : event.d;
}

export function stripContent<Message extends APIBaseMessage>(store: Store, message: Message, intents: number): Message {
  if (intents & MessageContent) return message;
  const quoted = message.referenced_message;
  const visible = quoted ? { ...message, referenced_message: stripContent(store, quoted, intents) } : message;
  return concernsBot(store, message)
    ? visible
    : { ...visible, content: "", embeds: [], attachments: [], components: [] };
}

/** Its own messages, direct messages, mentions, and replies that ping one of its ordinary messages. */
function concernsBot(store: Store, message: APIBaseMessage): boolean {
  if (message.author.id === store.bot.id) return true;
  if (!store.channels.get(message.channel_id)?.guildId) return true;
  if (new RegExp(`<@!?${store.bot.id}>`).test(message.content)) return true;
  const pinged = (message as { mentions?: { id: string }[] }).mentions?.some(({ id }) => id === store.bot.id);
  return pinged === true && !message.referenced_message?.interaction_metadata;
}
