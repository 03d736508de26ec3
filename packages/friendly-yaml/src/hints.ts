/** What is known about a kind of file beside its schema. */
import type { z } from "zod";

export interface Explanation {
  readonly message: string;
  readonly fix: string;
}

/** Each makes messages more precise; a file can be read without them. */
export interface Hints {
  /** The fields behind whose colon a space was forgotten: `price:4` is a slip, and `https://a.example` is none. */
  readonly fields?: readonly string[];
  /** The names at the top of a file that hold entries: in `dishes: { soup: … }` the entry is `soup`, not `dishes`. */
  readonly groups?: readonly string[];
  /** Explains `issue` in the file's own words; undefined if the general words say enough. */
  readonly explain?: (issue: z.core.$ZodIssue, value: unknown, name: string) => Explanation | undefined;
}
