import { describe, expect, test } from "vitest";
import { importsOf, readSources, type Source } from "../scripts/source-tree.mjs";

/** The one file of a room that lists its contexts. */
const LISTS = [
  "src/application/contexts.ts",
  "src/infrastructure/storages.ts",
  "src/interface/graphql/apis.ts",
];
/** What is central and one of a kind: the settings of a context, the market of a request. */
const NAMES_A_CONTEXT: Readonly<Record<string, readonly string[]>> = {
  "src/infrastructure/config.ts": [
    "src/infrastructure/media/media-config.js",
    "src/infrastructure/payments/payments-config.js",
  ],
  "src/interface/graphql/execution/graphql-context.ts": [
    "src/application/pricing/ports/markets.js",
  ],
};
/** A file outside of the contexts, except for HTTP, the command line and the wiring. */
const CENTRAL =
  /^src\/(domain|application|infrastructure|interface(\/graphql(\/(errors\/)?[^/]+)?)?)\/[^/]+$/;

const sources = readSources(".", ["src"]);
const contexts = new Set(
  sources
    .flatMap(({ file }) => /^src\/(?:domain|application)\/([^/]+)\//.exec(file)?.[1] ?? [])
    .filter((folder) => folder !== "shared"),
);
const contextOf = (file: string): string | undefined =>
  /^src\/(?:(?:domain|application|infrastructure)|interface\/graphql)\/([^/]+)\//.exec(file)?.[1];

const problems = (source: Source): readonly string[] => {
  const { file } = source;
  if (!CENTRAL.test(file) || contexts.has(contextOf(file) ?? "") || LISTS.includes(file)) return [];
  return importsOf(source)
    .filter((to) => contexts.has(contextOf(to) ?? "") && !NAMES_A_CONTEXT[file]?.includes(to))
    .map((to) => `${file} may not import ${to}: only a list names a context`);
};

describe("what combines contexts", () => {
  test("is a fold over a list and names no context", () => {
    expect(sources.filter(({ file }) => CENTRAL.test(file)).length).toBeGreaterThan(80);
    expect([...contexts].toSorted()).toEqual(
      expect.arrayContaining(["catalog", "inventory", "media", "operations", "pricing", "search"]),
    );
    expect(sources.flatMap(problems)).toEqual([]);
  });

  test("has one list in each room, and one line for a context in each", () => {
    for (const file of LISTS) {
      const source = sources.find((one) => one.file === file);
      const imported = source ? importsOf(source).map(contextOf) : [];

      expect([file, imported.length]).not.toEqual([file, 0]);
      expect(imported.filter((name, at) => name && imported.indexOf(name) !== at)).toEqual([]);
    }
  });

  test.each([
    ["application/open-app.ts", `import { CATALOG } from "./catalog/catalog.js";`],
    ["infrastructure/stores.ts", `import { SqlPrices } from "./pricing/sql-prices.js";`],
    ["interface/app.ts", `import type { Media } from "../application/media/media.js";`],
    ["interface/graphql/resolvers-of.ts", `import { searchApi } from "./search/search-api.js";`],
    [
      "interface/graphql/nodes/node-resolver.ts",
      `import { loadProduct } from "../catalog/products/load-product.js";`,
    ],
    [
      "interface/graphql/errors/codes/error-code.ts",
      `import type { ProductId } from "../../../../domain/catalog/ids.js";`,
    ],
  ])("would be refused in %s: %s", (file, text) => {
    expect(problems({ file: `src/${file}`, text }).join()).toContain("only a list names a context");
  });

  test.each([
    ["application/contexts.ts", `import { catalogContext } from "./catalog/catalog.js";`],
    [
      "application/search/search.ts",
      `import { mayReadCatalog } from "../catalog/ports/permissions.js";`,
    ],
    ["infrastructure/store.ts", `import { STORAGES } from "./storages.js";`],
  ])("is allowed in %s: %s", (file, text) => {
    expect(problems({ file: `src/${file}`, text })).toEqual([]);
  });
});
