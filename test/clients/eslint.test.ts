import * as graphqlPlugin from "@graphql-eslint/eslint-plugin";
import { ESLint } from "eslint";
import { cpSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { retyped, undescribed, withoutField, withoutInterface, withoutType } from "./mistakes.js";
import { shipped, workbench } from "./workbench.js";

const EVERYWHERE = {
  types: true,
  rootField: true,
  FieldDefinition: true,
  InputValueDefinition: true,
  EnumValueDefinition: true,
  InputObjectTypeDefinition: true,
  DirectiveDefinition: true,
};

/** What is asked of the schema: the rules for Relay's lists, ids, descriptions, names, and types that hang together. */
const rulesOf = (api: string) => ({
  "@graphql-eslint/relay-arguments": ["error", { includeBoth: true }],
  "@graphql-eslint/relay-connection-types": "error",
  // Staff also page through what is no entity: a line of a product's history is told with the product, and has no id of its own. Not every list is one that is paged.
  "@graphql-eslint/relay-edge-types": [
    "error",
    {
      withEdgeSuffix: true,
      shouldImplementNode: api === "shop",
      listTypeCanWrapOnlyEdgeType: false,
    },
  ],
  "@graphql-eslint/relay-page-info": "error",
  "@graphql-eslint/require-description": ["error", EVERYWHERE],
  "@graphql-eslint/known-type-names": "error",
  "@graphql-eslint/no-unreachable-types": "error",
  "@graphql-eslint/require-deprecation-reason": "error",
  "@graphql-eslint/require-nullable-fields-with-oneof": "error",
  "@graphql-eslint/unique-type-names": "error",
  "@graphql-eslint/naming-convention": [
    "error",
    {
      types: "PascalCase",
      FieldDefinition: "camelCase",
      InputValueDefinition: "camelCase",
      Argument: "camelCase",
      EnumValueDefinition: "UPPER_CASE",
    },
  ],
});

/** The rules for queries and fragments: each selects what a cache needs to identify an object. */
const DOCUMENT_RULES = {
  "@graphql-eslint/require-selections": ["error", { fieldName: "id" }],
  "@graphql-eslint/unique-fragment-name": "error",
  "@graphql-eslint/unique-operation-name": "error",
  "@graphql-eslint/no-deprecated": "error",
} as const;

const complaintsAbout = async (
  name: string,
  sdl: string,
  api = "shop",
): Promise<readonly string[]> => {
  const folder = workbench(`eslint-${name.replaceAll(" ", "-")}`);
  const file = join(folder, "schema.graphql");
  writeFileSync(file, sdl);
  return complaints(folder, [file], { schema: file }, rulesOf(api));
};

const complaintsAboutDocuments = async (
  name: string,
  api: string,
  documents: string,
  change = (text: string) => text,
): Promise<readonly string[]> => {
  const folder = workbench(`eslint-${name.replaceAll(" ", "-")}`, [documents]);
  cpSync(join(import.meta.dirname, "node_modules/@plinth/client", api), join(folder, api), {
    recursive: true,
  });
  const card = join(folder, api, "fragments/PlinthProductCard.graphql");
  writeFileSync(card, change(readFileSync(card, "utf8")));
  const files = [join(folder, documents, "*.graphql"), join(folder, api, "fragments/*.graphql")];
  return complaints(
    folder,
    files,
    { schema: join(folder, api, "schema.graphql"), documents: files },
    DOCUMENT_RULES,
  );
};

const complaints = async (
  folder: string,
  files: readonly string[],
  graphQLConfig: object,
  rules: object,
): Promise<readonly string[]> => {
  const linter = new ESLint({
    cwd: folder,
    overrideConfigFile: true,
    overrideConfig: [
      {
        files: ["**/*.graphql"],
        languageOptions: { parser: graphqlPlugin.parser, parserOptions: { graphQLConfig } },
        plugins: { "@graphql-eslint": { rules: graphqlPlugin.rules as never } },
        rules,
      },
    ],
  });
  const results = await linter.lintFiles([...files]);
  return results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message }) => `${ruleId ?? "parser"}: ${message}`),
  );
};

// Elsewhere it takes the first schema that it reads for all that come after.
beforeAll(() => vi.stubEnv("NODE_ENV", "test"));

describe("graphql-eslint", () => {
  test.each(["shop", "admin"])("has nothing to say against the schema of %s", async (api) => {
    expect(await complaintsAbout(`sound-${api}`, shipped(`${api}/schema.graphql`), api)).toEqual(
      [],
    );
  });

  test.each([
    ["shop", "storefront"],
    ["admin", "back-office"],
  ])(
    "has nothing to say against the ready fragments of %s, and queries that spread them",
    async (api, documents) => {
      expect(await complaintsAboutDocuments(`sound-${documents}`, api, documents)).toEqual([]);
    },
  );
});

describe("graphql-eslint notices", () => {
  test("a fragment that does not ask for the id", async () => {
    const complaint = (
      await complaintsAboutDocuments("fragment", "shop", "storefront", (text) =>
        text.replace("  id\n", ""),
      )
    ).join("\n");

    expect(complaint).toMatch(/require-selections: .*id/);
  });

  const sdl = shipped("shop/schema.graphql");
  const mistakes = {
    "a connection without pageInfo": [
      withoutField(sdl, "ProductConnection.pageInfo"),
      /relay-connection-types: .*pageInfo/,
    ],
    "a page that does not say where it ends": [
      withoutField(sdl, "PageInfo.endCursor"),
      /relay-page-info: .*endCursor/,
    ],
    "an edge without a cursor": [
      withoutField(sdl, "ProductEdge.cursor"),
      /relay-edge-types: .*cursor/,
    ],
    "a list whose pages cannot be asked for": [
      retyped(sdl, "Query.node", "ProductConnection"),
      /relay-arguments: /,
    ],
    "a field without a description": [
      undescribed(sdl, "Product.slug"),
      /require-description: .*slug/,
    ],
    "an entity of a list that lost its id": [
      withoutInterface(sdl, "Variant", "Node"),
      /relay-edge-types: .*must implement `Node`/,
    ],
    "a scalar that nobody declares": [withoutType(sdl, "Decimal"), /Unknown type.*Decimal/],
  } as const;

  test.each(Object.entries(mistakes))("%s", async (name, [mistaken, complaint]) => {
    expect((await complaintsAbout(name, mistaken)).join("\n")).toMatch(complaint);
  });
});
