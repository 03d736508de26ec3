/** Reads the bot's own messages: their buttons say what they answered and for whom. */
import { ComponentType, type Message } from "discord.js";
import type { Label } from "../../core/values/label.js";
import { type AnswerRef, type ButtonAction, decodeCustomId, encodeCustomId } from "../payloads/button-action.js";

const actionsOf = ({ components }: Pick<Message, "components">): ButtonAction[] =>
  components.flatMap((row) =>
    row.type !== ComponentType.ActionRow
      ? []
      : row.components.flatMap((button) =>
          button.type === ComponentType.Button ? (decodeCustomId(button.customId ?? "") ?? []) : [],
        ),
  );

/** Returns what `message` answered; undefined if it gave no answer that has a label. */
export function answeredBy(message: Pick<Message, "components">): AnswerRef | undefined {
  const about = actionsOf(message).find((action) => action.kind === "why");
  return about?.kind === "why" && about.label ? about : undefined;
}

/** Returns the choices that `message` offered, in their order. */
export const offeredIn = (message: Pick<Message, "components">): readonly Label[] =>
  actionsOf(message).flatMap((action) => (action.kind === "answer" ? action.label : []));

/** Returns the id of the person who caused `message`, if it says so. */
export const askerOf = (message: Pick<Message, "components">): string | undefined =>
  actionsOf(message).find((action) => action.kind === "delete")?.asker;

/** One text for each answer, by which a repetition is known: an answer from other data is no repetition. */
export const keyOf = (about: AnswerRef, version: string): string =>
  `${version} ${encodeCustomId({ ...about, kind: "why" })}`;
