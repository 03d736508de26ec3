/** Reads the `app` field of a command, which holds a name and no question, while it is typed and when it is sent. */
import Fuse from "fuse.js";
import type { Knowledge } from "../data/knowledge.js";
import { createSpeller } from "../text/spelling.js";
import { isHan, tokenise } from "../text/text.js";
import type { AppNames } from "./app-names.js";
import { indexNames } from "./name-index.js";

export interface AppField {
  /** Returns the apps whose names are near what was typed so far, best first: for autocomplete. */
  nearest(typed: string, limit: number): readonly string[];
  /** Reads `typed` as a name: an everyday word may be one, and a short one may have a slip. */
  resolve(typed: string): AppFieldReading;
}

type AppFieldReading =
  | { readonly kind: "app"; readonly app: string }
  | { readonly kind: "several"; readonly apps: readonly [string, ...string[]] }
  /** No name, but near these: at least one. */
  | { readonly kind: "near"; readonly apps: readonly [string, ...string[]] }
  | { readonly kind: "unknown" };

/** Longer texts are no longer a name that is being typed, and the fuzzy search takes longer with them. */
const MAX_TYPED = 60;
/** The most apps offered for a bad misspelling, or where several are named. */
const MAX_OFFERED = 4;

export function createAppField(
  knowledge: Knowledge,
  { find, nearMisses }: Pick<AppNames, "find" | "nearMisses">,
): AppField {
  const names = indexNames(knowledge);
  const byLength = [...names.values()].sort((a, b) => a.key.length - b.key.length);
  /** "Temo" may be Temu, though in a sentence names as short as that must be right. */
  const shortSpeller = createSpeller(
    [...names].filter(([key]) => key.length >= 3 && key.length <= 5 && !isHan(key)),
    { slips: () => 1 },
  );
  const fuse = new Fuse(
    Object.values(knowledge.apps).map((app) => ({ id: app.id, names: [app.name, ...app.names] })),
    { keys: ["names"], includeScore: true, threshold: 0.34, ignoreLocation: true, minMatchCharLength: 2 },
  );

  /** Returns the apps with a name or a word in a name that begins with `key`, the shortest name first. */
  const beginningWith = (key: string): string[] => {
    const begun = byLength.filter(
      (name) => name.key.startsWith(key) || name.words.some((word) => word.startsWith(key)),
    );
    return key === "" ? [] : [...new Set(begun.flatMap(({ apps }) => apps))];
  };
  const shortMisses = (word: string): string[] => shortSpeller.nearest(word).flatMap(({ apps }) => apps);

  return {
    nearest(typed, limit) {
      // The fuzzy search takes some ten milliseconds, and this runs at every keystroke.
      const begun = beginningWith(tokenise(typed.slice(0, MAX_TYPED)).join(""));
      const found = begun.length > 0 ? begun : fuse.search(typed.slice(0, MAX_TYPED)).map(({ item }) => item.id);
      return found.slice(0, limit);
    },
    resolve(typed) {
      const tokens = tokenise(typed);
      const key = tokens.join("");
      const [app, ...others] = new Set(names.get(key)?.apps ?? find(tokens, true).flatMap(({ apps }) => apps));
      if (app !== undefined)
        return others.length === 0
          ? { kind: "app", app }
          : { kind: "several", apps: [app, ...others.slice(0, MAX_OFFERED - 1)] };
      const words = [key, ...tokens];
      const [near, ...further] = new Set([...words.flatMap(nearMisses), ...words.flatMap(shortMisses)]);
      if (near === undefined) return { kind: "unknown" };
      return { kind: "near", apps: [near, ...further.slice(0, MAX_OFFERED - 1)] };
    },
  };
}
