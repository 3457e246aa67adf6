import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, mergeConfig, type ViteUserConfig } from "vitest/config";
import base from "../../vitest.config.js";
import { mutate, type Mutant } from "./locate.js";

type Plugin = Extract<NonNullable<ViteUserConfig["plugins"]>[number], { readonly name: string }>;

const mutant = JSON.parse(process.env["PLINTH_MUTANT"] ?? "null") as Mutant | null;

/** Breaks one file while it is loaded; the file on disk stays as it is. */
const breakage: Plugin = {
  name: "mutant",
  enforce: "pre",
  configureVitest: ({ experimental_defineCacheKeyGenerator: tellApart }) =>
    tellApart(({ id }) =>
      mutant && id.split("?")[0] === resolve(mutant.file) ? JSON.stringify(mutant) : "",
    ),
  load(id: string) {
    if (!mutant || id.split("?")[0] !== resolve(mutant.file)) return null;
    return mutate(readFileSync(resolve(mutant.file), "utf8"), mutant);
  },
};

export default defineConfig((environment) =>
  mergeConfig(base(environment), {
    root: resolve("."),
    plugins: [breakage],
    test: { testTimeout: 4_000 },
  }),
);
