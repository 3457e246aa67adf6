import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import {
  buildSchema,
  GraphQLScalarType,
  type GraphQLSchema,
  NoUnusedFragmentsRule,
  parse,
  specifiedRules,
  validate,
} from "graphql";
import { describe, expect, test } from "vitest";
import { buildAdminSchema } from "../../../src/interface/graphql/build-admin-schema.js";
import { ERROR_CODES } from "../../../src/interface/graphql/error-codes.js";
import { buildShopSchema } from "../../../src/interface/graphql/build-shop-schema.js";
import { cacheFacts } from "../../../src/interface/graphql/clients/cache-facts.js";
import { clientKit } from "../../../src/interface/graphql/clients/client-kit.js";
import { errorCodeFiles } from "../../../src/interface/graphql/clients/error-code-files.js";
import type { FragmentFile } from "../../../src/interface/graphql/clients/fragment-file.js";
import { scalarTypes } from "../../../src/interface/graphql/clients/scalar-types.js";
import { printSchemas } from "../../../src/interface/graphql/print-schemas.js";
import { published } from "./published.js";

const PACKAGE = "clients/typescript";
const root = join(import.meta.dirname, "../../..");

const fragmentFiles = (api: string): readonly FragmentFile[] => {
  const folder = join(root, PACKAGE, api, "fragments");
  return readdirSync(folder)
    .toSorted()
    .map((file) => ({
      name: file.replace(/\.graphql$/, ""),
      text: readFileSync(join(folder, file), "utf8"),
    }));
};
// Staff may use the fragments of the shop, but for those about something that only the shop has.
const isAbout = (schema: GraphQLSchema, { text }: FragmentFile): boolean =>
  schema.getType(/ on (\w+)/.exec(text)?.[1] ?? "") !== undefined;

const [shopSchema, adminSchema, inShop] = [
  await buildShopSchema(),
  await buildAdminSchema(),
  fragmentFiles("shop"),
];
const schemas: readonly (readonly [
  api: "shop" | "admin",
  schema: GraphQLSchema,
  fragments: readonly FragmentFile[],
])[] = [
  ["shop", shopSchema, inShop],
  [
    "admin",
    adminSchema,
    [
      ...inShop.filter((fragment) => isAbout(adminSchema, fragment)),
      ...fragmentFiles("admin").filter(
        ({ name }) => !inShop.some((fragment) => fragment.name === name),
      ),
    ],
  ],
];

for (const [api, schema, fragments] of schemas)
  describe(`the ${api}'s part of the package for clients`, () => {
    const kit = clientKit(schema, fragments);

    test.each(Object.keys(kit))(
      "%s is what the schema says; after a change on purpose: npm run schema",
      (file) => {
        expect(kit[file]).toBe(published(`${PACKAGE}/${api}/${file}`, kit[file] ?? ""));
      },
    );

    test("has the published schema", async () => {
      expect(kit["schema.graphql"]).toBe((await printSchemas())[api]);
    });

    test("has fragments that are valid in the schema, each named like its file", () => {
      const rules = specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
      const document = parse(fragments.map(({ text }) => text).join("\n"));

      expect(validate(schema, document, rules).map(({ message }) => message)).toEqual([]);
      expect(
        document.definitions.map((definition) => "name" in definition && definition.name?.value),
      ).toEqual(fragments.map(({ name }) => name));
      expect(fragmentFiles(api).map(({ name }) => name)).toEqual(
        fragments.map(({ name }) => name).toSorted(),
      );
    });

    test("has only fragments whose names begin with Plinth, so that a shop's own names stay free", () => {
      expect(fragmentFiles(api).filter(({ name }) => !/^Plinth[A-Z]/.test(name))).toEqual([]);
    });

    test("has a type for every scalar", () => {
      const unknown = Object.entries(scalarTypes(schema))
        .filter(([, type]) => type === "unknown")
        .map(([name]) => name);

      expect(unknown).toEqual(api === "shop" ? [] : ["JSON"]);
    });
  });

describe("the facts for a cache", () => {
  const small = buildSchema(`
    interface Node { id: ID! }
    union Place = Mug | Money
    scalar Stamp
    type Money { amount: Int }
    type Part { id: ID! }
    type Mug implements Node { id: ID!, part: Part, price: Money, lids(first: Int, after: String, size: Int, colour: String): MugList! }
    type MugList { edges: [MugEdge], pageInfo: PageInfo }
    type MugEdge { node: Mug, cursor: String }
    type PageInfo { endCursor: String }
    input By { id: ID, name: String }
    type Mutation { break: Mug }
    type Query { node(id: ID!): Node, nodes(ids: [ID!]!): [Node]!, mug(by: By!): Mug, mugOf(owner: ID!, id: ID!): Mug, price(id: ID!): Money, all(id: ID!): [Mug], shelf(first: Int): MugList }
  `);

  test("give what has an id a key, and values none", () => {
    expect(cacheFacts(small).keys).toEqual({
      Money: null,
      MugEdge: null,
      MugList: null,
      PageInfo: null,
    });
    expect(cacheFacts(small).typePolicies["Money"]).toEqual({ keyFields: false, merge: true });
  });

  test("identify a list by all its arguments except those of the page", () => {
    expect(cacheFacts(small).typePolicies["Mug"]).toEqual({
      fields: { lids: { keyArgs: ["size", "colour"] } },
    });
    expect(cacheFacts(small).typePolicies["Query"]).toEqual({ fields: { shelf: { keyArgs: [] } } });
  });

  test("name the possible types of every interface and union", () => {
    expect(cacheFacts(small).possibleTypes).toEqual({ Node: ["Mug"], Place: ["Money", "Mug"] });
  });

  test("find an entity by its id only where the field has no other argument", () => {
    expect(cacheFacts(small).lookups).toEqual({
      node: { type: "Node", id: ["id"] },
      nodes: { type: "Node", id: ["ids"] },
      mug: { type: "Mug", id: ["by", "id"] },
    });
  });

  test("give a scalar without a JSON schema the type unknown", () => {
    const length = new GraphQLScalarType({
      name: "Stamp",
      extensions: { jsonSchema: { type: "integer" } },
    });

    expect(scalarTypes(small)).toEqual({ ID: "string", Stamp: "unknown" });
    expect(
      scalarTypes({ getTypeMap: () => ({ Stamp: length }) } as unknown as GraphQLSchema),
    ).toEqual({ Stamp: "number" });
  });
});

describe("the package for clients", () => {
  const read = (file: string) => readFileSync(join(root, PACKAGE, file), "utf8");
  const manifest = JSON.parse(read("package.json")) as { version: string; dependencies?: object };
  const codes = errorCodeFiles(ERROR_CODES);

  test.each(Object.keys(codes))(
    "%s is what the register of errors says; after a change on purpose: npm run schema",
    (file) => {
      expect(codes[file]).toBe(published(`${PACKAGE}/${file}`, codes[file] ?? ""));
    },
  );

  test("has the version that its changelog begins with and its README names, and no dependencies", () => {
    expect(/^## (\S+)/m.exec(read("CHANGELOG.md"))?.[1]).toBe(manifest.version);
    expect(read("README.md")).toContain(`plinth-client-${manifest.version}.tgz`);
    expect(manifest.dependencies).toBeUndefined();
  });

  test("has the licence of Plinth", () => {
    expect(read("LICENSE")).toBe(readFileSync(join(root, "LICENSE"), "utf8"));
  });
});
