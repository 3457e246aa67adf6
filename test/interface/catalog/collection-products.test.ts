import { beforeEach, describe, expect, test } from "vitest";
import { collectionId } from "../../builders/fill-shop.js";
import { productId } from "../../builders/product-content.js";
import { type Edited, editing, type Editing } from "../editing.js";

const [KITCHEN] = [collectionId(1)];
const WHOLE =
  "collection { id slug title descriptionHtml version publication { from until } seo { title description } image { id url alt } }";
/** The products of the kitchen collection, in order. */
const INSIDE = [5, 1, 9, 3, 8, 2];

interface CollectionView {
  readonly products: { readonly nodes: readonly { readonly id: string }[] };
}

describe("collections", () => {
  let { mutate, ask }: Editing = {} as Editing;
  beforeEach(async () => {
    ({ mutate, ask } = await editing());
  });

  const onCollection = (name: string, input: object, selection = WHOLE): Promise<Edited> =>
    mutate(name, { id: KITCHEN, ...input }, selection);
  const current = async (id: string = KITCHEN): Promise<CollectionView | null> =>
    (
      await ask(
        `query ($id: ID!) { collection(by: { id: $id }) { title version updatedAt products(first: 20) { nodes { id } } } }`,
        { id },
      )
    ).data?.["collection"] as CollectionView | null;
  const order = async () => (await current())?.products.nodes.map(({ id }) => Number(id.slice(-6)));

  describe("the products", () => {
    test("are added at the end or at a position, and products already inside keep their position", async () => {
      expect(
        (await onCollection("collectionProductsAdd", { productIds: [productId(6), productId(1)] }))
          .payload,
      ).toMatchObject({ collection: { version: 2 }, warnings: [] });
      await onCollection("collectionProductsAdd", {
        productIds: [productId(7), productId(4)],
        at: 1,
      });

      expect(await order()).toEqual([5, 7, 4, 1, 9, 3, 8, 2, 6]);
      expect(
        (await onCollection("collectionProductsAdd", { productIds: [productId(6)] })).payload,
      ).toMatchObject({
        collection: { version: 3 },
        warnings: [{ code: "NOTHING_CHANGED", path: ["input", "productIds"] }],
      });
      expect(await current()).toMatchObject({ updatedAt: "2026-01-01T12:00:00.000Z" });
    });

    test("that are unknown are all reported, and none is added", async () => {
      const { payload } = await onCollection("collectionProductsAdd", {
        productIds: [productId(6), productId(98), "x", productId(99)],
      });

      expect(
        (payload["userErrors"] as { code: string; path: string[]; missing: string }[]).map(
          ({ code, path, missing }) => [code, path.join("."), missing],
        ),
      ).toEqual([
        ["PRODUCT_NOT_FOUND", "input.productIds.1", productId(98)],
        ["PRODUCT_NOT_FOUND", "input.productIds.2", "x"],
        ["PRODUCT_NOT_FOUND", "input.productIds.3", productId(99)],
      ]);
      expect(await order()).toEqual(INSIDE);
    });

    test("are removed, unless one of them was not inside", async () => {
      const refused = await onCollection("collectionProductsRemove", {
        productIds: [productId(1), productId(6), "x"],
      });
      const { payload } = await onCollection("collectionProductsRemove", {
        productIds: [productId(1), productId(8)],
      });

      expect(refused.payload["userErrors"]).toMatchObject([
        {
          __typename: "NotFoundError",
          code: "PRODUCT_NOT_IN_COLLECTION",
          missing: productId(6),
          path: ["input", "productIds", "1"],
        },
        { path: ["input", "productIds", "2"] },
      ]);
      expect(payload).toMatchObject({ collection: { version: 2 }, userErrors: [] });
      expect(await order()).toEqual([5, 9, 3, 2]);
    });

    test("are moved one after the other", async () => {
      const { payload } = await onCollection("collectionProductsReorder", {
        moves: [
          { productId: productId(2), to: 0 },
          { productId: productId(5), to: 999 },
        ],
      });

      expect(payload).toMatchObject({ collection: { version: 2 }, userErrors: [], warnings: [] });
      expect(await order()).toEqual([2, 1, 9, 3, 8, 5]);
      expect(
        (
          await onCollection("collectionProductsReorder", {
            moves: [{ productId: productId(2), to: 0 }],
          })
        ).payload,
      ).toMatchObject({ collection: { version: 2 }, warnings: [{ code: "NOTHING_CHANGED" }] });
      expect(
        (
          await onCollection("collectionProductsReorder", {
            moves: [
              { productId: productId(2), to: -1 },
              { productId: productId(6), to: 0 },
            ],
          })
        ).payload["userErrors"],
      ).toMatchObject([
        { code: "INVALID_INPUT", path: ["input", "moves", "0", "to"] },
        { code: "PRODUCT_NOT_IN_COLLECTION", path: ["input", "moves", "1", "productId"] },
      ]);
    });

    test.each([
      ["collectionProductsAdd", "productIds"],
      ["collectionProductsRemove", "productIds"],
      ["collectionProductsReorder", "moves"],
    ])("are passed in lists of 1 to 250: %s", async (name, list) => {
      const item = list === "moves" ? { productId: productId(5), to: 0 } : productId(5);

      for (const length of [0, 251])
        expect(
          (await onCollection(name, { [list]: Array.from({ length }, () => item) })).payload[
            "userErrors"
          ],
        ).toMatchObject([{ code: "INVALID_INPUT", path: ["input", list] }]);
    });
  });
});
