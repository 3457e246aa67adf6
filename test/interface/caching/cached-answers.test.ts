import type { FastifyInstance } from "fastify";
import { afterEach, describe, expect, test } from "vitest";
import { CONTEXTS } from "../../../src/application/contexts.js";
import { backgroundOf } from "../../../src/application/shared/open-contexts.js";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import type { CachingOptions } from "../../../src/interface/graphql/caching/cached-answer.js";
import { productId } from "../../builders/product-content.js";
import { NOW } from "../../contracts/catalog/catalog-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { KEY } from "../http/toy-server.js";
import { worldServer } from "../http/world-server.js";

const OFF: CachingOptions = {
  maxAge: null,
  sharedMaxAge: null,
  staleWhileRevalidate: null,
  tagHeader: null,
  nextChange: async () => null,
  clock: fixedClock(NOW.toISOString()),
};
const ON: CachingOptions = { ...OFF, maxAge: 60, sharedMaxAge: 600, staleWhileRevalidate: 30 };
const LIST = "{ products(first: 3) { nodes { id title } } }";
const CART = "cart_00000000000000000000000001";

let server: FastifyInstance | undefined;

afterEach(() => server?.close());

const open = async (caching?: CachingOptions): Promise<void> => {
  server = await worldServer(caching ? { caching } : {});
};

const get = async (
  query: string,
  headers: Readonly<Record<string, string>> = {},
  url = "/graphql",
) => {
  if (!server) throw new Error("Open a server first.");
  return server.inject({
    method: "GET",
    url: `${url}?query=${encodeURIComponent(query)}`,
    headers: { "apollo-require-preflight": "1", ...headers },
  });
};

describe("an answer to a query by GET that every guest may see", () => {
  test("has a tag by which a cache asks whether it has changed", async () => {
    await open();
    const { headers, statusCode, body } = await get(LIST);
    const etag = String(headers.etag);

    const again = await get(LIST, { "if-none-match": etag });

    expect(statusCode).toBe(200);
    expect(headers["cache-control"]).toBe("no-cache");
    expect(etag).toMatch(/^W\/"[\w-]{22}"$/);
    expect(body.length).toBeGreaterThan(100);
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    expect(again.headers).not.toHaveProperty("content-type");
    expect(again.headers).toMatchObject({
      etag,
      "cache-control": "no-cache",
      vary: headers.vary,
    });
  });

  test.each([
    ["another tag", '"other"', 200],
    ["any", "*", 304],
    ["a list with a strong form of it", '"other", ETAG', 304],
  ])("is compared with what the client has: %s", async (_what, has, status) => {
    await open();
    const { headers } = await get(LIST);

    const known = has.replace("ETAG", String(headers.etag).replace("W/", ""));

    expect((await get(LIST, { "if-none-match": known })).statusCode).toBe(status);
  });

  test("has the same tag whatever stands beside its data, and another one for other data", async () => {
    await open();

    const [once, again, inGerman, other] = [
      await get(LIST),
      await get(`query Named ${LIST}`, { "accept-encoding": "br", "x-request-id": "other" }),
      await get("{ products(first: 3) { nodes { title } } }", { "plinth-locale": "de" }),
      await get("{ products(first: 2) { nodes { id title } } }"),
    ].map(({ headers }) => headers.etag);

    expect(again).toBe(once);
    expect(new Set([once, inGerman, other]).size).toBe(3);
  });

  test("varies with everything that decides about it", async () => {
    await open(ON);

    const { headers } = await get(LIST);

    expect(String(headers.vary).split(", ").toSorted()).toEqual([
      "Accept",
      "Accept-Encoding",
      "Authorization",
      "Origin",
      "Plinth-Locale",
      "Plinth-Market",
    ]);
  });

  test("is kept as long as the settings say, without what is left to the client that asked", async () => {
    await open(ON);

    const { headers, body } = await get(LIST);

    expect(headers["cache-control"]).toBe(
      "public, max-age=60, s-maxage=600, stale-while-revalidate=30",
    );
    expect(headers).not.toHaveProperty("ratelimit-remaining");
    expect(body).not.toContain("remaining");
  });

  test.each([
    [45, "public, max-age=45, s-maxage=45"],
    [615, "public, max-age=60, s-maxage=600, stale-while-revalidate=15"],
    [0.5, "no-cache"],
    [-5, "no-cache"],
  ])("is not kept beyond a change that is planned in %d seconds", async (seconds, expected) => {
    await open({ ...ON, nextChange: async () => new Date(NOW.getTime() + seconds * 1_000) });

    expect((await get(LIST)).headers["cache-control"]).toBe(expected);
  });

  test("is asked for each time while nobody knows what is planned", async () => {
    await open({ ...ON, nextChange: () => Promise.reject(new StoreUnavailable("down")) });

    const { headers, statusCode } = await get(LIST);

    expect(statusCode).toBe(200);
    expect(headers["cache-control"]).toBe("no-cache");
  });
});

test("changes of prices and publications that are planned are those that caches must not outlive", () => {
  const { jobs } = backgroundOf(CONTEXTS, {
    clock: OFF.clock,
    ids: numberedIds(),
    cartDays: Infinity,
  });

  expect(jobs.flatMap(({ kind, isSeen }) => (isSeen ? [kind] : [])).toSorted()).toEqual([
    "catalog.announce-collection",
    "catalog.announce-publication",
    "pricing.change-price",
    "pricing.follow-audiences",
  ]);
});

describe("an answer that caches must not keep", () => {
  test.each([
    ["with a cart", `{ ${LIST.slice(1, -1)} cart(id: "${CART}") { id } }`],
    ["with an error", `{ ${LIST.slice(1, -1)} all: products(first: 1000) { totalCount } }`],
    ["with an error in a list", `{ nodes(ids: ["${productId(1)}", "nothing"]) { id } }`],
    ["of an invalid document", "{ nothing }"],
    ["with a cart as a node", `{ node(id: "${CART}") { id } }`],
    ["of an order", `{ order(by: { link: "x" }) { number } }`],
  ])("is one %s", async (_what, query) => {
    await open({ ...ON, tagHeader: "Cache-Tag" });

    const { headers, body } = await get(query, { "if-none-match": "*" });

    expect(headers["cache-control"]).toBe("no-store");
    expect(headers).not.toHaveProperty("etag");
    expect(headers).not.toHaveProperty("cache-tag");
    expect(body).not.toContain("cacheTags");
  });

  test("is one to a request with credentials, by POST, or of the admin API", async () => {
    await open(ON);
    const authorization = `Bearer ${KEY}`;

    const answers = [
      await get(LIST, { authorization }),
      await get(LIST, { authorization }, "/admin/graphql"),
      await server?.inject({
        method: "POST",
        url: "/graphql",
        headers: { "content-type": "application/json" },
        payload: { query: LIST },
      }),
    ];

    for (const answer of answers) {
      expect(answer?.statusCode).toBe(200);
      expect(answer?.headers["cache-control"]).toBe("no-store");
      expect(answer?.headers).not.toHaveProperty("etag");
    }
  });

  test("is one with too many bytes", async () => {
    server = await worldServer({ caching: ON, limits: { answerBytes: 50 } });

    const { headers, statusCode } = await get(LIST);

    expect(statusCode).toBe(400);
    expect(headers["cache-control"]).toBe("no-store");
    expect(headers).not.toHaveProperty("etag");
  });
});
