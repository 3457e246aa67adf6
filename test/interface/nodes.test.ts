import { describe, expect, test } from "vitest";
import { collectionId } from "../builders/fill-shop.js";
import { mediaId, productId, variantId } from "../builders/product-content.js";
import { api, codes } from "./ask.js";

const { ask } = api("nodes");

describe("a node", () => {
  const NODES = `query Nodes($ids: [ID!]!) { nodes(ids: $ids) { __typename id ... on Product { title } ... on Variant { sku price { amount } } ... on Media { url } ... on Collection { title } } }`;

  test("is found by its id, in the requested order", async () => {
    const { data, errors } = await ask(NODES, {
      ids: [
        variantId(10),
        collectionId(1),
        productId(99),
        mediaId(5),
        productId(1),
        mediaId(9_001),
        productId(9),
      ],
    });

    expect(errors).toEqual([]);
    expect(data?.["nodes"]).toEqual([
      { __typename: "Variant", id: variantId(10), sku: "ART-01", price: { amount: "30.00" } },
      { __typename: "Collection", id: collectionId(1), title: "Kitchen" },
      null,
      { __typename: "Media", id: mediaId(5), url: "https://shop.example/media/mug-5.webp" },
      { __typename: "Product", id: productId(1), title: "Zebra 100% mug" },
      {
        __typename: "Media",
        id: mediaId(9_001),
        url: "https://shop.example/media/collection-1.webp",
      },
      null,
    ]);
  });

  test("with a malformed id is an error in its own position only", async () => {
    const { data, errors } = await ask(NODES, {
      ids: [productId(1), "1abc", "invoice_01h00000000000000000000001"],
    });

    expect(data?.["nodes"]).toEqual([
      { __typename: "Product", id: productId(1), title: "Zebra 100% mug" },
      null,
      null,
    ]);
    expect(errors.map(({ path, extensions }) => [path, extensions?.["code"]])).toEqual([
      [["nodes", 1], "INVALID_ID"],
      [["nodes", 2], "INVALID_ID"],
    ]);
  });

  test("can be requested a hundred times at once, not more", async () => {
    const many = await ask(NODES, { ids: Array(101).fill(productId(1)) });
    const huge = await ask(NODES, { ids: Array(300).fill("x") });

    expect([codes(many), codes(huge)]).toEqual([["TOO_MANY"], ["TOO_MANY"]]);
    expect((await ask(NODES, { ids: Array(100).fill(productId(1)) })).errors).toEqual([]);
  });
});
