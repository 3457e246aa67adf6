import { beforeAll, describe, expect, test } from "vitest";
import { RateLimited } from "../../src/application/shared/rate-limited.js";
import { GUEST } from "../../src/application/shared/viewer.js";
import type { Operation } from "./corpus.js";
import { send } from "./ask.js";
import { openWorld, PRODUCT_OUT_OF_REACH, type World } from "./world.js";

const FRAGMENT = "fragment Card on Product { title }\n";

describe("each error of a document has its place in it", () => {
  let world: World;
  beforeAll(async () => {
    world = await openWorld({ limits: { queryCost: 2_000, aliasesOfField: 3 } });
  });
  const ask = (query: string, more: Partial<Operation> = {}) =>
    send(world, { api: "shop", viewer: "guest", ...more, query });
  const firstOf = async (query: string, more: Partial<Operation> = {}) => {
    const [error] = (await ask(query, more)).errors;
    return [error?.extensions?.["code"], error?.locations];
  };

  test.each<[string, string, Partial<Operation>, string, number, number]>([
    [
      "a refused argument",
      `{ shop { locale }\n  products(first: 500) { totalCount } }`,
      {},
      "INVALID_PAGE",
      2,
      3,
    ],
    ["a refused cursor", `{\n products(after: "x") { nodes { id } } }`, {}, "INVALID_CURSOR", 2, 2],
    [
      "an outage",
      `{\n  node(id: "${PRODUCT_OUT_OF_REACH}") { id } }`,
      {},
      "SERVICE_UNAVAILABLE",
      2,
      3,
    ],
    [
      "a missing permission",
      "{\n\n variants { nodes { id } } }",
      { api: "admin" },
      "PERMISSION_DENIED",
      3,
      2,
    ],
    [
      "a variable",
      `query Q(\n  $first: Int) { products(first: $first) { totalCount } }`,
      { variables: { first: "x" } },
      "BAD_USER_INPUT",
      2,
      3,
    ],
    ["an unknown field", "{\n shop { nothing } }", {}, "GRAPHQL_VALIDATION_FAILED", 2, 9],
    ["a syntax error", "{ shop {\n", {}, "GRAPHQL_PARSE_FAILED", 2, 1],
    [
      "an unknown market",
      `${FRAGMENT}query Q { products { nodes { ...Card } } }`,
      { market: "nowhere" },
      "UNKNOWN_MARKET",
      2,
      1,
    ],
    [
      "a malformed idempotency key",
      "\n { shop { locale } }",
      { idempotencyKey: "" },
      "INVALID_IDEMPOTENCY_KEY",
      2,
      2,
    ],
    [
      "a request that costs too much",
      `${FRAGMENT}query Q { products(first: 100) { nodes { ...Card variants(first: 100) { nodes { id } } } } }`,
      {},
      "QUERY_LIMIT_EXCEEDED",
      2,
      1,
    ],
    [
      "too many aliases",
      "\n{ products { nodes { a: id b: id c: id d: id } } }",
      {},
      "QUERY_LIMIT_EXCEEDED",
      2,
      1,
    ],
    [
      "a document that is too deep",
      `${FRAGMENT}{ collections { nodes ${"{ parent ".repeat(12)} { id } ${"}".repeat(13)} }`,
      {},
      "QUERY_LIMIT_EXCEEDED",
      2,
      1,
    ],
    [
      "brackets that are nested too deep",
      `{\n products(filter: ${"[".repeat(120)}${"]".repeat(120)}) { totalCount } }`,
      {},
      "QUERY_LIMIT_EXCEEDED",
      2,
      118,
    ],
    [
      "an operation that is not named",
      `\n query A { shop { locale } } query B { shop { locale } }`,
      {},
      "OPERATION_RESOLUTION_FAILURE",
      2,
      2,
    ],
  ])("%s", async (_, query, more, code, line, column) => {
    expect(await firstOf(query, more)).toEqual([code, [{ line, column }]]);
  });

  test("also when a compiled program answers", async () => {
    const query = `{\n  node(id: "${PRODUCT_OUT_OF_REACH}") { id } }`;
    const [first, second, third] = [
      await firstOf(query),
      await firstOf(query),
      await firstOf(query),
    ];

    expect(first).toEqual(["SERVICE_UNAVAILABLE", [{ line: 2, column: 3 }]]);
    expect([second, third]).toEqual([first, first]);
  });

  test("a client that has no points left", async () => {
    const { server, context } = world.shop;
    const contextValue = await context({
      viewer: GUEST,
      requestId: "request-1",
      market: undefined,
      locale: undefined,
      charge: async () => {
        throw new RateLimited(1_000);
      },
    });
    const { body } = await server.executeOperation(
      { query: "\n{ shop { locale } }" },
      { contextValue },
    );

    expect(body.kind === "single" && body.singleResult.errors).toMatchObject([
      { locations: [{ line: 2, column: 1 }], extensions: { code: "RATE_LIMITED" } },
    ]);
  });

  test("an answer that is too long", async () => {
    const small = await openWorld({ limits: { answerBytes: 200 } });
    const { errors } = await send(small, {
      api: "shop",
      viewer: "guest",
      query: "\n  { products(first: 5) { nodes { id title } } }",
    });

    expect(errors).toMatchObject([
      { locations: [{ line: 2, column: 3 }], extensions: { limit: "ANSWER_BYTES" } },
    ]);
  });
});

describe("hints to names of the schema", () => {
  const MISTAKES: readonly (readonly [string, string, object | null])[] = [
    ["field", `{ product(by: { slug: "mug-1" }) { titel } }`, null],
    ["argument", `{ products(frist: 1) { totalCount } }`, null],
    ["enum value", `{ products(sort: { key: TITEL }) { totalCount } }`, null],
    ["type", `{ node(id: "x") { ... on Produkt { id } } }`, null],
    ["input field", `{ products(filter: { vendor: ["x"] }) { totalCount } }`, null],
    [
      "value of a variable",
      `query ($sort: ProductSort) { products(sort: $sort) { totalCount } }`,
      { sort: { key: "TITEL" } },
    ],
  ];

  test.each(MISTAKES)(
    "are given for a %s in development, and none in production",
    async (_, query, variables) => {
      const messages = await Promise.all(
        [false, true].map(async (hideSchemaHints) => {
          const { errors } = await send(await openWorld({ hideSchemaHints }), {
            api: "shop",
            viewer: "guest",
            query,
            ...(variables && { variables: variables as Record<string, unknown> }),
          });
          expect(errors[0]?.locations).toHaveLength(1);
          return errors.map(({ message }) => message).join("\n");
        }),
      );

      expect(messages[0]).toMatch(/Did you mean .+\?/);
      expect(messages[1]).not.toMatch(/Did you mean|title|first|TITLE|Product\b.*\?|vendors/);
    },
  );
});
