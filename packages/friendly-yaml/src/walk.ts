/** Walks through the content of a data file. */

export type Path = readonly PropertyKey[];

interface Node {
  readonly path: Path;
  /** The last step of `path`; undefined for the whole content. */
  readonly name: PropertyKey | undefined;
  readonly value: unknown;
}

/** Returns `value` itself and everything inside it, each with the path to it. */
export function* walk(value: unknown, path: Path = []): Generator<Node> {
  yield { path, name: path.at(-1), value };
  if (typeof value !== "object" || value === null) return;
  for (const [name, inner] of Object.entries(value))
    yield* walk(inner, [...path, Array.isArray(value) ? Number(name) : name]);
}
