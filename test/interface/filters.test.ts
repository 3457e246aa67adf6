import {
  getNamedType,
  getNullableType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  type GraphQLSchema,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
} from "graphql";
import { beforeAll, describe, expect, test } from "vitest";
import { buildAdminSchema } from "../../src/interface/graphql/build-admin-schema.js";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import { orderId } from "../builders/place-orders.js";
import { api, send } from "./ask.js";

const { ask, world } = api("filters");
const schemas = { shop: await buildShopSchema(), admin: await buildAdminSchema() };

/** How a field of a type other than Query is reached. */
const WAY_TO: Readonly<Record<string, string>> = {
  Product: `product(by: { slug: "mug-6" })`,
};

interface Filter {
  /** `Query.products`. */
  readonly at: string;
  readonly type: GraphQLInputObjectType;
  readonly query: string;
}

/** Every argument that takes a filter. */
const filtersOf = (schema: GraphQLSchema): readonly Filter[] =>
  Object.values(schema.getTypeMap())
    .filter(isObjectType)
    .flatMap((parent) =>
      Object.values(parent.getFields()).flatMap((field) =>
        field.args.flatMap(({ name, type: of }) => {
          const type = getNamedType(of);
          if (!isInputObjectType(type) || !(name === "filter" || /filter/i.test(type.name)))
            return [];
          // Only these take part in what holds for all filters.
          expect([`${parent.name}.${field.name}`, name]).toEqual([expect.anything(), "filter"]);
          const list = `${field.name}(filter: $filter, first: 100) { totalCount edges { cursor } }`;
          const way = WAY_TO[parent.name];
          if (parent !== schema.getQueryType() && way === undefined)
            throw new Error(`How is ${parent.name}.${field.name} reached?`);
          return [
            {
              at: `${parent.name}.${field.name}`,
              type,
              query: `query ($filter: ${String(of)}) { ${way === undefined ? list : `${way} { ${list} }`} }`,
            },
          ];
        }),
      ),
    );

/** Every way to put one empty list into an input: `{ tags: [] }`, `{ options: [{ name: "x", values: [] }] }`. */
const emptyLists = (type: GraphQLInputObjectType): readonly Readonly<Record<string, unknown>>[] =>
  Object.values(type.getFields()).flatMap(({ name, type: of }) => {
    const inner = getNamedType(of);
    const isList = isListType(getNullableType(of));
    const nested = isInputObjectType(inner)
      ? emptyLists(inner).map((value) => ({ ...required(inner), ...value }))
      : [];
    return [
      ...(isList ? [{ [name]: [] }] : []),
      ...nested.map((value) => ({ [name]: isList ? [value] : value })),
    ];
  });

const required = (type: GraphQLInputObjectType): Readonly<Record<string, unknown>> =>
  Object.fromEntries(
    Object.values(type.getFields())
      .filter(({ type: of }) => isNonNullType(of))
      .map(({ name, type: of }) => [name, sample(of)]),
  );

const sample = (of: GraphQLInputType): unknown => {
  const type = getNullableType(of);
  if (isListType(type)) return [sample(type.ofType)];
  return isInputObjectType(type) ? required(type) : "x";
};

/** A filter and the inputs below it that combine conditions. */
const inputsBelow = (type: GraphQLInputObjectType): readonly GraphQLInputObjectType[] => [
  type,
  ...Object.values(type.getFields())
    .map((field) => getNamedType(field.type))
    .filter((inner) => isInputObjectType(inner))
    .filter((inner) => !inner.isOneOf && inner.name !== "ChosenOption")
    .flatMap(inputsBelow),
];

/** So that the list of payments is not empty. */
const MARK_PAID =
  "mutation ($id: ID!) { paymentMarkPaid(input: { id: $id }) { userErrors { code } } }";
beforeAll(async () => {
  const { errors } = await send(world(), {
    api: "admin",
    viewer: "admin-key",
    query: MARK_PAID,
    variables: { id: orderId(1) },
  });
  if (errors.length > 0) throw new Error(JSON.stringify(errors));
});

describe.each(["shop", "admin"] as const)("the filters of the %s API", (name) => {
  const filters = filtersOf(schemas[name]);

  test("are found", () => {
    expect(filters.map(({ at }) => at)).toEqual(
      expect.arrayContaining(["Query.products", "Query.search", "Product.variants"]),
    );
  });

  test("filter nothing when a list is empty", async () => {
    const cases = filters.flatMap(({ at, type, query }) =>
      emptyLists(type).map((filter) => ({ at, query, filter })),
    );
    expect(cases.length).toBeGreaterThanOrEqual(9);
    for (const { at, query, filter } of cases) {
      const [withEmptyList, without] = [
        await ask(query, { filter }, { api: name }),
        await ask(query, { filter: {} }, { api: name }),
      ];

      expect([at, filter, withEmptyList.errors, withEmptyList.data]).toEqual([
        at,
        filter,
        [],
        without.data,
      ]);
      expect(JSON.stringify(without.data)).toMatch(/"totalCount":[1-9]/);
    }
  });

  test("say what combines by AND and what by OR", () => {
    const inputs = new Set(filters.flatMap(({ type }) => inputsBelow(type)));
    const lists = [...inputs].flatMap((type) =>
      Object.values(type.getFields())
        .filter((field) => isListType(getNullableType(field.type)))
        .map((field) => ({ at: `${type.name}.${field.name}`, type, field })),
    );

    expect(
      [...inputs]
        .filter(({ description }) => !/\bAND\b/.test(description ?? ""))
        .map((type) => type.name),
    ).toEqual([]);
    expect(
      lists
        .filter(({ field }) => !/\((AND|OR)\)/.test(field.description ?? ""))
        .map(({ at }) => at),
    ).toEqual([]);
    expect(
      lists
        .filter(({ type }) => !type.description?.includes("An empty list means the same as"))
        .map(({ at }) => at),
    ).toEqual([]);
  });
});

/** Lists of inputs and arguments that mean everything when they are left out. */
const narrowingLists = (schema: GraphQLSchema): readonly (readonly [string, string])[] =>
  Object.values(schema.getTypeMap()).flatMap((type) =>
    [
      ...(isInputObjectType(type) ? Object.values(type.getFields()) : []),
      ...(isObjectType(type) ? Object.values(type.getFields()).flatMap(({ args }) => args) : []),
    ].flatMap(({ name, type: of, description }) =>
      isListType(of) && /: (in |for )?(all|any|everywhere)\b/.test(description ?? "")
        ? [[`${type.name}.${name}`, description ?? ""] as const]
        : [],
    ),
  );

describe("a list that is no filter and means everything when it is left out", () => {
  test("means the same when it is empty, and says so", () => {
    const lists = narrowingLists(schemas.admin);

    expect(lists.map(([at]) => at)).toEqual(
      expect.arrayContaining([
        "DeliveryAreaInput.postalCodes",
        "LocationInput.countries",
        "MediaFetchInput.urls",
        "PaymentMethodInput.currencies",
        "QuoteDiscountInput.lines",
        "TaxAreaInput.postalCodes",
      ]),
    );
    expect(lists.filter(([, text]) => !/Empty or null: |\(OR\)/.test(text))).toEqual([]);
  });
});
