import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type ViteUserConfig } from "vitest/config";
import { isolated } from "../../vitest.config.js";
import { mutate, type Mutant } from "./locate.js";

type Plugin = Extract<NonNullable<ViteUserConfig["plugins"]>[number], { readonly name: string }>;

/** The mutant that is tried now, if any; a runner that changes it makes Vitest reload the file. */
const mutantOf = (id: string): Mutant | null => {
  const mutant = JSON.parse(process.env["PLINTH_MUTANT"] ?? "null") as Mutant | null;
  return mutant && id.split("?")[0] === resolve(mutant.file) ? mutant : null;
};

/** Breaks one file while it is loaded; the file on disk stays as it is. */
const breakage: Plugin = {
  name: "mutant",
  enforce: "pre",
  configureVitest: ({ experimental_defineCacheKeyGenerator: define }) =>
    define(({ id }) => (mutantOf(id) ? false : null)),
  load(id: string) {
    const mutant = mutantOf(id);
    return mutant ? mutate(readFileSync(resolve(mutant.file), "utf8"), mutant) : null;
  },
};

/** The suite of a mode, one file at a time in a process of its own, with one file broken. */
export default defineConfig(({ mode }) => {
  const config = isolated(mode);
  return {
    ...config,
    root: resolve("."),
    plugins: [breakage],
    test: { ...config.test, isolate: true, maxWorkers: 1, cache: false },
  };
});
