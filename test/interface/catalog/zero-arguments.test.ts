import { beforeEach, describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { send } from "../ask.js";
import { editing, type Editing } from "../editing.js";

const errorCodes = (userErrors: unknown): readonly string[] =>
  (userErrors as readonly { readonly code: string }[]).map(({ code }) => code);

describe("zero as an argument", () => {
  let shop: Editing;

  beforeEach(async () => {
    shop = await editing();
  });

  const ask = (query: string) => send(shop.world, { api: "shop", viewer: "guest", query });
  const slugs = async (list: string): Promise<readonly string[]> => {
    const { data } = await ask(`{ list: ${list} { nodes { slug } } }`);
    const { nodes } = (data ?? {})["list"] as {
      readonly nodes: readonly { readonly slug: string }[];
    };
    return nodes.map(({ slug }) => slug);
  };

  test("is a lowest price, which excludes products without a price", async () => {
    const all = await slugs("products");
    const priced = await slugs(`products(filter: { price: { min: "0" } })`);

    expect(all).toContain("ほうれん草");
    expect(priced).not.toContain("ほうれん草");
    expect(priced.length).toBe(all.length - 1);
    expect(await slugs(`search(filter: { price: { min: "0" } })`)).toHaveLength(priced.length);
  });

  test("is a highest price, which excludes products that cost something", async () => {
    expect(await slugs(`products(filter: { price: { max: "0" } })`)).toEqual([]);
    expect(await slugs(`search(filter: { price: { max: "0" } })`)).toEqual([]);
  });

  test.each([
    ["first: 0", ["INVALID_PAGE"]],
    ["last: 0", ["INVALID_PAGE"]],
    ["first: 1", []],
    ["first: 100", []],
    ["last: 100", []],
    ["first: 101", ["INVALID_PAGE"]],
    ["last: 101", ["INVALID_PAGE"]],
    ["first: -1", ["INVALID_PAGE"]],
    ["first: 0, last: 0", ["INVALID_PAGE"]],
  ])("is no size of a page, and 100 is the largest one: %s", async (page, codes) => {
    for (const list of ["products", "collections", "search"]) {
      const { errors } = await ask(`{ ${list}(${page}) { nodes { id } } }`);
      expect(errors.map(({ extensions }) => extensions?.["code"])).toEqual(codes);
    }
  });

  test("is a price, a cost and a quantity, and removes none of them", async () => {
    const changes = { price: "0", cost: "0", onHand: 0 };
    const { payload } = await shop.mutate(
      "productVariantsUpdate",
      { id: productId(1), variants: [{ id: variantId(10), changes }] },
      `product { variants { nodes { price { amount } cost { amount } onHand } } priceRange { min { minorUnits } } }`,
    );

    expect(payload).toMatchObject({
      userErrors: [],
      product: {
        variants: {
          nodes: [
            {
              price: { amount: "0.00" },
              cost: { amount: "0.00" },
              onHand: 0,
            },
          ],
        },
        priceRange: { min: { minorUnits: "0" } },
      },
    });
  });

  test("is the position before all others", async () => {
    const { payload } = await shop.mutate(
      "collectionProductsAdd",
      { id: collectionId(1), productIds: [productId(6)], at: 0 },
      "collection { products(first: 1) { nodes { id } } }",
    );

    expect(payload).toMatchObject({
      userErrors: [],
      collection: { products: { nodes: [{ id: productId(6) }] } },
    });
  });

  test("is no version, because the first one is 1", async () => {
    const { payload } = await shop.mutate("productUpdate", {
      id: productId(1),
      expectedVersion: 0,
      changes: { title: "Cup" },
    });

    expect(errorCodes(payload["userErrors"])).toEqual(["INVALID_INPUT"]);
  });

  test("is like an empty text, which removes optional values and is refused for others", async () => {
    const emptied = await shop.mutate(
      "productUpdate",
      { id: productId(1), changes: { vendor: "", tags: [] } },
      "product { vendor tags }",
    );
    const refused = await shop.mutate("productUpdate", {
      id: productId(1),
      changes: { title: "" },
    });

    expect(emptied.payload).toMatchObject({ userErrors: [], product: { vendor: "", tags: [] } });
    expect(errorCodes(refused.payload["userErrors"])).toEqual(["INVALID_INPUT"]);
  });
});
