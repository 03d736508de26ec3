/** The one place that sends to Discord, and that knows what can go wrong there. */
import type { Client } from "discord.js";
import type { Logger } from "pino";
import type { Counters } from "../common/counters.js";
import type { BotTimes } from "../common/times.js";
import { createCalls } from "./calls.js";
import { createChannelMessages } from "./channel-messages.js";
import { createInteractionDelivery } from "./interaction-delivery.js";
import { createReplyDelivery } from "./reply-delivery.js";

export type Delivery = Readonly<ReturnType<typeof createDelivery>>;

/** No method rejects if a call to Discord fails: the failure is counted, logged, and reported to the asker if possible. */
export function createDelivery(client: Client, log: Logger, counters: Counters, times: BotTimes) {
  const calls = createCalls(log, counters, times);
  const channels = createChannelMessages(client, calls);
  return {
    /** Starts the clock of an event. */
    received: calls.receivedAt,
    ...createInteractionDelivery(calls, times),
    ...channels,
    ...createReplyDelivery(client, calls, times, channels),
  };
}
