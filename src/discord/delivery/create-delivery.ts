/** Creates the one place that sends to Discord, and that knows what can go wrong there. */
import type { Logger } from "pino";
import type { Counters } from "../common/counters.js";
import type { BotTimes } from "../common/times.js";
import { createAttempt } from "./attempts.js";
import { createChannelMessages } from "./channel-messages.js";
import type { Delivery } from "./delivery.js";
import { createInteractionDelivery } from "./interaction-delivery.js";
import { createReplyDelivery } from "./reply-delivery.js";
import { createReporter } from "./reporter.js";

export function createDelivery(log: Logger, counters: Counters, times: BotTimes, now: () => number): Delivery {
  const attempt = createAttempt(times, now);
  const attemptPatiently = <T>(call: () => Promise<T>) => attempt(call, now() + times.patience);
  const receipts = new WeakMap<object, number>();
  const receivedAt = (event: object): number => {
    const at = receipts.get(event) ?? now();
    receipts.set(event, at);
    return at;
  };
  const tools = { log, now, receivedAt, attempt, attemptPatiently, reporter: createReporter(log, counters), counters };
  const interactions = createInteractionDelivery(tools, times);
  const channels = createChannelMessages(tools);
  const replies = createReplyDelivery(tools, times, channels);
  return {
    ...interactions,
    ...channels,
    ...replies,
    edit: async (...message) => (await channels.edit(...message)) === "done",
    received: (event) => void receivedAt(event),
  };
}
