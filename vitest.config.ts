import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests that need a server (`test:mysql`) or a browser (`test:browser`) run only when they are asked for by name.
const suites: Readonly<Record<string, readonly string[]>> = {
  mysql: ["test/integration-mysql/**/*.test.ts"],
  browser: ["test/browser/**/*.test.ts"],
};

/** Where the counts of a run are left for the gate. */
const report = process.env["PLINTH_TEST_REPORT"];

export default defineConfig(({ mode }) => ({
  // Vite would take the module build of graphql, packages take the other one, and graphql refuses to meet itself twice.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: [...(suites[mode] ?? ["test/**/*.test.ts"])],
    exclude: mode in suites ? [] : Object.values(suites).flat(),
    pool: "forks",
    // Left to itself it would keep one of two cores free.
    maxWorkers: availableParallelism(),
    testTimeout: 20_000,
    hookTimeout: 60_000,
    teardownTimeout: 5_000,
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    env: { NODE_ENV: "production", TZ: "America/St_Johns" },
  },
}));
