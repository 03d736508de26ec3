/** Indexes the names of all apps by their letters, without spaces and marks. */
import type { Knowledge } from "../data/knowledge.js";
import { tokenise } from "../text/text.js";

/** A name, with the apps that it means: several if it is ambiguous, the likeliest first. */
export interface Name {
  readonly apps: readonly [string, ...string[]];
  /** The apps that it means within a sentence, for which the data may choose one of several. */
  readonly inSentence: readonly [string, ...string[]];
  readonly written: string;
  readonly key: string;
  /** Its words, in all the ways of writing it: "wechat", "we", "chat". */
  readonly words: readonly string[];
}

export function indexNames({ apps, ambiguous }: Knowledge): Map<string, Name> {
  const index = new Map<string, Name>();
  const add = (written: string, meant: Name["apps"], inSentence: Name["apps"]) => {
    const words = tokenise(written);
    const key = words.join("");
    index.set(key, { apps: meant, inSentence, written, key, words: [...(index.get(key)?.words ?? []), ...words] });
  };
  for (const app of Object.values(apps))
    for (const name of [app.id, app.name, ...app.names]) add(name, [app.id], [app.id]);
  for (const [name, { means, "in-a-sentence": inSentence }] of Object.entries(ambiguous)) {
    const [first, ...rest] = means;
    if (first !== undefined) add(name, [first, ...rest], inSentence === undefined ? [first, ...rest] : [inSentence]);
  }
  return index;
}
