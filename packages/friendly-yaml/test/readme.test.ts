import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

it("the README's example is a test that runs", () => {
  const inPackage = (path: string) => readFileSync(new URL(`../${path}`, import.meta.url), "utf8");
  expect(inPackage("README.md")).toContain(`\`\`\`ts\n${inPackage("test/example.test.ts")}\`\`\`\n`);
});
