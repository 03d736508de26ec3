/** `npm run schemas`: writes the JSON Schemas that editors complete and underline the data files by. */
import { mkdirSync, writeFileSync } from "node:fs";
import { describeFiles } from "./common/json-schemas.js";

const FOLDER = "schemas";

mkdirSync(FOLDER, { recursive: true });
for (const [name, schema] of Object.entries(describeFiles()))
  writeFileSync(`${FOLDER}/${name}.json`, `${JSON.stringify(schema, undefined, 2)}\n`);
