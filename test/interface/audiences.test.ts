import {
  getNamedType,
  type GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  GraphQLString,
  isInterfaceType,
  isObjectType,
  isUnionType,
  parse,
} from "graphql";
import { describe, expect, test } from "vitest";
import { APIS } from "../../src/interface/graphql/apis.js";
import { buildShopSchema } from "../../src/interface/graphql/build-shop-schema.js";
import type { NodeKind } from "../../src/interface/graphql/nodes/node-kind.js";
import {
  audienceOf,
  checkAudiences,
  isForEverybody,
} from "../../src/interface/graphql/schema/answer-for.js";

const schema = await buildShopSchema();
const QUERIES = Object.values(schema.getQueryType()?.getFields() ?? {});
const KINDS: readonly NodeKind[] = APIS.flatMap(({ nodes = {} }) =>
  Object.values(nodes).flatMap((kind) => (kind ? [kind] : [])),
).filter(({ typeName }) => schema.getType(typeName));

/** What can be reached from a type, without looking anything up by its id. */
const reachable = (type: GraphQLNamedType, found = new Set<string>()): ReadonlySet<string> => {
  if (found.has(type.name) || type.name === "Node") return found;
  found.add(type.name);
  if (isUnionType(type)) for (const one of type.getTypes()) reachable(one, found);
  if (isObjectType(type) || isInterfaceType(type))
    for (const field of Object.values(type.getFields())) reachable(getNamedType(field.type), found);
  return found;
};

describe("the queries of the shop", () => {
  test("say whether caches may keep their answers", () => {
    const of = (audience: ReturnType<typeof audienceOf>): readonly string[] =>
      QUERIES.filter((field) => audienceOf(field) === audience)
        .map(({ name }) => name)
        .toSorted();

    expect({
      everybody: of("everybody"),
      kind: of("kind"),
      "one-buyer": of("one-buyer"),
      undecided: of(null),
    }).toEqual({
      undecided: [],
      everybody: [
        "addressFormat",
        "collection",
        "collections",
        "errorCodes",
        "market",
        "markets",
        "product",
        "products",
        "search",
        "shop",
      ],
      kind: ["node", "nodes"],
      "one-buyer": ["cart", "deliveryOptions", "order", "paymentMethods"],
    });
  });

  test("for everybody lead to nothing that belongs to one buyer", () => {
    const ofOneBuyer = new Set([
      ...KINDS.filter(({ answerFor }) => answerFor !== "everybody").map(({ typeName }) => typeName),
      ...QUERIES.filter((field) => audienceOf(field) === "one-buyer").map(
        ({ type }) => getNamedType(type).name,
      ),
    ]);

    const found = QUERIES.filter((field) => audienceOf(field) === "everybody").flatMap((field) =>
      [...reachable(getNamedType(field.type))].filter((name) => ofOneBuyer.has(name)),
    );

    expect(ofOneBuyer).toContain("Cart");
    expect(ofOneBuyer).toContain("Order");
    expect(found).toEqual([]);
  });

  test("that find things by their ids know for each kind whether it is one buyer's", () => {
    const undecided = KINDS.filter(({ answerFor }) => answerFor === undefined);

    expect(undecided.map(({ typeName }) => typeName)).toEqual([]);
  });
});

describe("a query that does not say whose answer it is", () => {
  const undecided = new GraphQLSchema({
    query: new GraphQLObjectType({ name: "Query", fields: { wishes: { type: GraphQLString } } }),
  });

  test("fails the build of the schema", () => {
    expect(() => checkAudiences(undecided)).toThrow("The field Query.wishes has no audience");
  });

  test.each([
    ["{ shop { locale } __typename }", true],
    [
      "{ ... { ...A } } fragment A on Query { ...B shop { locale } } fragment B on Query { __typename }",
      true,
    ],
    ["{ ...A } fragment A on Query { ... on Query { cart(id: 1) { id } } }", false],
    ["query ($no: Boolean!) { shop { locale } cart(id: 1) @include(if: $no) { id } }", false],
    ["mutation { cartCreate(input: {}) { cart { id } } }", false],
  ])("is told from others by its document: %s", (text, expected) => {
    const document = parse(text);
    const [operation] = document.definitions;

    expect(
      operation?.kind === "OperationDefinition" && isForEverybody(schema, document, operation),
    ).toBe(expected);
  });
});
