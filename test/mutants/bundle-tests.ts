import { readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { rolldown, type Plugin } from "rolldown";
import { mutate, type Mutant } from "./locate.js";

/** Code that asks for its own place is told that of its source. */
const place: Plugin = {
  name: "place",
  transform: (code, id) =>
    code.includes("import.meta.")
      ? code
          .replaceAll("import.meta.dirname", JSON.stringify(dirname(id)))
          .replaceAll("import.meta.url", JSON.stringify(pathToFileURL(id).href))
      : null,
};

/** Breaks one file while it is loaded; the file on disk stays as it is. */
const breakage = (mutant: Mutant): Plugin => ({
  name: "mutant",
  load: (id) =>
    id === resolve(mutant.file)
      ? {
          code: mutate(readFileSync(id, "utf8"), mutant),
          moduleType: id.endsWith(".ts") ? "ts" : "js",
        }
      : null,
});

/**
 * Joins a test file with everything of the project that it imports, with one file broken. Node reads the result in a tenth
 * of the time in which Vitest loads thousands of modules one by one.
 * @param folder is emptied, and gets the result
 * @returns the path of the joined tests
 */
export const bundleTests = async (
  tests: string,
  mutant: Mutant | null,
  folder: string,
): Promise<string> => {
  const bundle = await rolldown({
    input: { tests: resolve(tests) },
    platform: "node",
    tsconfig: resolve("tsconfig.json"),
    // Helpers of decorators come with Rolldown.
    external: (id) => !/^[./]|^@oxc-project\/runtime\//.test(id),
    plugins: [place, ...(mutant ? [breakage(mutant)] : [])],
    onLog: () => undefined,
  });
  try {
    await bundle.write({
      dir: folder,
      cleanDir: true,
      format: "esm",
      // GraphQL types and errors are named after their classes.
      keepNames: true,
      entryFileNames: "[name].mjs",
      chunkFileNames: "[name]-[hash].mjs",
    });
  } finally {
    await bundle.close();
  }
  return join(folder, "tests.mjs");
};
