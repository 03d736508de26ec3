/** Finds the known name that a mistyped one was most likely meant to be. */
import { editDistance } from "./edit-distance.js";

/** The most characters of a name that may differ; never more than a third of it. */
const MOST_SLIPS = 4;

/**
 * Returns the name in `known` that is nearest to `typed`: equal except for case and marks, a few slips away, or with the
 * longest common beginning. Undefined if none is near.
 */
export function nearestName(typed: string, known: Iterable<string>): string | undefined {
  const key = keyOf(typed);
  const slips = Math.min(MOST_SLIPS, Math.floor(key.length / 3));
  const near = [...known].map((name) => ({
    name,
    distance: editDistance(key, keyOf(name), slips),
    shared: sharedStart(key, keyOf(name)),
  }));
  const slip = near.filter(({ distance }) => distance <= slips).sort((a, b) => a.distance - b.distance)[0];
  const start = near
    .filter(({ shared }) => shared >= 5 && shared >= key.length / 2)
    .sort((a, b) => b.shared - a.shared)[0];
  return (slip ?? start)?.name;
}

/** Returns "Did you mean `y`?", or `otherwise` if nothing is near. */
export function didYouMean(typed: string, known: Iterable<string>, otherwise: string): string {
  const name = nearestName(typed, known);
  return name === undefined ? otherwise : `Did you mean \`${name}\`?`;
}

const keyOf = (name: string): string => name.toLowerCase().replace(/[\s_]+/g, "-");

function sharedStart(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length++;
  return length;
}
