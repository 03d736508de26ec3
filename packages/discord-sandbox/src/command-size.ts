/** The size of a command, which Discord limits as a whole. */

interface Sized {
  readonly name: string;
  readonly name_localizations?: unknown;
  readonly description?: string | null | undefined;
  readonly description_localizations?: unknown;
  readonly options?: readonly Sized[] | null | undefined;
  readonly choices?:
    | readonly { readonly name: string; readonly name_localizations?: unknown; readonly value: string | number }[]
    | null
    | undefined;
}

/** Names, descriptions and values together, each at its longest translation. */
export function sizeOf(part: Sized): number {
  const longest = (own: string | null | undefined, translations: unknown) =>
    Math.max(own?.length ?? 0, ...Object.values(translations ?? {}).map((value) => String(value).length));
  const choices = (part.choices ?? []).map(
    ({ name, name_localizations: names, value }) => longest(name, names) + String(value).length,
  );
  return [
    longest(part.name, part.name_localizations),
    longest(part.description, part.description_localizations),
    ...(part.options ?? []).map(sizeOf),
    ...choices,
  ].reduce((sum, size) => sum + size, 0);
}
