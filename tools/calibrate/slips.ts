/** Misspells a text as hands do: letters swapped, dropped, doubled, or hit beside their key. */

const KEYS = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** One slip for each started run of so many words that are long enough to stay readable. */
const WORDS_PER_SLIP = 8;
const LONG_WORD = /[a-z]{4,}/gi;

/** Returns `text` with slips in some of its longer words; as it is where it has none. `random` gives 0 to 1. */
export function misspell(text: string, random: () => number): string {
  const count = text.match(LONG_WORD)?.length ?? 0;
  const slips = Math.ceil(count / WORDS_PER_SLIP);
  const chosen = new Set(Array.from({ length: slips }, () => Math.floor(random() * count)));
  let at = 0;
  return text.replace(LONG_WORD, (word) => (chosen.has(at++) ? slipIn(word, random) : word));
}

/** Changes a letter or two of `word`, never the first: hands know how it begins. */
function slipIn(word: string, random: () => number): string {
  const at = 1 + Math.floor(random() * (word.length - 2));
  const [before, letter = "", next = "", after] = [word.slice(0, at), word[at], word[at + 1], word.slice(at + 2)];
  switch (Math.floor(random() * 4)) {
    case 0:
      return before + next + letter + after;
    case 1:
      return before + next + after;
    case 2:
      return before + letter + letter + next + after;
    default:
      return before + neighbourOf(letter, random) + next + after;
  }
}

function neighbourOf(letter: string, random: () => number): string {
  const row = KEYS.find((keys) => keys.includes(letter.toLowerCase())) ?? "";
  const at = row.indexOf(letter.toLowerCase());
  const near = [row[at - 1], row[at + 1]].filter((key) => key !== undefined);
  return near[Math.floor(random() * near.length)] ?? letter;
}
