/** Serves the files of the page, read once, with headers that block everything from other origins. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import { hasOwnHost } from "./origin-check.js";

const FILES = {
  "/": { file: "page.html", type: "text/html; charset=utf-8" },
  "/page.js": { file: "page.js", type: "text/javascript; charset=utf-8" },
  "/page.css": { file: "page.css", type: "text/css; charset=utf-8" },
  "/favicon.svg": { file: "favicon.svg", type: "image/svg+xml" },
};

export interface Assets {
  /** Changes with the files, so that an open page notices that a newer one is there. */
  readonly version: string;
  serve(request: IncomingMessage, response: ServerResponse): void;
}

/** Throws an error that says what to do if the page has not been built into `folder`. */
export function readAssets(folder: string): Assets {
  const assets = new Map(
    Object.entries(FILES).map(([path, { file, type }]) => [path, { type, bytes: read(join(folder, file)) }]),
  );
  const digest = createHash("sha256");
  for (const { bytes } of assets.values()) digest.update(bytes);
  return {
    version: digest.digest("base64url").slice(0, 16),
    serve(request, response) {
      if (!hasOwnHost(request)) return refuse(response, 403, "Only this machine can open this page.");
      if (request.method !== "GET" && request.method !== "HEAD")
        return refuse(response, 405, "Only GET and HEAD are allowed here.");
      const asset = assets.get((request.url ?? "").replace(/\?.*$/s, ""));
      if (asset === undefined) return refuse(response, 404, "Not found.");
      response.writeHead(200, { ...guardsFor(request.headers.host ?? ""), "content-type": asset.type });
      response.end(request.method === "HEAD" ? undefined : asset.bytes);
    },
  };
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new Error(`The page is not built: ${path} cannot be read. "npm run build" makes it.`, { cause: error });
  }
}

/** The components set `style` attributes. No other style from outside is allowed, and no script. */
const guardsFor = (host: string) => ({
  "content-security-policy": [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    `connect-src 'self' ws://${host}`,
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join("; "),
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "referrer-policy": "no-referrer",
  "x-content-type-options": "nosniff",
  "cache-control": "no-cache",
});

function refuse(response: ServerResponse, status: number, text: string): void {
  response.writeHead(status, { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" });
  response.end(`${text}\n`);
}
