import { defineConfig } from "vitest/config";

/** Packages of this repository are tested as they are written, not as they were built. */
const conditions = ["source", "module", "node", "development|production"];

export default defineConfig({
  resolve: { conditions },
  ssr: { resolve: { conditions } },
  test: {
    include: ["test/**/*.test.ts", "packages/*/test/**/*.test.ts"],
    globalSetup: "test/global-setup.ts",
    // A worker loads the code and what was learned once, not once for each file.
    isolate: false,
    // Most of a test's time is waiting for sockets, processes and the browser.
    maxWorkers: 2,
    // Real sockets, processes and a browser on a busy machine: a test that fails three times running has failed.
    retry: 2,
    // What is waited for may take long there.
    expect: { poll: { timeout: 60_000, interval: 20 } },
    testTimeout: 240_000,
    hookTimeout: 240_000,
  },
});
