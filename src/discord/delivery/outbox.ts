/** Gets what was decided to Discord: the one place that talks to REST, and that knows what can go wrong there. */
import type { Logger } from "pino";
import type { Tally } from "../common/tally.js";
import { type AttemptTimes, createAttempt } from "./attempts.js";
import type { Delivery } from "./delivery.js";
import { createInteractionDelivery, type InteractionTimes } from "./interaction-delivery.js";
import { createMessageDelivery, type MessageTimes } from "./message-delivery.js";
import { createReceipts } from "./receipts.js";
import { createReporter } from "./reporter.js";

export interface DeliveryTimes extends AttemptTimes, InteractionTimes, MessageTimes {}

export function createDelivery(log: Logger, tally: Tally, times: DeliveryTimes, now: () => number): Delivery {
  const attempt = createAttempt(times, now);
  const tools = { log, now, receipts: createReceipts(now), attempt, reporter: createReporter(log, tally), tally };
  const interactions = createInteractionDelivery(tools, times);
  return {
    ...interactions,
    ...createMessageDelivery(tools, times),
    received: (event) => ("author" in event ? void tools.receipts.of(event) : interactions.received(event)),
  };
}
