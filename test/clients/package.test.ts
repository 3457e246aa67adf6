import { build } from "esbuild";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildSchema } from "graphql";
import { describe, expect, test } from "vitest";
import { withFragments } from "@plinth/client/shop";
import { compile, run, shipped, tool, workbench } from "./workbench.js";

const manifest = JSON.parse(shipped("package.json")) as {
  readonly exports: Readonly<Record<string, string | { readonly default: string }>>;
  readonly dependencies?: object;
};
const entries = Object.entries(manifest.exports)
  .filter(([, file]) => (typeof file === "string" ? file : file.default).endsWith(".js"))
  .map(([entry]) => `@plinth/client${entry.slice(1)}`);

/** The programs of the README that need nothing generated, as files of a frontend. */
const setUps = [...shipped("README.md").matchAll(/^```ts\n([\s\S]*?)^```$/gm)]
  .map(([, program = ""]) => program)
  .filter((program) => !program.includes('"./') && program.includes("const "));

const MORE = `
import { InMemoryCache } from "@apollo/client";
import { cacheExchange } from "@urql/exchange-graphcache";
import { cacheOptions } from "@plinth/client/admin/apollo";
import { pagesOf, typePolicies } from "@plinth/client/shop/apollo";
import { keys, resolvers, schema } from "@plinth/client/admin/urql";
import { possibleTypes, scalars, withFragments, type Scalars } from "@plinth/client/shop";
import { fromSearchParams, isRetryable, toggle, toSearchParams, type ErrorCode, type FacetFilter } from "@plinth/client";
import { retryLink } from "@plinth/client/apollo";
import { PlinthProductCard } from "@plinth/client/shop/fragments";
import { PlinthUserError } from "@plinth/client/admin/fragments";

export const staff = new InMemoryCache({ ...cacheOptions, typePolicies: { ...cacheOptions.typePolicies, Mine: { fields: { list: pagesOf(["by"]) } } } });
export const exchange = cacheExchange({ schema, keys, resolvers });
export const text: string = withFragments(PlinthProductCard) + PlinthUserError + scalars.Decimal + String(typePolicies.Money) + possibleTypes.Node.join();
export const price: Scalars["Decimal"] = "12.90";
export const link = retryLink({ attempts: 2 });
interface SearchFilter { available?: boolean | null; tags?: string[] | null; price?: { min?: string | null } | null }
const narrowed: SearchFilter = toggle<SearchFilter>(fromSearchParams("tags=new"), { kind: "TAG" }, { value: "sale" });
export const address: string = toSearchParams(narrowed satisfies FacetFilter).toString();
export const code: ErrorCode = isRetryable(null) ? "RATE_LIMITED" : "SLUG_TAKEN";
// @ts-expect-error: there is no such code
export const unknown: ErrorCode = "OUT_OF_MUGS";
// @ts-expect-error: an exact number is a text
export const mistaken: Scalars["Decimal"] = 12.9;
`;

describe("the package for clients, installed from its tarball", () => {
  test("offers what it promises, in whatever way a program takes modules", async () => {
    const folder = workbench("package-entries");
    writeFileSync(
      join(folder, "all.mjs"),
      `${entries.map((entry, index) => `import * as e${index} from ${JSON.stringify(entry)};`).join("\n")}\nconsole.log([${entries.map((_entry, index) => `Object.keys(e${index}).length > 0`).join()}].every(Boolean));\nconst map = await import("@plinth/client/shop/possibleTypes.json", { with: { type: "json" } });\nconsole.log(map.default.Node.includes("Product"));`,
    );
    writeFileSync(
      join(folder, "old.cjs"),
      `console.log(require("@plinth/client/admin/scalars.json").Decimal, require("node:fs").existsSync(require.resolve("@plinth/client/admin/schema.graphql")));`,
    );

    expect(entries).toHaveLength(14);
    expect((await run(join(folder, "all.mjs"), [], folder)).said).toContain("true\ntrue");
    expect((await run(join(folder, "old.cjs"), [], folder)).said).toContain("string true");
  });

  test.each(["nodenext", "bundler"])(
    "is set up as its README says, and fits the types of the clients, under %s",
    async (moduleResolution) => {
      const folder = workbench(`package-types-${moduleResolution}`);
      for (const [index, program] of [...setUps, MORE].entries())
        writeFileSync(join(folder, `set-up-${index}.ts`), program);
      const module = moduleResolution === "nodenext" ? "nodenext" : "esnext";
      writeFileSync(
        join(folder, "tsconfig.json"),
        JSON.stringify({
          compilerOptions: {
            target: "es2022",
            lib: ["es2023", "dom"],
            module,
            moduleResolution,
            types: [],
            strict: true,
            skipLibCheck: true,
            noEmit: true,
          },
          include: ["*.ts"],
        }),
      );

      expect(setUps).toHaveLength(6);
      expect(await compile(folder)).toEqual({ code: 0, said: "" });
    },
  );

  test("has nothing that publint or attw, which check packages before they are published, complain of", async () => {
    const folder = join(import.meta.dirname, "node_modules/@plinth/client");
    const data = Object.keys(manifest.exports).filter((entry) => /\.(json|graphql)$/.test(entry));

    expect(await tool("publint", ["run", "--strict", "--pack=npm", folder], folder)).toMatchObject({
      code: 0,
      said: expect.stringContaining("All good!"),
    });
    expect(
      await tool(
        "attw",
        ["--pack", folder, "--profile", "esm-only", "--exclude-entrypoints", ...data],
        folder,
      ),
    ).toMatchObject({ code: 0 });
  });

  test.each([
    ["shop/apollo", 12_000, false],
    ["admin/apollo", 22_000, false],
    ["shop/urql", 90_000, true],
    ["", 7_500, false],
  ])(
    "carries in the bundle of %j only what its client reads, at most %i B",
    async (entry, most, reads) => {
      const { outputFiles } = await build({
        stdin: {
          contents: `export * from ${JSON.stringify(["@plinth/client", entry].filter(Boolean).join("/"))};`,
          resolveDir: import.meta.dirname,
        },
        bundle: true,
        minify: true,
        format: "esm",
        external: ["@apollo/client", "@urql/*"],
        write: false,
      });
      const [{ text } = { text: "" }] = outputFiles;

      expect(text.length).toBeGreaterThan(500);
      expect(text.length).toBeLessThan(most);
      expect(text.includes("queryType")).toBe(reads);
      expect(text.includes("fragment ")).toBe(false);
    },
  );

  test("needs no other package, and holds nothing of the server", () => {
    const files = readdirSync(join(import.meta.dirname, "node_modules/@plinth/client"), {
      recursive: true,
      encoding: "utf8",
    });

    expect(manifest.dependencies).toBeUndefined();
    expect(files.filter((file) => /\.(js|ts|json|graphql|md)$/.test(file)).length).toBeGreaterThan(
      40,
    );
    expect(files.filter((file) => /node_modules|src|test/.test(file))).toEqual([]);
  });

  test.each(["shop", "admin"])(
    "has the schema of %s that is committed, and a client can build it",
    (api) => {
      const sdl = shipped(`${api}/schema.graphql`);

      expect(sdl).toBe(readFileSync(`schema/${api}.graphql`, "utf8"));
      expect(buildSchema(sdl).getQueryType()?.name).toBe("Query");
    },
  );

  test("puts behind a query the fragments that it spreads, each of them once", () => {
    const text = withFragments(
      '{ product(by: { slug: "mug" }) { ...PlinthProductPage } ... on Query { products { nodes { ...PlinthProductCard } } } }',
    );

    expect([...text.matchAll(/fragment (\w+) on/g)].map(([, name]) => name).toSorted()).toEqual([
      "PlinthImage",
      "PlinthMoney",
      "PlinthProductCard",
      "PlinthProductPage",
    ]);
    expect(text.match(/fragment PlinthMoney on/g)).toHaveLength(1);
    expect(() => withFragments("{ product { ...Nonsense } }")).toThrow(
      /There is no fragment Nonsense/,
    );
  });

  test("is tried by tests that the compiler takes", async () => {
    expect(await compile(import.meta.dirname)).toEqual({ code: 0, said: "" });
  });
});
