import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { isolated } from "../../vitest.config.js";
import { keptProcess } from "./kept-process.js";
import { mutate, type Mutant } from "./locate.js";

type Plugin = Extract<NonNullable<ViteUserConfig["plugins"]>[number], { readonly name: string }>;

/** What a runner tries next; it makes Vitest load the tests anew. */
interface Trial {
  readonly tests: string;
  readonly mutant: Mutant | null;
}

const LOADER = resolve("test/mutants/load-tests.mjs");

const trialOf = (id: string): Trial | null => {
  const trial = JSON.parse(process.env["PLINTH_MUTANT_TRIAL"] ?? "null") as Trial | null;
  return trial && id.split("?")[0] === resolve(trial.tests) ? trial : null;
};

/** Breaks one file while it is loaded; the file on disk stays as it is. */
const broken = (mutant: Mutant | null): object | null => {
  if (!mutant) return null;
  const path = resolve(mutant.file);
  return { path, source: mutate(readFileSync(path, "utf8"), mutant) };
};

const trials: Plugin = {
  name: "trials",
  enforce: "pre",
  configureVitest: ({ experimental_defineCacheKeyGenerator: define }) =>
    define(({ id }) => (trialOf(id) ? false : null)),
  load(id: string) {
    const trial = trialOf(id);
    if (!trial) return null;
    const load = [resolve(trial.tests), broken(trial.mutant)].map((part) => JSON.stringify(part));
    return `import { loadTests } from ${JSON.stringify(LOADER)}; await loadTests(${load.join()});`;
  },
};

/** The suite of a mode, one file at a time, with one file broken. */
export default defineConfig(({ mode }) => {
  const config = isolated(mode);
  return {
    ...config,
    root: resolve("."),
    plugins: [trials],
    test: {
      ...config.test,
      // What a broken test leaves open on a server ends with its process.
      pool: mode === "mysql" ? "forks" : keptProcess,
      isolate: true,
      maxWorkers: 1,
      cache: false,
      server: { deps: { external: [/load-tests\.mjs$/] } },
    },
  };
});
