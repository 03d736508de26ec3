/** A file that people write by hand, as the tests damage it. */
import { id, type Problem, type ReadResult, readYaml } from "friendly-yaml";
import { z } from "zod";

const text = z.string().trim().min(1).max(300);
const schema = z.record(
  id,
  z.strictObject({
    title: text,
    steps: text,
    tags: z.array(text),
    from: z.strictObject({ book: id, page: z.number().int() }),
    vegan: z.boolean().default(false),
    kind: z.enum(["soup", "salad"]),
    link: z.url({ protocol: /^https$/ }).optional(),
  }),
);

export const FILE = "recipes.yaml";
export const RECIPES = `tomato-soup:
  title: How do I make tomato soup?
  steps: >-
    Cook the tomatoes for an hour,
    and stir.
  tags:
    - "hot and red"
    - good in winter
    - "for guests"
  from: { book: the-pot, page: 12 }
  kind: soup

bean-salad:
  title: Is this one cold?
  steps: Mix it all.
  tags: [cold, fast]
  from: { book: the-bowl, page: 3 }
  vegan: true
  kind: salad
`;

export const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

export const readRecipes = (bytes: Uint8Array): ReadResult<z.output<typeof schema>> =>
  readYaml(FILE, bytes, schema, { fields: ["title"] });

export function problemsOf(text: string): readonly Problem[] {
  const read = readRecipes(bytesOf(text));
  return "problems" in read ? read.problems : [];
}
