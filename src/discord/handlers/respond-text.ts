/** Responds with a sentence that only the user sees. */
import type { RepliableInteraction } from "discord.js";
import type { BotContext } from "../context/bot-context.js";
import { renderText } from "../payloads/rendering.js";

export const respondText = (interaction: RepliableInteraction, text: string, { delivery }: BotContext): Promise<void> =>
  delivery.respond(interaction, renderText(text), "privately");
