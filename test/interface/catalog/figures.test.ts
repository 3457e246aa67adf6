import { describe, expect, test } from "vitest";
import { productId, variantId } from "../../builders/product-content.js";
import { api, codes } from "../ask.js";

const { ask } = api("figures");
const staff = { api: "admin" } as const;

describe("prices and stock, as staff see them", () => {
  test("say in which version the stock is, and null where none is kept", async () => {
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

  test("have no price change to come where none is planned", async () => {
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

  test("are listed of a product, whose id has the form of one", async () => {
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

  test("of prices to come and stock the shop tells nothing", async () => {
    const { errors } = await ask(
      `{ products { nodes { variants { nodes { stockVersion scheduledPrices { id } } } } } }`,
    );

    expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual([
      "GRAPHQL_VALIDATION_FAILED",
      "GRAPHQL_VALIDATION_FAILED",
    ]);
  });
});
