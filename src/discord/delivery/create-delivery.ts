/** Creates the one place that sends to Discord, and that knows what can go wrong there. */
import type { Logger } from "pino";
import type { Counters } from "../common/counters.js";
import { type AttemptTimes, createAttempt } from "./attempts.js";
import type { Delivery } from "./delivery.js";
import { createInteractionDelivery, type InteractionTimes } from "./interaction-delivery.js";
import { createMessageDelivery, type MessageTimes } from "./message-delivery.js";
import { createReporter } from "./reporter.js";

export interface DeliveryTimes extends AttemptTimes, InteractionTimes, MessageTimes {}

export function createDelivery(log: Logger, counters: Counters, times: DeliveryTimes, now: () => number): Delivery {
  const tools = { log, now, attempt: createAttempt(times, now), reporter: createReporter(log, counters), counters };
  const interactions = createInteractionDelivery(tools, times);
  const messages = createMessageDelivery(tools, times);
  return {
    ...interactions,
    ...messages,
    received: (event) => ("author" in event ? messages.received(event) : interactions.received(event)),
  };
}
