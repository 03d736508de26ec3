/** Mentions as people read them in the message box, and as Discord has them in a message. */
import type { State } from "./state.js";

const namesOf = ({ snapshot }: State): [shown: string, sent: string][] => {
  if (snapshot === undefined) return [];
  const users = [snapshot.bot, ...snapshot.people].map(({ id, name }): [string, string] => [`@${name}`, `<@${id}>`]);
  const channels = snapshot.channels.filter(({ directFor }) => directFor === undefined);
  const all = [...users, ...channels.map(({ id, name }): [string, string] => [`#${name}`, `<#${id}>`])];
  // "@ada" must not be found inside "@adam".
  return all.sort(([a], [b]) => b.length - a.length);
};

export function toSent(text: string, state: State): string {
  return namesOf(state).reduce(
    (all, [shown, sent]) => all.replace(new RegExp(`(?<![\\w<])${quote(shown)}(?!\\w)`, "g"), sent),
    text,
  );
}

export function toShown(text: string, state: State): string {
  return namesOf(state).reduce((all, [shown, sent]) => all.replaceAll(sent, shown), text);
}

const quote = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
