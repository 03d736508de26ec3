/** The events of the store: the gateway's dispatches, before any session's intents are applied. */
import type {
  APIInteraction,
  APIThreadChannel,
  GatewayChannelUpdateDispatchData,
  GatewayMessageCreateDispatchData,
  GatewayMessageDeleteDispatchData,
  GatewayMessageUpdateDispatchData,
  GatewayTypingStartDispatchData,
} from "discord-api-types/v10";

export type StoreEvent =
  | { t: "MESSAGE_CREATE"; d: GatewayMessageCreateDispatchData }
  | { t: "MESSAGE_UPDATE"; d: GatewayMessageUpdateDispatchData }
  | { t: "MESSAGE_DELETE"; d: GatewayMessageDeleteDispatchData }
  | { t: "CHANNEL_UPDATE"; d: GatewayChannelUpdateDispatchData }
  | { t: "TYPING_START"; d: GatewayTypingStartDispatchData }
  | { t: "THREAD_CREATE"; d: APIThreadChannel & { newly_created: true } }
  | { t: "INTERACTION_CREATE"; d: APIInteraction };
