/** JSON Schemas of the data files for editors, made from the schemas that the files are parsed with. */
import { z } from "zod";
import { FILES, FOLDERS, isList, TRANSLATIONS } from "../../src/core/data/data-files.js";

/**
 * Returns a JSON Schema for each kind of YAML file: `answers` is that of every file in `answers/`, `zh-CN-apps` of
 * `zh-CN/apps`. The dialect is the one that the YAML extensions of editors know best.
 */
export function describeFiles(): Readonly<Record<string, object>> {
  return Object.fromEntries(
    Object.entries({ ...FILES, ...TRANSLATIONS, ...FOLDERS })
      .filter(([name]) => !isList(name))
      .map(([name, schema]) => [name.replace("/", "-"), z.toJSONSchema(schema, { io: "input", target: "draft-7" })]),
  );
}
