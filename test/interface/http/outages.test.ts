import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { StoreUnavailable } from "../../../src/application/shared/unit-of-work.js";
import { productId } from "../../builders/product-content.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import { inMemoryReads } from "../../fakes/catalog/in-memory-reads.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { BROKEN_PRODUCT, openWorld, PRODUCT_OUT_OF_REACH } from "../world.js";
import { KEY, toyServer } from "./toy-server.js";

const OUTAGE = `product(by: { id: "${PRODUCT_OUT_OF_REACH}" }) { id }`;
const BUG = `product(by: { id: "${BROKEN_PRODUCT}" }) { id }`;
const MISSING = `product(by: { slug: "no-such-product" }) { id }`;
const TYPES = ["application/json", "application/graphql-response+json"];

describe("an answer in an outage", () => {
  let server: FastifyInstance;
  let [isDown, isDownAfterOne] = [false, false];

  beforeAll(async () => {
    const database = new InMemoryDatabase();
    const store = database.unitOfWork(inMemoryStores);
    const { shop, admin } = await openWorld(
      {},
      {
        ...inMemoryReads(database),
        unitOfWork: {
          ...store,
          run: async (work, life) => {
            if (isDown) throw new StoreUnavailable("down");
            const result = await store.run(work);
            life?.willCommit();
            isDown = isDownAfterOne;
            return result;
          },
        },
      },
    );
    await Promise.all([shop.server.start(), admin.server.start()]);
    server = await toyServer({ shop, admin } as unknown as Parameters<typeof toyServer>[0]);
  });
  afterAll(async () => server.close());

  const post = async (query: string, accept = TYPES[0] ?? "", url = "/graphql") => {
    const { statusCode, headers, body } = await server.inject({
      method: "POST",
      url,
      headers: { "content-type": "application/json", accept, authorization: `Bearer ${KEY}` },
      payload: { query },
    });
    const { data, errors = [] } = JSON.parse(body) as {
      readonly data: unknown;
      readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
    };
    const { "retry-after": retryAfter, "content-type": type } = headers;
    return {
      status: statusCode,
      retryAfter,
      type,
      data,
      codes: errors.map((e) => e.extensions.code),
    };
  };

  test.each(TYPES)("is 503 when every root field failed by it, as %s", async (accept) => {
    const answer = await post(`{ ${OUTAGE} again: ${OUTAGE} }`, accept);

    expect(answer).toEqual({
      status: 503,
      retryAfter: "1",
      type: `${accept}; charset=utf-8`,
      data: { product: null, again: null },
      codes: ["SERVICE_UNAVAILABLE", "SERVICE_UNAVAILABLE"],
    });
  });

  test("is 503 when every item of a list failed by it, as those of nodes(ids:)", async () => {
    const ids = JSON.stringify([PRODUCT_OUT_OF_REACH, PRODUCT_OUT_OF_REACH]);

    expect(await post(`{ nodes(ids: ${ids}) { id } ${OUTAGE} }`)).toMatchObject({
      status: 503,
      retryAfter: "1",
      data: { nodes: [null, null], product: null },
    });
  });

  test("is 200 when an item of a list is missing for another reason", async () => {
    const ids = JSON.stringify([PRODUCT_OUT_OF_REACH, "no-such-id"]);

    expect(await post(`{ nodes(ids: ${ids}) { id } }`)).toMatchObject({
      status: 200,
      data: { nodes: [null, null] },
      codes: ["SERVICE_UNAVAILABLE", "INVALID_ID"],
    });
  });

  test.each(TYPES)("is 503 when a mutation failed by it, as %s", async (accept) => {
    isDown = true;
    const answer = await post(
      `mutation { productArchive(input: { id: "${productId(1)}" }) { product { id } } }`,
      accept,
      "/admin/graphql",
    ).finally(() => (isDown = false));

    expect(answer).toMatchObject({
      status: 503,
      retryAfter: "1",
      data: null,
      codes: ["SERVICE_UNAVAILABLE"],
    });
  });

  test("says that the outcome is unknown when an earlier mutation of the request was made", async () => {
    isDownAfterOne = true;
    const archive = (alias: string) =>
      `${alias}: productArchive(input: { id: "${productId(1)}" }) { userErrors { code } }`;
    const answer = await post(
      `mutation { ${archive("first")} ${archive("second")} }`,
      TYPES[0],
      "/admin/graphql",
    ).finally(() => ([isDown, isDownAfterOne] = [false, false]));

    expect(answer).toMatchObject({
      status: 503,
      retryAfter: "1",
      data: null,
      codes: ["OUTCOME_UNKNOWN"],
    });
  });

  test.each([
    ["something else was answered", `{ ${OUTAGE} shop { currency } }`],
    ["only the type was requested besides", `{ ${OUTAGE} __typename }`],
    ["something else does not exist", `{ ${OUTAGE} other: ${MISSING} }`],
  ])("is 200 with a time to try again when %s", async (_what, query) => {
    const { status, retryAfter, codes } = await post(query);

    expect([status, retryAfter]).toEqual([200, "1"]);
    expect(codes).toContain("SERVICE_UNAVAILABLE");
  });

  test("is not given when nothing was found", async () => {
    const { status, retryAfter } = await post(`{ ${MISSING} }`);

    expect([status, retryAfter]).toEqual([200, undefined]);
  });

  test("is another one when a bug left nothing", async () => {
    const { status, retryAfter } = await post(`{ ${BUG} }`);

    expect([status, retryAfter]).toEqual([500, undefined]);
  });
});
