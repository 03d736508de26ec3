import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { type Cache, keyOf, openCache } from "../../src/store/cache.js";
import { chooseCacheFolder } from "../../src/store/data-folder.js";

const VALUE = { weights: Float32Array.from([0.5, -1, 3]), words: new Map([["order", 3]]), text: "支付宝", none: null };

let folder = "";
let cache: Cache;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cache-"));
  cache = openCache(folder);
});
afterEach(() => rmSync(folder, { recursive: true }));

const pathOf = (key: string) => join(folder, `learned-${key}.bin`);

describe("what was kept", () => {
  test("comes back whole, also to whoever opens the folder later", () => {
    cache.put("learned", "key", VALUE);
    expect(openCache(folder).get("learned", "key")).toEqual(VALUE);
  });

  test("leaves no half-written file beside it", () => {
    cache.put("learned", "key", VALUE);
    expect(readdirSync(folder)).toEqual(["learned-key.bin"]);
  });

  test("is replaced by what is kept later under the same key", () => {
    cache.put("learned", "key", VALUE);
    cache.put("learned", "key", "newer");
    expect(cache.get("learned", "key")).toBe("newer");
  });

  test("is the latest three of a kind, and other kinds are left alone", () => {
    cache.put("knowledge", "key", VALUE);
    for (const [age, key] of ["a", "b", "c", "d"].entries()) {
      cache.put("learned", key, key);
      utimesSync(pathOf(key), age, age);
    }
    cache.put("learned", "e", "e");
    expect(readdirSync(folder).sort()).toEqual([
      "knowledge-key.bin",
      "learned-c.bin",
      "learned-d.bin",
      "learned-e.bin",
    ]);
  });

  test("outlives what was kept later, where it is used", () => {
    for (const [age, key] of ["a", "b", "c"].entries()) {
      cache.put("learned", key, key);
      utimesSync(pathOf(key), age, age);
    }
    cache.get("learned", "a");
    cache.put("learned", "d", "d");
    expect(readdirSync(folder).sort()).toEqual(["learned-a.bin", "learned-c.bin", "learned-d.bin"]);
  });
});

describe("never trusted is", () => {
  test("a stale file: other data has another key", () => {
    cache.put("learned", "old", VALUE);
    expect(cache.get("learned", "new")).toBeUndefined();
    expect(cache.get("knowledge", "old")).toBeUndefined();
  });

  test("a file that was kept under another key and renamed", () => {
    cache.put("learned", "old", VALUE);
    copyFileSync(pathOf("old"), pathOf("new"));
    expect(cache.get("learned", "new")).toBeUndefined();
  });

  test("a damaged file, wherever a bit of it was flipped", () => {
    cache.put("learned", "key", VALUE);
    const intact = readFileSync(pathOf("key"));
    for (let at = 0; at < intact.length; at++) {
      const damaged = Buffer.from(intact);
      damaged[at] = (intact[at] ?? 0) ^ (1 << (at % 8));
      writeFileSync(pathOf("key"), damaged);
      expect([at, cache.get("learned", "key")]).toEqual([at, undefined]);
    }
  });

  test("a truncated file, wherever it was cut, and one with more behind it", () => {
    cache.put("learned", "key", VALUE);
    const intact = readFileSync(pathOf("key"));
    for (let length = 0; length < intact.length; length++) {
      writeFileSync(pathOf("key"), intact.subarray(0, length));
      expect([length, cache.get("learned", "key")]).toEqual([length, undefined]);
    }
    writeFileSync(pathOf("key"), Buffer.concat([intact, Buffer.from("!")]));
    expect(cache.get("learned", "key")).toBeUndefined();
  });

  test.each([
    ["an empty file", ""],
    ["text", "hello"],
    ["nothing but zeros", "\0".repeat(500)],
  ])("a foreign file: %s", (_, content) => {
    writeFileSync(pathOf("key"), content);
    expect(cache.get("learned", "key")).toBeUndefined();
  });
});

test("what is shipped with the program is found too, and never written to", () => {
  const [own, shipped] = [join(folder, "own"), join(folder, "shipped")];
  openCache(shipped).put("learned", "a", "shipped");
  const both = openCache(own, shipped);
  expect([both.has("learned", "a"), both.get("learned", "a")]).toEqual([true, "shipped"]);
  both.put("learned", "b", "learned later");
  expect([both.get("learned", "b"), openCache(shipped).has("learned", "b")]).toEqual(["learned later", false]);
});

test("what is learned is kept in the state folder where the program's own cannot be written", () => {
  const [state, program] = [join(folder, "state"), folder];
  expect(chooseCacheFolder(state, join(program, "learned"))).toBe(join(program, "learned"));
  writeFileSync(join(program, "file"), "");
  expect(chooseCacheFolder(state, join(program, "file", "learned"))).toBe(join(state, "learned"));
});

test("a folder that cannot be written costs time and nothing else", () => {
  writeFileSync(join(folder, "file"), "");
  const unwritable = openCache(join(folder, "file", "below"));
  unwritable.put("learned", "key", VALUE);
  expect(unwritable.get("learned", "key")).toBeUndefined();
});

describe("a key", () => {
  test("tells apart parts that read the same when they are joined", () => {
    expect(keyOf("ab", "c")).not.toBe(keyOf("a", "bc"));
    expect(keyOf("a", "")).not.toBe(keyOf("a"));
    expect(keyOf("1:a")).not.toBe(keyOf("1", "a"));
  });

  test("is the same for the same content, as text and as bytes", () => {
    expect(keyOf("abc")).toBe(keyOf(Buffer.from("abc")));
  });
});
