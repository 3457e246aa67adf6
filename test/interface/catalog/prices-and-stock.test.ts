import { describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { api, codes } from "../ask.js";

const { ask } = api("prices-and-stock");
const staff = { api: "admin" } as const;

describe("the prices and stock in the admin API", () => {
  test("have the version of the stock, null where no stock is kept", async () => {
    const { data } = await ask(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Variant { onHand stockVersion } } }`,
      { ids: [variantId(10), variantId(51)] },
      staff,
    );

    expect(data).toEqual({
      nodes: [
        { onHand: 4, stockVersion: 1 },
        { onHand: null, stockVersion: null },
      ],
    });
  });

  test("have no scheduled price where none is planned", async () => {
    const query = `query ($id: ID!) {
      scheduledPrices(first: 5, filter: { productId: $id }) { totalCount nodes { id } edges { cursor } pageInfo { hasNextPage } }
      product(by: { id: $id }) { variants { nodes { id scheduledPrices { id at until isReturn price { amount } compareAtPrice { amount } compareAtPriceStays cost { amount } costStays variant { id } } } } }
    }`;
    const { data, errors } = await ask(query, { id: productId(5) }, staff);

    expect(errors).toEqual([]);
    expect(data).toEqual({
      scheduledPrices: { totalCount: 0, nodes: [], edges: [], pageInfo: { hasNextPage: false } },
      product: {
        variants: {
          nodes: [
            { id: variantId(50), scheduledPrices: [] },
            { id: variantId(51), scheduledPrices: [] },
          ],
        },
      },
    });
    expect(
      (await ask(`{ node(id: "work_01h00000000000000000000001") { id } }`, undefined, staff)).data,
    ).toEqual({ node: null });
  });

  test("are listed by a well-formed product id", async () => {
    expect(
      codes(
        await ask(
          `{ scheduledPrices(filter: { productId: "mug" }) { totalCount } }`,
          undefined,
          staff,
        ),
      ),
    ).toEqual(["INVALID_ID"]);
    expect(
      codes(await ask(`{ scheduledPrices(after: "mug") { nodes { id } } }`, undefined, staff)),
    ).toEqual(["INVALID_CURSOR"]);
    expect(
      codes(await ask(`{ scheduledPrices(first: 101) { nodes { id } } }`, undefined, staff)),
    ).toEqual(["INVALID_PAGE"]);
  });

  test("are hidden from the shop as far as they are scheduled or internal", async () => {
    const { errors } = await ask(
      `{ products { nodes { variants { nodes { stockVersion scheduledPrices { id } } } } } }`,
    );

    expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual([
      "GRAPHQL_VALIDATION_FAILED",
      "GRAPHQL_VALIDATION_FAILED",
    ]);
  });
});
