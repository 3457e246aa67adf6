import { ApolloClient, HttpLink, InMemoryCache } from "@apollo/client";
import { errorCodeOf, isRetryable, retryAfterMs, retryFetch } from "@plinth/client";
import { retryLink } from "@plinth/client/apollo";
import { cacheOptions } from "@plinth/client/shop/apollo";
import { Client, fetchExchange } from "@urql/core";
import { GraphQLClient } from "graphql-request";
import { parse } from "graphql";
import { afterEach, describe, expect, inject, test } from "vitest";
import { busy, flakyServer } from "./flaky-server.js";

const { url } = inject("plinth");
const SHOP = parse("query Shop { shop { currency } }");
const CART = parse("mutation Cart { cartCreate(input: {}) { cart { id } userErrors { code } } }");

const opened: Awaited<ReturnType<typeof flakyServer>>[] = [];
const serve = async (refuse: Parameters<typeof flakyServer>[1]) => {
  const server = await flakyServer(`${url}/graphql`, refuse);
  opened.push(server);
  return server;
};
afterEach(async () => {
  await Promise.all(opened.splice(0).map(({ close }) => close()));
});

const apollo = (uri: string, options: Parameters<typeof retryLink>[0] = {}) =>
  new ApolloClient({
    link: retryLink(options).concat(new HttpLink({ uri })),
    cache: new InMemoryCache(cacheOptions),
  });
const first =
  (code: string, waitMs = 20) =>
  (_seen: unknown, index: number) =>
    index === 0 ? busy(code, waitMs) : null;
const always = (code: string) => () => busy(code, 10);

describe("Apollo Client with the retry link of the package", () => {
  test.each(["RATE_LIMITED", "SERVICE_UNAVAILABLE"])(
    "sends a query again that was refused with %s, after the wait that was asked for",
    async (code) => {
      const server = await serve(first(code, 400));

      const { data } = await apollo(server.url).query({ query: SHOP });

      expect(data).toMatchObject({ shop: { currency: expect.any(String) } });
      expect(server.seen).toHaveLength(2);
      expect((server.seen[1]?.at ?? 0) - (server.seen[0]?.at ?? 0)).toBeGreaterThanOrEqual(390);
    },
  );

  test.each(["OUTCOME_UNKNOWN", "SERVICE_UNAVAILABLE"])(
    "sends a mutation again that was refused with %s, with the same key",
    async (code) => {
      const server = await serve(first(code));

      const { data } = await apollo(server.url).mutate({ mutation: CART });

      expect(data).toMatchObject({ cartCreate: { cart: { id: expect.any(String) } } });
      expect(server.seen.map(({ key }) => key)).toEqual([
        expect.stringMatching(/^[0-9a-f-]{36}$/),
        server.seen[0]?.key,
      ]);
    },
  );

  test("asks for the answer of a first try that is still in progress", async () => {
    const concurrent = {
      __typename: "IdempotencyError",
      code: "IDEMPOTENCY_CONCURRENT_REQUEST",
    };
    const server = await serve((_seen, index) =>
      index === 0
        ? {
            status: 200,
            body: {
              data: {
                cartCreate: { __typename: "CartPayload", cart: null, userErrors: [concurrent] },
              },
            },
          }
        : null,
    );

    const { data } = await apollo(server.url).mutate({ mutation: CART });

    expect(data).toMatchObject({
      cartCreate: { cart: { id: expect.any(String) }, userErrors: [] },
    });
    expect(new Set(server.seen.map(({ key }) => key)).size).toBe(1);
  });

  test("keeps a key that the page has made, and without one does not repeat", async () => {
    const server = await serve(first("SERVICE_UNAVAILABLE"));
    const strict = await serve(always("SERVICE_UNAVAILABLE"));

    await apollo(server.url).mutate({
      mutation: CART,
      context: { headers: { "idempotency-key": "d5b3a1a5-9a0e-4a5e-8d53-0a4a2f0d7c11" } },
    });
    const refused = apollo(strict.url, { idempotencyKeys: false }).mutate({ mutation: CART });

    await expect(refused).rejects.toThrow("No.");
    expect(new Set(server.seen.map(({ key }) => key))).toEqual(
      new Set(["d5b3a1a5-9a0e-4a5e-8d53-0a4a2f0d7c11"]),
    );
    expect(strict.seen).toHaveLength(1);
  });

  test.each([
    ["SERVICE_UNAVAILABLE", 3],
    ["INTERNAL_ERROR", 1],
    ["BAD_USER_INPUT", 1],
  ])(
    "gives the refusal with %s to the page after %i tries, which can read it",
    async (code, tries) => {
      const server = await serve(always(code));

      const error: unknown = await apollo(server.url)
        .query({ query: SHOP })
        .catch((thrown: unknown) => thrown);

      expect(server.seen).toHaveLength(tries);
      expect([errorCodeOf(error), isRetryable(error), retryAfterMs(error)]).toEqual([
        code,
        code !== "BAD_USER_INPUT",
        10,
      ]);
    },
  );

  test("sends a query again after a lost connection", async () => {
    const server = await serve((_seen, index) => {
      if (index === 0) throw new Error("the connection is cut");
      return null;
    });

    const { data } = await apollo(server.url).query({ query: SHOP });

    expect(data).toMatchObject({ shop: {} });
    expect(server.seen).toHaveLength(2);
  });
});

describe("the fetch of the package that repeats", () => {
  test("serves urql, and what it gives up on can be read from the error of urql", async () => {
    const [server, away] = [
      await serve(first("RATE_LIMITED", 0)),
      await serve(always("RATE_LIMITED")),
    ];
    const open = (at: string, maxWaitMs: number) =>
      new Client({
        url: at,
        preferGetMethod: false,
        fetch: retryFetch({ maxWaitMs }),
        exchanges: [fetchExchange],
      });

    const answered = await open(server.url, 10_000).query(SHOP, {});
    const refused = await open(away.url, 100).query(SHOP, {});

    expect(answered.data).toMatchObject({ shop: {} });
    expect(server.seen).toHaveLength(2);
    expect([errorCodeOf(refused.error), isRetryable(refused.error)]).toEqual([
      "RATE_LIMITED",
      true,
    ]);
    expect(away.seen).toHaveLength(1);
  });

  test("serves graphql-request, whose mutations are made once", async () => {
    const server = await serve(first("OUTCOME_UNKNOWN", 0));
    const away = await serve(always("SERVICE_UNAVAILABLE"));

    const data = await new GraphQLClient(server.url, { fetch: retryFetch() }).request(CART);
    const error: unknown = await new GraphQLClient(away.url, {
      fetch: retryFetch({ attempts: 1 }),
    })
      .request(SHOP)
      .catch((thrown: unknown) => thrown);

    expect(data).toMatchObject({ cartCreate: { cart: {} } });
    expect(new Set(server.seen.map(({ key }) => key)).size).toBe(1);
    expect([errorCodeOf(error), isRetryable(error), retryAfterMs(error)]).toEqual([
      "SERVICE_UNAVAILABLE",
      true,
      1_000,
    ]);
  });
});
