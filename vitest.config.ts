import { existsSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import {
  defineConfig,
  type TestProjectInlineConfiguration,
  type ViteUserConfig,
} from "vitest/config";

interface Suite {
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
  /** What a run prepares once for all its files. */
  readonly globalSetup?: readonly string[];
  /**
   * A process of its own for each file. Files of other suites share the process of their worker:
   * modules are loaded and schemas built once.
   */
  readonly isolate: boolean;
  /** Milliseconds. */
  readonly timeout?: number;
  readonly nodeEnv?: string;
}

/** Suites that need a server, a browser or packages of their own run only when they are named. */
const ON_DEMAND: Readonly<Record<string, Suite>> = {
  mysql: {
    include: ["test/integration-mysql/**/*.test.ts"],
    globalSetup: ["test/integration-mysql/set-up.ts"],
    isolate: false,
  },
  // Attacks on servers: one after the other, because each measures times.
  abuse: {
    include: ["test/abuse/**/*.test.ts"],
    globalSetup: ["test/abuse/set-up.ts"],
    isolate: true,
    timeout: 180_000,
  },
  redis: { include: ["test/integration-redis/**/*.test.ts"], isolate: true },
  browser: { include: ["test/browser/**/*.test.ts"], isolate: true },
  // Buys in the example storefront with a browser.
  storefront: {
    include: ["test/storefront/**/*.test.ts"],
    exclude: ["test/storefront/journeys-on-mysql.test.ts"],
    isolate: true,
    timeout: 180_000,
  },
  "storefront-mysql": {
    include: ["test/storefront/journeys-on-mysql.test.ts"],
    isolate: true,
    timeout: 180_000,
  },
  clients: {
    include: ["test/clients/*.test.ts"],
    globalSetup: ["test/clients/set-up.ts"],
    isolate: true,
    // Compilers and code generators take their time.
    timeout: 120_000,
    // Clients warn of what is wrong with a schema only in development.
    nodeEnv: "development",
  },
};

const ELSEWHERE = [
  ...Object.values(ON_DEMAND).flatMap(({ include }) => include),
  "test/clients/**",
];

const named = (...files: readonly string[]): readonly string[] => {
  const missing = files.filter((file) => !existsSync(join(import.meta.dirname, file)));
  if (missing.length > 0) throw new Error(`vitest.config.ts names ${missing.join(" and ")}.`);
  return files;
};

/** Files that start processes, or measure the memory of their own. */
const PROCESSES = named(
  "test/e2e/images.test.ts",
  "test/e2e/journey-on-sqlite.test.ts",
  "test/e2e/paid-orders-on-sqlite.test.ts",
  "test/integration/killed-change-on-sqlite.test.ts",
  "test/interface/cli/closed-output.test.ts",
  "test/interface/cli/process.test.ts",
  "test/interface/cli/private-data.test.ts",
  "test/interface/cli/production.test.ts",
  "test/interface/memory.test.ts",
  "test/sandbox/killed-sandbox.test.ts",
);

/** Files that try thousands of inputs. */
const LONG_SEARCHES = named(
  "test/contracts/idempotency/in-memory.test.ts",
  "test/infrastructure/catalog/shopify-csv/hostile-files.test.ts",
  "test/infrastructure/catalog/shopify-csv/round-trip.test.ts",
  "test/integration/idempotency-on-sqlite.test.ts",
  "test/interface/executors-agree-on-anything.test.ts",
  "test/interface/hostile-inputs.test.ts",
);

/** What a run without a mode consists of. */
const USUAL: Readonly<Record<string, Suite>> = {
  shared: {
    include: ["test/**/*.test.ts"],
    exclude: [...ELSEWHERE, ...PROCESSES, ...LONG_SEARCHES],
    isolate: false,
  },
};

/** What takes as long as everything else together. The first suite starts first: its files take longest. */
const LONG: Readonly<Record<string, Suite>> = {
  processes: { include: PROCESSES, isolate: true },
  searches: { include: LONG_SEARCHES, isolate: false },
};

/** The part of everything that answers within a minute: no process, no store, no long random search. */
const QUICK: Suite = {
  include: ["test/**/*.test.ts"],
  exclude: [
    ...ELSEWHERE,
    ...PROCESSES,
    ...LONG_SEARCHES,
    "test/integration/**",
    "test/interface/cli/**",
  ],
  isolate: false,
};

const suitesOf = (mode: string): Readonly<Record<string, Suite>> => {
  if (mode === "quick") return { quick: QUICK };
  if (mode === "long") return LONG;
  const suite = ON_DEMAND[mode];
  return suite ? { [mode]: suite } : USUAL;
};

const options = (suite: Suite): NonNullable<TestProjectInlineConfiguration["test"]> => ({
  include: [...suite.include],
  exclude: [...(suite.exclude ?? [])],
  globalSetup: ["test/scratch-folder.ts", ...(suite.globalSetup ?? [])],
  isolate: suite.isolate,
  // For what never ends. A busy machine needs ten times as long as an idle one.
  testTimeout: suite.timeout ?? 60_000,
  hookTimeout: suite.timeout ?? 120_000,
  expect: { poll: { timeout: 15_000 } },
  env: { NODE_ENV: suite.nodeEnv ?? "production", TZ: "America/St_Johns" },
});

const COMMON = {
  // Vite would take the module build of graphql, packages take the other one, and graphql refuses to meet itself twice.
  resolve: { alias: [{ find: /^graphql$/, replacement: "graphql/index.js" }] },
  test: {
    pool: "forks",
    // Left to itself it would keep one of two cores free.
    maxWorkers: availableParallelism(),
    teardownTimeout: 5_000,
    // Tests run beside each other where they say so: those that wait for processes.
    maxConcurrency: 3,
    // What was compiled once is not compiled again by the next of many runs.
    experimental: { fsModuleCache: true },
  },
} satisfies ViteUserConfig;

/** One run of any of the files of a mode, each in a process of its own. */
export const isolated = (mode: string): ViteUserConfig => ({
  ...COMMON,
  test: {
    ...COMMON.test,
    ...options({
      ...(ON_DEMAND[mode] ?? { include: ["test/**/*.test.ts"], exclude: ELSEWHERE }),
      isolate: true,
    }),
  },
});

/** Where the counts of a run are left for the gate. */
const report = process.env["PLINTH_TEST_REPORT"];

/** How often each file is run: what a tree of several times this size would take. */
const times = Number(process.env["PLINTH_TEST_REPEAT"] ?? 1);

export default defineConfig(({ mode }) => ({
  ...COMMON,
  test: {
    ...COMMON.test,
    projects: Array.from({ length: times }, (_, run) =>
      Object.entries(suitesOf(mode)).map(([name, suite]) => ({
        extends: true as const,
        test: { ...options(suite), name: run === 0 ? name : `${name} ${run + 1}` },
      })),
    ).flat(),
    reporters: report === undefined ? ["default"] : ["default", ["json", { outputFile: report }]],
  },
}));
