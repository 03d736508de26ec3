/** A channel that the bot reads unasked: one for questions to it, where each is answered, or one for chat. */
export type ChannelKind = "questions" | "chat";
