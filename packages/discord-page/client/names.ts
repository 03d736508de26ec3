/** What ids in messages stand for on this page, and how a message is named where there is room for one line. */
import type { Names } from "./markdown-view.js";
import { channelOf, personOf, type State } from "./state.js";

/** Where a message is on the page; the element has this id. */
export const anchorOf = (id: string): string => `message-${id}`;

const MESSAGE_LINK = /^https:\/\/discord\.com\/channels\/(?:@me|\d+)\/(\d+)\/(\d+)$/;

export const namesIn = (state: State): Names => ({
  user: (id) => (id === state.snapshot?.bot.id ? state.snapshot.bot.name : personOf(state, id)?.name),
  channel: (id) => channelOf(state, id)?.name,
  jump(url) {
    const [, channel = "", message = ""] = MESSAGE_LINK.exec(url) ?? [];
    const found = channelOf(state, channel);
    return found && { address: `#${anchorOf(message)}`, label: `#${found.name} › message` };
  },
});

/** The first line that has words in it, without links and formatting: what stands around it may be a link itself. */
export function firstLine(content: string, names: Names): string {
  const line = content.split("\n").find((text) => text.trim() !== "") ?? "";
  const plain = line
    .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/<@!?(\d+)>/g, (_, id) => `@${names.user(id) ?? "unknown-user"}`)
    .replace(/<#(\d+)>/g, (_, id) => `#${names.channel(id) ?? "unknown"}`)
    .replace(/^(?:-#|>|#{1,3})\s+/, "")
    .replace(/\\([^\w\s])|\*\*|__|~~|`/g, "$1");
  return plain || "(no text)";
}
