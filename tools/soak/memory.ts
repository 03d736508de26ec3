/** Whether memory grows: the resident set of each process over its time, and the slope of the longest one. */
import { slopeOf } from "../common/statistics.js";

export interface Sample {
  /** Seconds since the process started. */
  readonly age: number;
  readonly bytes: number;
}

/** The first minutes, in which every process grows into its work, in seconds; a third of what there is where that is less. */
const WARM_UP = 300;

/** Undefined where there are fewer than three samples after the warm-up. */
export function growthOf(samples: readonly Sample[]) {
  const end = samples.at(-1)?.age ?? 0;
  const warm = samples.filter(({ age }) => age >= Math.min(WARM_UP, end / 3));
  const [first] = warm;
  const last = warm.at(-1);
  if (first === undefined || last === undefined || warm.length < 3) return undefined;
  return {
    /** Seconds that were looked at. */
    seconds: last.age - first.age,
    first: first.bytes,
    last: last.bytes,
    most: Math.max(...warm.map(({ bytes }) => bytes)),
    /** Bytes an hour, by least squares. */
    slope: slopeOf(warm.map(({ age, bytes }) => [age, bytes])) * 3600,
  };
}
