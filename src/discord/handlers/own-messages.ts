/** Reads the bot's own messages: their buttons say what they answered and for whom. */
import { ComponentType, type Message } from "discord.js";
import { type About, formatPress, type Press, parsePress } from "../payloads/buttons.js";

/** What the buttons below `message` carry, in their order. */
export const pressesOf = ({ components }: Pick<Message, "components">): Press[] =>
  components.flatMap((row) =>
    row.type !== ComponentType.ActionRow
      ? []
      : row.components.flatMap((button) =>
          button.type === ComponentType.Button ? (parsePress(button.customId ?? "") ?? []) : [],
        ),
  );

/** What `message` answered; undefined where it gave no answer that has a label. */
export function answeredBy(message: Pick<Message, "components">): (About & Required<Pick<About, "label">>) | undefined {
  const about = pressesOf(message).find((press) => press.kind === "why");
  if (about?.kind !== "why" || about.label === undefined) return undefined;
  return { label: about.label, ...(about.on && { on: about.on }) };
}

/** Whoever caused `message`, where it says so. */
export function askerOf(message: Pick<Message, "components">): string | undefined {
  const found = pressesOf(message).find((press) => press.kind === "delete");
  return found?.kind === "delete" ? found.asker : undefined;
}

/** One text for each answer, by which a repetition is known: an answer from other data is no repetition. */
export const keyOf = ({ label, on }: About, version: string): string =>
  `${version} ${formatPress({ kind: "why", ...(label && { label }), ...(on && { on }) })}`;
