/** What ids in messages stand for on this page. */
import type { Names } from "./markdown-view.js";
import { channelOf, personOf, type State } from "./state.js";

/** Where a message is on the page; the element has this id. */
export const anchorOf = (id: string): string => `message-${id}`;

const MESSAGE_LINK = /^https:\/\/discord\.com\/channels\/(?:@me|\d+)\/(\d+)\/(\d+)$/;

export const namesIn = (state: State): Names => ({
  user: (id) => (id === state.scenery?.bot.id ? state.scenery.bot.name : personOf(state, id)?.name),
  channel: (id) => channelOf(state, id)?.name,
  jump(url) {
    const [, channel = "", message = ""] = MESSAGE_LINK.exec(url) ?? [];
    const found = channelOf(state, channel);
    return found && { address: `#${anchorOf(message)}`, label: `#${found.name} › message` };
  },
});
