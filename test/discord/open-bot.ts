/** Opens a bot without a state folder and without data files or metrics, unless the test gives it some. */
import { type BotOptions as AllOptions, type Bot, openBot as open } from "../../src/discord/bot.js";
import { createBotMemory } from "../../src/discord/context/bot-memory.js";

type State = "channels" | "reload" | "review" | "memory" | "recorder";

export type BotOptions = Omit<AllOptions, State> & Partial<Pick<AllOptions, State>>;

export const openBot = (options: BotOptions): Promise<Bot> =>
  open({
    channels: {
      of: () => ({ listed: {} }),
      isAnyListed: () => false,
      change: async () => ({ kind: "failed", problem: "This bot was started without a place to keep settings." }),
    },
    reload: async () => ({ kind: "unchanged", version: options.context().version }),
    review: async () => ({ kind: "bad", problems: ["This bot was started without data files."], paste: [] }),
    memory: createBotMemory(),
    recorder: { count() {}, decided() {}, answered() {}, refused() {} },
    ...options,
  });
