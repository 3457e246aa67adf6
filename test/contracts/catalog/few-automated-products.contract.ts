import { beforeEach, describe, expect, test } from "vitest";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import { fillShop } from "../../builders/fill-shop.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { statuses } from "../shared/workers.js";

import { HOUR_MS, type AutomatedCollections } from "./automated-collections.js";

/** Automated collections with few products. */
export const fewAutomatedProducts = (subject: AutomatedCollections): void => {
  const { work, done, rules, make, inside, changesIn, defects, evaluating } = subject;

  describe("with few products", () => {
    beforeEach(async () => {
      await fillShop(subject.store.unitOfWork, {
        products: [1, 2, 3].map((number) => ({
          number,
          content: {
            title: `Mug ${number}`,
            tags: number === 3 ? [] : ["tea"],
            variants: [aVariant(number)],
          },
          pricesAndStock: [{ price: `${number * 10}.00`, onHand: number }],
        })),
      });
    });

    test("get the existing products in batches, and announce it", async () => {
      const tea = await make("Tea", { rules: rules(["TAG", "EQUALS", "Tea"]) });
      expect([await inside(tea), await evaluating()]).toEqual([[], 1]);

      await work();
      expect([await inside(tea), await evaluating()]).toEqual([[1, 2], 0]);
      expect(await changesIn("catalog.collection-products-changed", tea)).toEqual([
        { collectionId: tea, added: [productId(1), productId(2)], removed: [], moved: [] },
      ]);
    });

    test("contain a product only when one of its variants meets all conditions on variants", async () => {
      await fillShop(subject.store.unitOfWork, {
        products: [
          {
            number: 4,
            content: {
              options: [{ name: "Size", values: ["S", "L"] }],
              variants: [
                aVariant(4, { optionValues: ["S"] }),
                aVariant(5, { optionValues: ["L"] }),
              ],
            },
            pricesAndStock: [
              { price: "30.00", onHand: 0 },
              { price: "10.00", onHand: 5 },
            ],
          },
        ],
      });
      const [cheapSmall, cheapLarge, soldOutLarge] = [
        await make("S below 20", {
          rules: rules(["OPTION_VALUE", "EQUALS", "S"], ["PRICE", "LESS_THAN", "20"]),
        }),
        await make("L below 20", {
          rules: rules(["OPTION_VALUE", "EQUALS", "L"], ["PRICE", "LESS_THAN", "20"]),
        }),
        await make("L, sold out", {
          rules: rules(["OPTION_VALUE", "EQUALS", "L"], ["AVAILABLE", "EQUALS", "false"]),
        }),
      ];
      await work();

      expect([
        await inside(cheapSmall),
        await inside(cheapLarge),
        await inside(soldOutLarge),
      ]).toEqual([[], [4], []]);

      done(
        await subject.shop.variantsUpdate(
          { items: [{ id: variantId(4), changes: { price: "15.00" } }] },
          ADMIN_KEY_HOLDER,
        ),
      );
      await work();

      expect(await inside(cheapSmall)).toEqual([4]);
      expect(await defects()).toEqual([]);
    });

    test("follow texts, prices, stock and tags of a changed product, and only that product is read", async () => {
      const [cheap, gone, blue, none] = [
        await make("Cheap", { rules: rules(["PRICE", "LESS_THAN", "15"]) }),
        await make("Sold out", { rules: rules(["STOCK", "AT_MOST", "0"]) }),
        await make("Blue", { rules: rules(["TITLE", "CONTAINS", "blue"]) }),
        await make("None", { rules: rules(["TAG", "EQUALS", "nothing"]) }),
      ];
      await work();
      expect([await inside(cheap), await inside(gone), await inside(blue)]).toEqual([[1], [], []]);

      done(
        await subject.shop.variantsUpdate(
          { items: [{ id: variantId(2), changes: { price: "12.00" } }] },
          ADMIN_KEY_HOLDER,
        ),
      );
      done(
        await subject.stock.stockCount(
          { counts: [{ variantId: variantId(3), onHand: 0 }] },
          ADMIN_KEY_HOLDER,
        ),
      );
      done(
        await subject.shop.productUpdate(
          { id: productId(1), changes: { title: "BLÜE mug" } },
          ADMIN_KEY_HOLDER,
        ),
      );
      expect(
        (await subject.store.readSource.query("SELECT product_id FROM catalog_collection_due"))
          .length,
      ).toBe(3);
      await work();
      expect([
        await inside(cheap),
        await inside(gone),
        await inside(blue),
        await inside(none),
      ]).toEqual([[1, 2], [3], [1], []]);

      done(
        await subject.stock.stockAdjust(
          { adjustments: [{ variantId: variantId(3), by: 4 }] },
          ADMIN_KEY_HOLDER,
        ),
      );
      done(
        await subject.shop.variantsUpdate(
          { items: [{ id: variantId(1), changes: { price: "99.00" } }] },
          ADMIN_KEY_HOLDER,
        ),
      );
      await work();
      expect([await inside(cheap), await inside(gone), await inside(blue)]).toEqual([[2], [], [1]]);
      expect(await defects()).toEqual([]);
    });

    test("lose deleted products and get new ones", async () => {
      const tea = await make("Tea", { rules: rules(["TAG", "EQUALS", "tea"]) });
      await work();
      done(await subject.shop.productDelete({ id: productId(1) }, ADMIN_KEY_HOLDER));
      done(
        await subject.shop.productUpdate(
          { id: productId(2), changes: { tags: [] } },
          ADMIN_KEY_HOLDER,
        ),
      );
      done(await subject.shop.productDelete({ id: productId(2) }, ADMIN_KEY_HOLDER));
      done(
        await subject.shop.productCreate(
          { product: { title: "Teapot", tags: ["tea"] } },
          ADMIN_KEY_HOLDER,
        ),
      );
      await work(2);

      expect((await inside(tea)).length).toBe(1);
      expect([await defects(), await statuses(subject.store, "scheduled_work")]).toEqual([
        [],
        expect.not.objectContaining({ PENDING: expect.anything(), PARKED: expect.anything() }),
      ]);
    });

    test("may become manual and keep their products, and become automated again", async () => {
      const tea = await make("Tea", { rules: rules(["TAG", "EQUALS", "tea"]) });
      await work();
      done(
        await subject.shop.collectionUpdate(
          { id: tea, changes: { rules: null } },
          ADMIN_KEY_HOLDER,
        ),
      );
      done(
        await subject.shop.collectionProductsAdd(
          { id: tea, productIds: [productId(3)], at: 0 },
          ADMIN_KEY_HOLDER,
        ),
      );
      done(
        await subject.shop.productUpdate(
          { id: productId(1), changes: { tags: [] } },
          ADMIN_KEY_HOLDER,
        ),
      );
      await work();
      expect(await inside(tea)).toEqual([3, 1, 2]);

      done(
        await subject.shop.collectionUpdate(
          { id: tea, changes: { rules: rules(["TAG", "EQUALS", "tea"]) } },
          ADMIN_KEY_HOLDER,
        ),
      );
      await work();
      expect([await inside(tea), await defects()]).toEqual([[2], []]);
    });

    test("leave nothing behind when they are deleted during an evaluation", async () => {
      const tea = await make("Tea", {
        rules: rules(["TAG", "EQUALS", "tea"]),
        parentId: await make("Drinks"),
      });
      done(
        await subject.shop.collectionPublish(
          { id: tea, from: new Date(subject.clock.now().getTime() + HOUR_MS) },
          ADMIN_KEY_HOLDER,
        ),
      );
      done(await subject.shop.collectionDelete({ id: tea }, ADMIN_KEY_HOLDER));
      await work(2);
      subject.clock.forward(2 * HOUR_MS);
      await work(2);

      expect([
        await evaluating(),
        await inside(tea),
        await statuses(subject.store, "scheduled_work"),
      ]).toEqual([0, [], {}]);
      expect(await changesIn("catalog.collection-published", tea)).toEqual([]);
    });

    test("are announced when their publication begins and ends, each once, and not after it was cancelled", async () => {
      const [tea, milk] = [await make("Tea"), await make("Milk")];
      const inHours = (hours: number) => new Date(subject.clock.now().getTime() + hours * HOUR_MS);
      for (const id of [tea, milk])
        done(
          await subject.shop.collectionPublish(
            { id, from: inHours(1), until: inHours(2) },
            ADMIN_KEY_HOLDER,
          ),
        );
      await work(2);
      expect([
        await changesIn("catalog.collection-published", tea),
        await changesIn("catalog.collection-published", milk),
      ]).toEqual([[], []]);
      done(await subject.shop.collectionUnpublish({ id: milk }, ADMIN_KEY_HOLDER));

      subject.clock.forward(HOUR_MS);
      await work(3);
      expect([
        (await changesIn("catalog.collection-published", tea)).length,
        (await changesIn("catalog.collection-unpublished", tea)).length,
      ]).toEqual([1, 0]);
      subject.clock.forward(HOUR_MS);
      await work(3);
      subject.clock.forward(HOUR_MS);
      await work(3);
      expect([
        (await changesIn("catalog.collection-published", tea)).length,
        (await changesIn("catalog.collection-unpublished", tea)).length,
        await changesIn("catalog.collection-published", milk),
      ]).toEqual([1, 1, []]);
    });
  });
};
