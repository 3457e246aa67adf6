import { describe, expect, test } from "vitest";
import { chooseMarket } from "../../src/application/pricing/markets/choose-market.js";
import { PreparationTimedOut } from "../../src/application/shared/prepare-in-time.js";
import { StoreUnavailable } from "../../src/application/shared/unit-of-work.js";
import type { ErrorCode } from "../../src/interface/graphql/errors/codes/error-code.js";
import { APIS } from "../../src/interface/graphql/apis.js";
import { ERROR_CODES } from "../../src/interface/graphql/error-codes.js";
import { inMemoryCatalog } from "../fakes/catalog/in-memory-catalog.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { api, codes, send } from "./ask.js";
import { BROKEN_PRODUCT, openWorld, PRODUCT_OUT_OF_REACH } from "./world.js";

const { ask, world } = api("errors");

const WITHOUT_OPERATIONS = Object.fromEntries(APIS.map(({ context }) => [context.name, {}]));

describe("an error", () => {
  test("that is a bug is masked, and reported with the id of its request", async () => {
    const { data, errors, status } = await ask(
      `query Buy($id: ID!) { shop { currency } product(by: { id: $id }) { title } }`,
      { id: BROKEN_PRODUCT },
    );

    expect(data).toEqual({ shop: { currency: "EUR" }, product: null });
    expect(errors).toEqual([
      {
        message: "An unexpected error occurred.",
        path: ["product"],
        locations: [{ line: 1, column: 41 }],
        extensions: { code: "INTERNAL_ERROR", requestId: "request-1" },
      },
    ]);
    expect(status ?? 200).toBe(200);
    expect(
      world().reported.map(({ error, ...facts }) => [(error as Error).message.slice(0, 16), facts]),
    ).toEqual([["ER_NO_SUCH_TABLE", { requestId: "request-1", operationName: "Buy" }]]);
  });

  test("that is an outage tells the client when to retry", async () => {
    const { errors, headers } = await ask(`query ($id: ID!) { node(id: $id) { id } }`, {
      id: PRODUCT_OUT_OF_REACH,
    });

    expect(errors).toMatchObject([
      {
        message: "The shop is busy. Try again shortly.",
        extensions: { code: "SERVICE_UNAVAILABLE", retryAfterMs: 1_000, requestId: "request-1" },
      },
    ]);
    expect(headers.get("retry-after")).toBe("1");
    expect(world().reported[0]?.error).toBeInstanceOf(StoreUnavailable);
  });

  test.each([
    ["an outage", new StoreUnavailable("down")],
    ["a preparation that takes too long", new PreparationTimedOut(5_000)],
  ])("that leaves no data sets the HTTP status, after %s", async (_, problem) => {
    const broken = await openWorld({
      app: {
        ...WITHOUT_OPERATIONS,
        pricing: inMemoryCatalog().pricing,
        catalog: {
          shop: {
            products: Object.assign(
              async () => {
                throw problem;
              },
              { policy: { allows: "anybody" } },
            ),
          },
        },
      } as never,
    });
    const { data, status } = await send(broken, {
      api: "shop",
      viewer: "guest",
      query: `{ products { nodes { id } } }`,
    });

    expect([data, status]).toEqual([{ products: null }, 503]);
  });

  test("of unreadable markets is presented like any other", async () => {
    const down = {
      all: async () => {
        throw new StoreUnavailable("down");
      },
    };
    const answer = await send(
      await openWorld({
        app: {
          ...WITHOUT_OPERATIONS,
          pricing: {
            ...inMemoryCatalog().pricing,
            chooseMarket: chooseMarket({ markets: down, clock: fixedClock() }),
          },
          catalog: {},
        } as never,
      }),
      { api: "shop", viewer: "guest", query: `{ shop { locale } }` },
    );

    expect([codes(answer), answer.status, answer.headers.get("retry-after")]).toEqual([
      ["SERVICE_UNAVAILABLE"],
      503,
      "1",
    ]);
  });

  test("deep inside a list keeps the rest of the answer", async () => {
    const { data, errors } = await ask(
      `{ products(sort: { key: TITLE }, last: 2) { nodes { title variants { nodes { price { amount } available } } } } shop { currency } }`,
    );

    expect(data).toEqual({ products: null, shop: { currency: "EUR" } });
    expect(new Set(errors.map(({ extensions }) => extensions?.["code"]))).toEqual(
      new Set(["INTERNAL_ERROR"]),
    );
  });

  test("at a nullable field stays there", async () => {
    const { data, errors } = await ask(
      `{ products(sort: { key: TITLE }, last: 2) { nodes { title variants { nodes { sku price { amount } compareAtPrice { amount } } } } } }`,
    );

    expect(data).toMatchObject({
      products: {
        nodes: [
          { variants: { nodes: [{ price: null, compareAtPrice: null }] } },
          { title: "😀 mug" },
        ],
      },
    });
    expect(errors.map(({ path }) => path?.join("."))).toEqual(
      expect.arrayContaining([
        "products.nodes.0.variants.nodes.0.price",
        "products.nodes.0.variants.nodes.0.compareAtPrice",
      ]),
    );
  });

  test("of the document has a code, and reveals no names of the schema", async () => {
    const parse = await ask(`{ products { `);
    const field = await ask(`{ product(by: { slug: "mug-1" }) { titel } }`);
    const enumValue = await ask(
      `query ($sort: ProductSort) { products(sort: $sort) { nodes { id } } }`,
      { sort: { key: "TITEL" } },
    );
    const argument = await ask(`{ products(frist: 1) { nodes { id } } }`);

    expect([parse, field, enumValue, argument].map(codes)).toEqual([
      ["GRAPHQL_PARSE_FAILED"],
      ["GRAPHQL_VALIDATION_FAILED"],
      ["BAD_USER_INPUT"],
      ["GRAPHQL_VALIDATION_FAILED"],
    ]);
    for (const { errors, status } of [parse, field, enumValue, argument]) {
      expect(status).toBe(400);
      expect(JSON.stringify(errors)).not.toMatch(/Did you mean|title"|first/);
    }
  });

  test("has hints in development", async () => {
    const helpful = await openWorld({ hideSchemaHints: false });
    const { errors } = await send(helpful, {
      api: "shop",
      viewer: "guest",
      query: `{ product(by: { slug: "mug-1" }) { titel } }`,
    });

    expect(errors[0]?.message).toContain('Did you mean "title"?');
  });

  test("never has a stack", async () => {
    const answers = await Promise.all([
      ask(`{`),
      ask(`{ nothing }`),
      ask(`{ node(id: "${BROKEN_PRODUCT}") { id } }`),
      ask(`query A { shop { locale } } query B { shop { locale } }`),
    ]);

    expect(JSON.stringify(answers)).not.toMatch(
      /stack|\.js:|\.ts:|node_modules|SELECT|originalError/,
    );
  });

  test("names a missing operation", async () => {
    const TWO = `query A { shop { locale } } query B { shop { currency } }`;

    expect(codes(await ask(TWO))).toEqual(["OPERATION_RESOLUTION_FAILURE"]);
    expect(codes(await ask(TWO, undefined, { operationName: "C" }))).toEqual([
      "OPERATION_RESOLUTION_FAILURE",
    ]);
    expect((await ask(TWO, undefined, { operationName: "B" })).data).toEqual({
      shop: { currency: "EUR" },
    });
  });

  test("refuses mutations and subscriptions that the schema does not have", async () => {
    for (const query of ["mutation { x }", "subscription { x }"]) {
      const answer = await ask(query);
      expect([codes(answer), answer.status]).toEqual([["GRAPHQL_VALIDATION_FAILED"], 400]);
    }
    expect(world().reported).toEqual([]);
  });

  test("of variables comes before any execution", async () => {
    const QUERY = `query ($id: ID!, $first: Int, $yes: Boolean!) { node(id: $id) { id @include(if: $yes) } products(first: $first) { nodes { id } } }`;
    const answers = await Promise.all(
      [
        {},
        { id: null },
        { id: {}, yes: true },
        { id: "x", first: "3", yes: true },
        { id: "x", first: 2 ** 40, yes: true },
        { id: "x", yes: "true" },
      ].map((variables) => ask(QUERY, variables)),
    );

    for (const answer of answers)
      expect(new Set(codes(answer))).toEqual(new Set(["BAD_USER_INPUT"]));
    expect(world().calls).toEqual([]);
  });

  test("of a null variable for a required argument is an error of the client", async () => {
    const answers = await Promise.all([
      ask(`query ($id: ID) { product(by: { id: $id }) { title } }`, {}),
      ask(`query ($id: ID = "x") { node(id: $id) { id } }`, { id: null }),
      ask(`query ($yes: Boolean = true) { shop @include(if: $yes) { locale } }`, { yes: null }),
    ]);

    for (const answer of answers)
      expect([codes(answer), answer.status]).toEqual([["BAD_USER_INPUT"], 400]);
    expect(world().calls).toEqual([]);
    expect(world().reported).toEqual([]);
  });

  test("is listed in the register with an advice", async () => {
    for (const [code, { meaning, advice, status, userError }] of Object.entries<ErrorCode>(
      ERROR_CODES,
    )) {
      expect(code).toMatch(/^[A-Z][A-Z_]+$/);
      expect(meaning.length * advice.length).toBeGreaterThan(0);
      expect([status, userError]).not.toEqual([undefined, undefined]);
    }
  });
});
