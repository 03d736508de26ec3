/** Judges requests and answers by Discord's own OpenAPI file, so that neither bot nor sandbox invents a protocol. */
import { readFileSync } from "node:fs";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import type { Exchange } from "../src/rest.js";

type JudgedExchange = Omit<Exchange, "faulted" | "at">;

interface Operation {
  operationId: string;
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Record<string, unknown>; required?: boolean };
  responses: Record<string, { $ref?: string; content?: Record<string, unknown> }>;
}

interface OpenApi {
  paths: Record<string, Record<string, unknown>>;
  components: { schemas: Record<string, Schema> };
}

interface Schema {
  properties?: Record<string, { type?: unknown }>;
  [keyword: string]: unknown;
}

export const WHY_SKIPPED = "DISCORD_OPENAPI names no file: nothing is checked against Discord's own specification";

/** Absent when the environment names no file. */
export const judge = process.env["DISCORD_OPENAPI"] ? openJudge(process.env["DISCORD_OPENAPI"]) : undefined;

function openJudge(file: string) {
  const spec = adjust(JSON.parse(readFileSync(file, "utf8")) as OpenApi);
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: false, inlineRefs: false, verbose: true });
  ajv.addSchema(spec, "discord");
  const compiled = new Map<string, ValidateFunction>();
  const validate = (pointer: string, value: unknown): string[] => {
    const check = compiled.get(pointer) ?? ajv.compile({ $ref: `discord#${pointer}` });
    compiled.set(pointer, check);
    return check(value) ? [] : describeErrors(check.errors ?? []);
  };
  const find = createFinder(spec);

  return {
    /** Every way in which the exchange disagrees with the file; none when it agrees. */
    complaints(exchange: JudgedExchange): string[] {
      const found = find(exchange.method, exchange.path);
      if (!found) return [`${exchange.method} ${exchange.path} is no route of Discord's`];
      const { operation, pointer } = found;
      const title = `${operation.operationId} -> ${exchange.status}`;
      const wrong = exchange.operation === operation.operationId ? [] : [`it was taken for ${exchange.operation}`];
      return [
        ...wrong,
        ...judgeRequest(operation, pointer, exchange),
        ...judgeResponse(operation, pointer, exchange),
      ].map((complaint) => `${title}: ${complaint}`);
    },
  };

  function judgeRequest(operation: Operation, pointer: string, exchange: JudgedExchange): string[] {
    const refused = exchange.status === undefined || exchange.status >= 400;
    if (refused) return [];
    const known = operation.parameters?.filter((parameter) => parameter.in === "query").map(({ name }) => name) ?? [];
    const unknown = Object.keys(exchange.query).filter((name) => !known.includes(name));
    const complaints = unknown.map((name) => `request: the query has no parameter "${name}"`);
    if (!operation.requestBody || (exchange.requestBody === undefined && !operation.requestBody.required))
      return complaints;
    const schema = `${pointer}/requestBody/content/application~1json/schema`;
    return [...complaints, ...validate(schema, exchange.requestBody).map((error) => `request${error}`)];
  }

  function judgeResponse(operation: Operation, pointer: string, exchange: JudgedExchange): string[] {
    const { status, responseBody } = exchange;
    if (status === undefined) return [];
    const key = [String(status), `${String(status)[0]}XX`].find((candidate) => operation.responses[candidate]);
    if (!key) return ["the answer has a status that the file doesn't list"];
    const { $ref, content } = operation.responses[key] ?? {};
    if (!$ref && !content) return responseBody === undefined ? [] : ["the answer must have no body"];
    const schema = `${$ref?.slice(1) ?? `${pointer}/responses/${key}`}/content/application~1json/schema`;
    return validate(schema, responseBody).map((error) => `answer${error}`);
  }
}

/** Where the file and the service are known to differ, the file is brought to what clients send and receive. */
function adjust(spec: OpenApi): OpenApi {
  for (const schema of Object.values(spec.components.schemas)) {
    const permissions = schema.properties?.["default_member_permissions"];
    // Typed as an integer, sent as a decimal string by every library.
    if (permissions && String(permissions.type).includes("integer")) permissions.type = ["integer", "string", "null"];
  }
  // Media channels are documented (Channel Types, 16) and left out of the file.
  const channelTypes = spec.components.schemas["ChannelTypes"]?.["oneOf"];
  if (Array.isArray(channelTypes)) channelTypes.push({ title: "GUILD_MEDIA", const: 16 });
  // The codes of field errors are words, such as BASE_TYPE_REQUIRED.
  const worded = { type: "object", properties: { code: { type: "string" }, message: { type: "string" } } };
  const inner = spec.components.schemas["InnerErrors"];
  if (inner?.properties)
    inner.properties["_errors"] = { type: "array", items: { ...worded, required: ["code"] } } as object;
  return spec;
}

/** Literal segments beat parameters, and paths are compared decoded: `@original`, not `%40original`. */
function createFinder({ paths }: OpenApi) {
  const known = Object.entries(paths)
    .map(([path, item]) => ({
      path,
      item,
      pattern: new RegExp(`^${path.replace(/\{\w+\}/g, "[^/]+")}$`),
      parameters: path.split("{").length,
    }))
    .sort((a, b) => a.parameters - b.parameters);
  return (method: string, path: string) => {
    const match = known.find(({ pattern, item }) => pattern.test(path) && method.toLowerCase() in item);
    if (!match) return;
    const own = match.item[method.toLowerCase()] as Operation;
    const shared = (match.item["parameters"] ?? []) as { name: string; in: string }[];
    const step = encodeURIComponent(match.path.replaceAll("~", "~0").replaceAll("/", "~1"));
    const operation = { ...own, parameters: [...shared, ...(own.parameters ?? [])] };
    return { operation, pointer: `/paths/${step}/${method.toLowerCase()}` };
  };
}

/** Inside a union every branch complains; only the one whose `type` fits says anything useful. */
function describeErrors(errors: readonly ErrorObject[]): string[] {
  const misfits = errors.filter(({ instancePath, keyword }) => instancePath.endsWith("/type") && keyword === "enum");
  const isOfMisfit = (error: ErrorObject) =>
    misfits.some((misfit) => {
      const place = misfit.instancePath.slice(0, -"/type".length);
      const branch = error.parentSchema as Schema | undefined;
      return error === misfit || (error.instancePath === place && branch?.properties?.["type"] === misfit.parentSchema);
    });
  const telling = errors.filter((error) => !isOfMisfit(error) && !["oneOf", "anyOf"].includes(error.keyword));
  const shown = telling.length > 0 ? telling : errors;
  return shown.slice(0, 5).map((error) => `${error.instancePath} ${error.message} ${JSON.stringify(error.params)}`);
}
