import { resolve } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { isolated } from "../../vitest.config.js";
import { bundleTests } from "./bundle-tests.js";
import type { Mutant } from "./locate.js";

type Plugin = Extract<NonNullable<ViteUserConfig["plugins"]>[number], { readonly name: string }>;

/** What a runner tries next; it makes Vitest load the tests anew. */
interface Trial {
  readonly tests: string;
  readonly mutant: Mutant | null;
}

const FOLDER = resolve(".cache/mutants", String(process.pid));

const trialOf = (id: string): Trial | null => {
  const trial = JSON.parse(process.env["PLINTH_MUTANT_TRIAL"] ?? "null") as Trial | null;
  return trial && id.split("?")[0] === resolve(trial.tests) ? trial : null;
};

const trials: Plugin = {
  name: "trials",
  enforce: "pre",
  configureVitest: ({ experimental_defineCacheKeyGenerator: define }) =>
    define(({ id }) => (trialOf(id) ? false : null)),
  async load(id: string) {
    const trial = trialOf(id);
    if (!trial) return null;
    const joined = await bundleTests(trial.tests, trial.mutant, FOLDER);
    return `import ${JSON.stringify(joined)};`;
  },
};

/** The suite of a mode, one file at a time in a process of its own, with one file broken. */
export default defineConfig(({ mode }) => {
  const config = isolated(mode);
  return {
    ...config,
    root: resolve("."),
    plugins: [trials],
    test: {
      ...config.test,
      isolate: true,
      maxWorkers: 1,
      cache: false,
      server: { deps: { external: [/\.cache\/mutants\//] } },
    },
  };
});
