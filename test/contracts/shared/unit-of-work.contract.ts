import { describe, expect, test } from "vitest";
import { NestedUnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { SlugTaken } from "../../../src/domain/catalog/errors.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { productContent, productId, variantId } from "../../builders/product-content.js";
import { reserveUnits } from "../../builders/reserve-units.js";
import { MUG, NOW, type MugStores } from "./mug-stores.js";

/** Units of work. */
export const unitOfWork = (stores: MugStores): void => {
  const { inUnit, stockMugs, mugs } = stores;

  describe("units of work", () => {
    test("a failed unit of work leaves neither state nor events", async () => {
      await stockMugs(10);
      const failing = inUnit(async (stores) => {
        await reserveUnits(stores, MUG, 4);
        await stores.products.save([Product.create(productId(1), productContent(1), NOW)]);
        throw new Error("the power went out");
      });

      await expect(failing).rejects.toThrow("the power went out");
      expect((await mugs()).reserved).toBe(0);
      expect(await stores.subject.outboxTypes()).toEqual(["inventory.stock-counted"]);
    });

    test("a failed unit of work rolls back nothing of concurrent ones", async () => {
      const outcomes = await Promise.allSettled(
        Array.from({ length: 10 }, (_, n) =>
          inUnit(async ({ products, stockItems }) => {
            await products.save([Product.create(productId(n), productContent(n), NOW)]);
            await new Promise((resolve) => setTimeout(resolve, 3));
            await stockItems.save([StockItem.stock(variantId(n), n + 1)]);
            if (n % 2 === 1) throw new Error("the power went out");
          }),
        ),
      );

      expect(outcomes.map(({ status }) => status)).toEqual(
        Array.from({ length: 10 }, (_, n) => (n % 2 === 1 ? "rejected" : "fulfilled")),
      );
      const kept = await inUnit(({ products }) =>
        products.bySlug(Array.from({ length: 10 }, (_, n) => `mug-${n}`)),
      );
      expect([...kept.keys()].toSorted()).toEqual(["mug-0", "mug-2", "mug-4", "mug-6", "mug-8"]);
      expect(await stores.subject.outboxTypes()).toHaveLength(10);
    });

    test("a part of a unit of work may fail alone", async () => {
      await inUnit(async ({ products }, { attempt }) => {
        await products.save([Product.create(productId(1), productContent(1), NOW)]);
        const clash = attempt(async () => {
          await products.save([Product.create(productId(3), productContent(3), NOW)]);
          await products.save([
            Product.create(productId(2), productContent(2, { slug: "mug-1" }), NOW),
          ]);
        });
        await expect(clash).rejects.toThrow(SlugTaken);
        await attempt(() => products.save([Product.create(productId(4), productContent(4), NOW)]));
      });

      const kept = await inUnit(({ products }) =>
        products.bySlug(["mug-1", "mug-2", "mug-3", "mug-4"]),
      );
      expect([...kept.keys()]).toEqual(["mug-1", "mug-4"]);
      expect(await stores.subject.outboxTypes()).toHaveLength(2);
    });

    test("a unit of work inside another is refused instead of waiting for itself", async () => {
      await expect(inUnit(() => inUnit(async () => undefined))).rejects.toThrow(NestedUnitOfWork);
      await stockMugs(1);
      expect((await mugs()).onHand).toBe(1);
    });

    test("a loaded aggregate that is changed but not saved stays unchanged in the store", async () => {
      await stockMugs(10);
      await inUnit(async ({ stockItems }) => (await stockItems.get(MUG)).count(4));

      expect((await mugs()).onHand).toBe(10);
    });
  });
};
