import { availableParallelism } from "node:os";
import { defineConfig } from "vitest/config";

// Tests that need a server (`test:mysql`), a browser (`test:browser`) or packages of their own (`test:clients`) run only when they are asked for by name.
const suites: Readonly<Record<string, readonly string[]>> = {
  mysql: ["test/integration-mysql/**/*.test.ts"],
  browser: ["test/browser/**/*.test.ts"],
  clients: ["test/clients/*.test.ts"],
};

/** What a run prepares once for all its files. */
const preparations: Readonly<Record<string, readonly string[]>> = {
  mysql: ["test/integration-mysql/set-up.ts"],
  clients: ["test/clients/set-up.ts"],
};

/** Where the counts of a run are left for the gate. */
const report = process.env["PLINTH_TEST_REPORT"];

export default defineConfig(({ mode }) => ({
  // Vite would take the module build of graphql, packages take the other one, and graphql refuses to meet itself twice.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    include: [...(suites[mode] ?? ["test/**/*.test.ts"])],
    exclude: mode in suites ? [] : [...Object.values(suites).flat(), "test/clients/**"],
    globalSetup: [...(preparations[mode] ?? [])],
    pool: "forks",
    // Left to itself it would keep one of two cores free.
    maxWorkers: availableParallelism(),
    // Compilers and code generators take their time.
    testTimeout: mode === "clients" ? 120_000 : 20_000,
    hookTimeout: mode === "clients" ? 120_000 : 60_000,
    teardownTimeout: 5_000,
    // What was compiled once is not compiled again by the next of many runs.
    experimental: { fsModuleCache: true },
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    // Clients warn of what is wrong with a schema only in development.
    env: { NODE_ENV: mode === "clients" ? "development" : "production", TZ: "America/St_Johns" },
  },
}));
