import { availableParallelism } from "node:os";
import { defineConfig, type TestProjectInlineConfiguration } from "vitest/config";

interface Suite {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  /** What a run prepares once for all its files. */
  readonly globalSetup?: readonly string[];
  /**
   * A process of its own for each file. The files of other suites share a process for each worker:
   * what they import is loaded once, and the schemas are built once.
   */
  readonly isolate: boolean;
  /** Milliseconds; compilers and code generators take their time. */
  readonly patience?: number;
}

/** Files that start processes or measure their own. */
const PROCESSES = [
  "test/e2e/**/*.test.ts",
  "test/interface/cli/{closed-output,process}.test.ts",
  "test/interface/memory.test.ts",
];

/** Suites that need a server, a browser or packages of their own run only when they are named. */
const ON_DEMAND: Readonly<Record<string, Suite>> = {
  mysql: {
    include: ["test/integration-mysql/**/*.test.ts"],
    globalSetup: ["test/integration-mysql/set-up.ts"],
    isolate: false,
  },
  browser: { include: ["test/browser/**/*.test.ts"], isolate: true },
  clients: {
    include: ["test/clients/*.test.ts"],
    globalSetup: ["test/clients/set-up.ts"],
    isolate: true,
    patience: 120_000,
  },
};

const SUITES: Readonly<Record<string, Suite>> = {
  processes: { include: PROCESSES, isolate: true },
  shared: {
    include: ["test/**/*.test.ts"],
    exclude: [
      ...PROCESSES,
      "test/clients/**",
      ...Object.values(ON_DEMAND).flatMap(({ include }) => include),
    ],
    isolate: false,
  },
};

/** Where the counts of a run are left for the gate. */
const report = process.env["PLINTH_TEST_REPORT"];

const project = (name: string, suite: Suite): TestProjectInlineConfiguration => ({
  extends: true,
  test: {
    name,
    include: [...suite.include],
    exclude: [...(suite.exclude ?? [])],
    globalSetup: [...(suite.globalSetup ?? [])],
    isolate: suite.isolate,
    testTimeout: suite.patience ?? 20_000,
    hookTimeout: suite.patience ?? 60_000,
    // Clients warn of what is wrong with a schema only in development.
    env: { NODE_ENV: name === "clients" ? "development" : "production", TZ: "America/St_Johns" },
  },
});

export default defineConfig(({ mode }) => {
  const named = ON_DEMAND[mode];
  return {
    // Vite would take the module build of graphql, packages take the other one, and graphql refuses to meet itself twice.
    resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
    test: {
      projects: Object.entries(named ? { [mode]: named } : SUITES).map(([name, suite]) =>
        project(name, suite),
      ),
      pool: "forks",
      // Left to itself it would keep one of two cores free.
      maxWorkers: availableParallelism(),
      teardownTimeout: 5_000,
      // What was compiled once is not compiled again by the next of many runs.
      experimental: { fsModuleCache: true },
      reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
    },
  };
});
