/** The load: commands and suggestions as many different members cause them, made ready before they are sent. */
import type { APIInteraction, APIUser } from "discord-api-types/v10";
import type { Sandbox } from "discord-sandbox";
import { fillIn } from "discord-sandbox/command-options";
import { describeAutocomplete, describeSlash } from "discord-sandbox/interaction-payloads";
import type { Channel } from "discord-sandbox/model";
import { ENGLISH } from "discord-sandbox/payloads";
import { addUser } from "discord-sandbox/store";
import type { Chooser } from "../common/random.js";
import type { Texts } from "../common/texts.js";

export interface LoadQuestion {
  readonly payload: APIInteraction;
  readonly invoker: APIUser;
  readonly channel: Channel;
}

/** Nobody asks so often that the bot tells them to wait, and nowhere so often that it links to the answer just given. */
const MEMBERS = 6000;
const CHANNELS = 300;

export const CHANNEL_NAMES = Array.from({ length: CHANNELS }, (_, index) => `channel-${index}`);

const KINDS = { ask: 45, "ban-status": 20, apps: 5, timeline: 5, sources: 5, autocomplete: 20 };

/**
 * Returns a function that makes the next question. The commands must be registered by then. If `areFresh`, no question
 * comes twice: each ends with a number.
 */
export function createQuestionSource({ store }: Sandbox, texts: Texts, random: Chooser, areFresh: boolean) {
  const members = Array.from({ length: MEMBERS }, (_, index) => addUser(store, `member ${index}`));
  const channels = [...store.channels.values()].filter(({ guildId }) => guildId !== undefined);
  let turn = 0;
  return (): LoadQuestion => {
    turn += 1;
    const invoker = members[turn % MEMBERS] as APIUser;
    const channel = random.pick(channels);
    const origin = { store, user: invoker, channel, locale: ENGLISH, permissions: store.botPermissions };
    const slash = (name: string, options = {}): LoadQuestion => ({
      payload: describeSlash(origin, fillIn(store, name, options, channel)),
      invoker,
      channel,
    });
    const kind = random.weigh(KINDS);
    switch (kind) {
      case "ask":
        return slash("ask", { question: random.pick(texts.questions) + (areFresh ? ` ${turn}` : "") });
      case "ban-status":
        return slash("ban-status", { app: random.pick(texts.apps) || "alipay" });
      case "autocomplete": {
        const typed = fillIn(store, "ban-status", { app: random.pick(texts.apps) }, channel, "app");
        return { payload: describeAutocomplete(origin, typed), invoker, channel };
      }
      default:
        return slash(kind);
    }
  };
}
