/** Caches results that take long to compute, in files that are never trusted: a stale or damaged one counts as missing. */
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { Deserializer, Serializer } from "node:v8";

export type Cache = ReturnType<typeof openCache>;

/** The versions of each kind that are kept, the last used ones, because people switch back and forth. */
const KEPT = 3;
const DIGEST_BYTES = 32;

/** Returns a key for content of these parts. */
export const keyOf = (...parts: readonly (string | Uint8Array)[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(String(part.length)).update(":").update(part);
  return hash.digest("hex").slice(0, 32);
};

/**
 * Opens a cache in `folder`. A value that is missing there is looked for in `shipped`, which is read-only. A file holds the
 * SHA-256 of the key and of the rest, then the value as `node:v8` writes it.
 */
export function openCache(folder: string, shipped?: string) {
  const nameOf = (kind: string, key: string) => `${kind}-${key}.bin`;
  const folders = shipped === undefined || shipped === folder ? [folder] : [folder, shipped];
  return {
    /** Returns what was put under `key`, or undefined if nothing intact is there. */
    get<T>(kind: string, key: string): T | undefined {
      for (const place of folders) {
        const found = readIntact(join(place, nameOf(kind, key)), key);
        if (found !== undefined) return found.value as T;
      }
      return undefined;
    },
    has: (kind: string, key: string): boolean => folders.some((place) => existsSync(join(place, nameOf(kind, key)))),
    /** Keeps `value`. If the folder cannot be written, the value is computed again next time. */
    put(kind: string, key: string, value: unknown): void {
      const path = join(folder, nameOf(kind, key));
      const temporary = `${path}.${process.pid}.tmp`;
      try {
        mkdirSync(folder, { recursive: true });
        try {
          const content = serialize(value);
          writeFileSync(temporary, Buffer.concat([checksumOf(key, content), content]));
          renameSync(temporary, path);
        } finally {
          rmSync(temporary, { force: true });
        }
        prune(folder, kind);
      } catch {
        // A read-only folder costs time at the next start and nothing else.
      }
    },
  };
}

/** Unlike the functions of these names in `node:v8`, these leave no typed array as a view that keeps the whole file in memory. */
function serialize(value: unknown): Buffer {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(value);
  return serializer.releaseBuffer();
}

function deserialize(content: Buffer): unknown {
  const deserializer = new Deserializer(content);
  deserializer.readHeader();
  return deserializer.readValue();
}

const checksumOf = (key: string, content: Uint8Array): Buffer =>
  createHash("sha256").update(key).update(content).digest();

function readIntact(path: string, key: string): { readonly value: unknown } | undefined {
  try {
    const file = readFileSync(path);
    const content = file.subarray(DIGEST_BYTES);
    if (!checksumOf(key, content).equals(file.subarray(0, DIGEST_BYTES))) return undefined;
    markAsUsed(path);
    return { value: deserialize(content) };
  } catch {
    return undefined;
  }
}

function markAsUsed(path: string): void {
  try {
    utimesSync(path, new Date(), new Date());
  } catch {
    // In a read-only folder nothing is pruned either.
  }
}

function prune(folder: string, kind: string): void {
  const files = readdirSync(folder)
    .filter((file) => file.startsWith(`${kind}-`))
    .map((file) => ({ path: join(folder, file), usedAt: statSync(join(folder, file)).mtimeMs }))
    .sort((a, b) => b.usedAt - a.usedAt);
  for (const { path } of files.slice(KEPT)) rmSync(path, { force: true });
}
