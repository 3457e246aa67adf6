import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { openWorld } from "../world.js";
import { toyServer } from "./toy-server.js";

const STANDARD = "application/graphql-response+json";
const PRODUCTS = "products(first: 1) { nodes { slug } }";
const SEARCH = "search(first: 1) { totalCount }";
const INVALID = "invalid: products(first: 101) { nodes { slug } }";

describe("a field of the root that fails", () => {
  let server: FastifyInstance;

  beforeAll(async () => {
    const database = new InMemoryDatabase();
    const reads = inMemoryReads(database);
    const { shop, admin } = await openWorld(
      {},
      {
        ...reads,
        unitOfWork: database.unitOfWork(inMemoryStores),
        productSearch: {
          search: async () => {
            throw new StoreUnavailable("The catalogue is being read.");
          },
          hidden: () => 0,
          isRead: () => false,
          isLoading: () => true,
        } as unknown as typeof reads.productSearch,
      },
    );
    await Promise.all([shop.server.start(), admin.server.start()]);
    server = await toyServer({ shop, admin } as unknown as Parameters<typeof toyServer>[0]);
  });
  afterAll(async () => server.close());

  const post = async (query: string, accept = STANDARD) => {
    const { statusCode, headers, body } = await server.inject({
      method: "POST",
      url: "/graphql",
      headers: { "content-type": "application/json", accept },
      payload: { query },
    });
    return {
      status: statusCode,
      retryAfter: headers["retry-after"],
      ...(JSON.parse(body) as { data: unknown; errors?: readonly object[] }),
    };
  };

  test("leaves the others, and the error names it: a page without its search", async () => {
    const { data, errors, status, retryAfter } = await post(`{ ${SEARCH} ${PRODUCTS} }`);

    expect(data).toEqual({
      search: null,
      products: { nodes: [{ slug: expect.any(String) as string }] },
    });
    expect(errors).toEqual([
      {
        message: "The shop is busy. Try again shortly.",
        path: ["search"],
        locations: [{ line: 1, column: 3 }],
        extensions: expect.objectContaining({ code: "SERVICE_UNAVAILABLE", retryAfterMs: 1_000 }),
      },
    ]);
    expect([status, retryAfter]).toEqual([294, "1"]);
  });

  test("leaves them also where a client has sent a wrong argument", async () => {
    const { data, errors, status } = await post(`{ ${INVALID} ${PRODUCTS} }`);

    expect(data).toMatchObject({ invalid: null, products: { nodes: [{}] } });
    expect(errors).toMatchObject([{ path: ["invalid"], extensions: { code: "INVALID_PAGE" } }]);
    expect(status).toBe(294);
  });

  test.each([
    ["as partly answered, to clients that know the standard", STANDARD, 294],
    ["as answered, to other clients", "application/json", 200],
    ["as answered, to clients that say nothing", "", 200],
  ])("has a status %s", async (_, accept, expected) => {
    expect((await post(`{ ${SEARCH} ${PRODUCTS} }`, accept)).status).toBe(expected);
  });

  test("alone, or with others that fail, is an outage", async () => {
    expect(await post(`{ ${SEARCH} }`)).toMatchObject({ status: 503, data: { search: null } });
    expect(await post(`{ ${SEARCH} again: ${SEARCH} }`)).toMatchObject({ status: 503 });
    expect(await post(`{ ${SEARCH} ${INVALID} }`)).toMatchObject({ status: 294 });
  });

  test("changes nothing of an answer that is whole", async () => {
    expect(await post(`{ ${PRODUCTS} }`)).toMatchObject({ status: 200 });
  });
});
