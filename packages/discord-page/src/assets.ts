/** Serves the files of the page as they are on the disk, with headers that block everything from other origins. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { hasOwnHost } from "./origin-check.js";

const FILES = {
  "/": { file: "page.html", type: "text/html; charset=utf-8" },
  "/page.js": { file: "page.js", type: "text/javascript; charset=utf-8" },
  "/page.css": { file: "page.css", type: "text/css; charset=utf-8" },
  "/favicon.svg": { file: "favicon.svg", type: "image/svg+xml" },
};

/** Throws an error that says what to do if the page has not been built into `folder`. It may be built again at any time. */
export function openAssets(folder: string) {
  const app = new Hono<{ Bindings: HttpBindings }>();
  app.use(async ({ env, text }, next) => {
    if (!hasOwnHost(env.incoming)) return text("Only this machine can open this page.\n", 403, PLAIN);
    return next();
  });
  for (const [path, { file, type }] of Object.entries(FILES)) {
    app.get(path, ({ body, req }) =>
      body(read(join(folder, file)), 200, { ...guardsFor(req.header("host") ?? ""), "content-type": type }),
    );
    app.all(path, ({ text }) => text("Only GET and HEAD are allowed here.\n", 405, PLAIN));
  }
  app.notFound(({ text }) => text("Not found.\n", 404, PLAIN));
  /** Changes with the files, so that an open page notices a newer one. */
  const version = () => {
    const digest = createHash("sha256");
    for (const { file } of Object.values(FILES)) digest.update(read(join(folder, file)));
    return digest.digest("base64url").slice(0, 16);
  };
  version();
  return { version, app };
}

const PLAIN = { "x-content-type-options": "nosniff" };

function read(path: string): Uint8Array<ArrayBuffer> {
  try {
    return new Uint8Array(readFileSync(path));
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
