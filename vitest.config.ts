import { defineConfig } from "vitest/config";

/** Packages of this repository are tested as they are written, not as they were built. */
const conditions = ["source", "module", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    testTimeout: 20_000,
    hookTimeout: 20_000,
  },
});
