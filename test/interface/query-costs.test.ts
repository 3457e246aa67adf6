import { readFileSync } from "node:fs";
import {
  getNamedType,
  getNullableType,
  isCompositeType,
  isListType,
  isObjectType,
  Kind,
  parse,
  validate,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from "graphql";
import { describe, expect, test } from "vitest";
import { DEFAULT_LIMITS } from "../../src/application/shared/limits.js";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import { queryCost } from "../../src/interface/graphql/limits/query-cost.js";
import { costOf } from "../../src/interface/graphql/schema/cost.js";
import { DOCUMENTED, USUAL_DOCUMENTS, type UsualDocument } from "../builders/usual-documents.js";

const schemas = { shop: await buildShopSchema(), admin: await buildAdminSchema() };

const fits = ({ api, query }: UsualDocument): boolean =>
  validate(schemas[api], parse(query)).length === 0;

/** Values for the variables that have no default: one id, or two for a list of them. */
const variablesFor = ({ variableDefinitions = [] }: OperationDefinitionNode) =>
  Object.fromEntries(
    variableDefinitions
      .filter(({ type, defaultValue }) => type.kind === Kind.NON_NULL_TYPE && !defaultValue)
      .map(({ variable, type }) => [
        variable.name.value,
        type.kind === Kind.NON_NULL_TYPE && type.type.kind === Kind.LIST_TYPE ? ["a", "b"] : "a",
      ]),
  );

const costs = ({ api, query, variables }: UsualDocument) => {
  const document = parse(query);
  return document.definitions.flatMap((one) =>
    one.kind === Kind.OPERATION_DEFINITION
      ? [queryCost(schemas[api], document, one, { ...variablesFor(one), ...variables })]
      : [],
  );
};

describe("what is usually requested", () => {
  test("fits a schema, so that its cost says something", () => {
    expect(USUAL_DOCUMENTS.filter((one) => fits(one)).length).toBeGreaterThan(70);
    expect(DOCUMENTED.filter((one) => !fits(one))).toEqual([]);
  });

  test.each(
    USUAL_DOCUMENTS.filter((one) => fits(one) && one.name !== LARGEST).map(
      (one) => [one.name, one] as const,
    ),
  )("costs less than half of the maximum: %s", (_, one) => {
    for (const { points, aliasesOfField } of costs(one)) {
      expect(points).toBeLessThanOrEqual(DEFAULT_LIMITS.queryCost / 2);
      expect(aliasesOfField).toBeLessThanOrEqual(DEFAULT_LIMITS.aliasesOfField / 2);
    }
  });
});

/** The most that answers of 5 MiB usually hold: 10,000 variants, with what lists show of them. */
const LARGEST = "100 products with 100 variants each, their prices and images";

test("the largest usual answer is allowed, also with descriptions", () => {
  const [largest] = DOCUMENTED.filter(({ name }) => name === LARGEST);
  const query = largest?.query.replace("variants(", "descriptionHtml variants(") ?? "";

  expect(costs({ name: LARGEST, api: "shop", query })[0]?.points).toBeLessThanOrEqual(
    DEFAULT_LIMITS.queryCost,
  );
  expect(query).toContain("descriptionHtml");
});

test.each([
  [
    "a list page",
    "query ($after: String) { products(first: 20, after: $after, sort: { key: CREATED }) { nodes { id title slug descriptionHtml featuredImage { url } variants(first: 5) { nodes { id sku optionValues { value } price { minorUnits } stock } } } } }",
    400,
  ],
  [
    "a product page",
    "query ($slug: String!) { product(by: { slug: $slug }) { id title slug descriptionHtml featuredImage { url } variants(first: 100) { nodes { id sku optionValues { name value } price { minorUnits } stock } } collections(first: 10) { nodes { title } } } }",
    300,
  ],
  [
    "a search with facets",
    "query ($q: String!, $tag: String!) { search(query: $q, first: 20, filter: { tags: [$tag] }) { totalCount nodes { id title slug priceRange { min { minorUnits } max { minorUnits } } } facets { kind values { count value label } } } }",
    400,
  ],
])("what is measured most costs little: %s", (name, query, most) => {
  const points = costs({ name, api: "shop", query })[0]?.points;

  expect(validate(schemas.shop, parse(query))).toEqual([]);
  expect(points).toBeLessThanOrEqual(most);
});

const aliases = (count: number, field: string): string =>
  Array.from({ length: count }, (_, n) => `a${n}: ${field}`).join(" ");

test.each([
  [
    "a description under 29 aliases, through each of 5,000 variants",
    `{ products(first: 100) { nodes { variants(first: 50) { nodes { product { ${aliases(29, "descriptionHtml")} } } } } } }`,
  ],
  [
    "a description through each of 5,000 variants",
    "{ products(first: 100) { nodes { variants(first: 50) { nodes { product { descriptionHtml } } } } } }",
  ],
  [
    "images of 10,000 variants under ten aliases",
    `{ products(first: 100) { nodes { variants(first: 100) { nodes { ${aliases(10, "image { srcSet }")} } } } } }`,
  ],
  [
    "variants of 1,000 products under ten aliases",
    `{ ${aliases(10, "products(first: 100) { nodes { variants(first: 100) { nodes { sku } } } }")} }`,
  ],
])("what attacks ask for costs too much: %s", (name, query) => {
  expect(costs({ name, api: "shop", query })[0]?.points).toBeGreaterThan(DEFAULT_LIMITS.queryCost);
});

test("the guide for storefronts lists what usual requests cost", () => {
  const guide = readFileSync("docs/guide/storefront.md", "utf8");
  const rows = DOCUMENTED.map((one) => {
    const points = costs(one)[0]?.points ?? 0;
    return `| ${one.name} | ${points.toLocaleString("en")} |`;
  });

  expect(rows.filter((row) => !guide.includes(row))).toEqual([]);
});

/** Lists of objects whose length neither a page, nor ids, nor the input of a mutation tells. */
const listsWithoutLength = (schema: GraphQLSchema): readonly string[] =>
  Object.values(schema.getTypeMap()).flatMap((type) => {
    if (!isObjectType(type) || type.name.startsWith("__") || "pageInfo" in type.getFields())
      return [];
    return Object.values(type.getFields())
      .filter(
        (field) =>
          isListType(getNullableType(field.type)) &&
          isCompositeType(getNamedType(field.type)) &&
          !field.args.some(({ name }) => name === "ids") &&
          field.name !== "results" &&
          costOf(field).items === undefined,
      )
      .map(({ name }) => `${type.name}.${name}`);
  });

test.each(["shop", "admin"] as const)(
  "every list of the %s API without pages says how many objects it usually has",
  (api) => {
    expect(listsWithoutLength(schemas[api])).toEqual([]);
  },
);
