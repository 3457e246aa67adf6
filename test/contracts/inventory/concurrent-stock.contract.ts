import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { productUpdate } from "../../../src/application/catalog/products/product-update.js";
import { productVariantsAdd } from "../../../src/application/catalog/variants/product-variants-add.js";
import { productVariantsRemove } from "../../../src/application/catalog/variants/product-variants-remove.js";
import { productVariantsReorder } from "../../../src/application/catalog/variants/product-variants-reorder.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import type { VariantPatch } from "../../../src/application/catalog/variants/variant-patch.js";
import { stockAdjust } from "../../../src/application/inventory/stock/stock-adjust.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import { stockKeyText } from "../../../src/application/inventory/ports/stock-units.js";
import { refreshListings } from "../../../src/application/listing/listing.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { LocationId } from "../../../src/domain/inventory/ids.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { id } from "../../../src/domain/shared/id.js";
import type { Store } from "../../../src/infrastructure/store.js";
import { fillShop } from "../../builders/fill-shop.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { meeting } from "../shared/meeting.js";

const SHIRT = productId(1);
const SIZES = ["XS", "S", "M", "L", "XL", "XXL"] as const;
const VARIANTS = SIZES.map((_, n) => variantId(11 + n));
const [FIRST, SECOND] = [variantId(11), variantId(12)];
const WAREHOUSE = id<LocationId>("location_01h00000000000000000000001");
/** Its stock is not counted at first. */
const UNCOUNTED = variantId(16);

/**
 * Stock that changes while others change its product, its variant or its price. Run over SQLite and
 * MySQL.
 */
export const concurrentStockContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`concurrent changes of stock: ${name}`, () => {
    let store: Store;
    const needs = () => ({
      unitOfWork: store.unitOfWork,
      clock: fixedClock(),
      ids: numberedIds(70_000),
      currency: "EUR",
    });

    beforeEach(async () => {
      store = await open();
      await fillShop(store.unitOfWork, {
        products: [
          {
            number: 1,
            content: {
              options: [{ name: "Size", values: SIZES }],
              variants: SIZES.map((size, n) =>
                aVariant(11 + n, { id: VARIANTS[n] ?? FIRST, optionValues: [size] }),
              ),
            },
            pricesAndStock: SIZES.map((_, n) =>
              n < 5 ? { price: "10.00", onHand: 1 } : { price: "10.00" },
            ),
          },
        ],
      });
    });
    afterEach(() => store.close());
    afterAll(end);

    const count = (variant: VariantId, onHand: number) =>
      stockCount(needs())({ counts: [{ variantId: variant, onHand }] }, ADMIN_KEY_HOLDER);
    const adjust = (variant: VariantId, by: number) =>
      stockAdjust(needs())({ adjustments: [{ variantId: variant, by }] }, ADMIN_KEY_HOLDER);
    const update = (variant: VariantId, changes: VariantPatch) =>
      variantsUpdate(needs())({ items: [{ id: variant, changes }] }, ADMIN_KEY_HOLDER);
    const remove = (variant: VariantId) =>
      productVariantsRemove(needs())({ id: SHIRT, variantIds: [variant] }, ADMIN_KEY_HOLDER);
    const stored = () =>
      store.unitOfWork.run(
        async ({ storedListings }) => (await storedListings.lock([SHIRT])).get(SHIRT) ?? null,
      );
    /** What is stored, after it proved to be what a complete refresh gives. */
    const listed = async () => {
      const before = await stored();
      await store.unitOfWork.run((stores) => refreshListings(stores, { products: [SHIRT] }));
      expect(before).toEqual(await stored());
      return before;
    };
    const rows = async (sql: string) => (await store.readSource.query(sql)).length;

    test("variants that are sold out at the same time leave their product unavailable", async () => {
      await Promise.all(VARIANTS.slice(0, 5).map((variant) => adjust(variant, -1)));

      expect((await listed())?.answers.available).toBe(false);
    });

    test("stock and the order, the texts and the variants of its product change at the same time", async () => {
      const answers = await Promise.all([
        ...VARIANTS.map((variant, n) => count(variant, n % 2)),
        productVariantsReorder(needs())(
          { id: SHIRT, variantIds: VARIANTS.toReversed() },
          ADMIN_KEY_HOLDER,
        ),
        productUpdate(needs())({ id: SHIRT, changes: { title: "Shirt" } }, ADMIN_KEY_HOLDER),
        productVariantsAdd(needs())(
          {
            id: SHIRT,
            variants: [{ optionValues: [{ name: "Size", value: "XXXL" }], onHand: 3 }],
          },
          ADMIN_KEY_HOLDER,
        ),
        ...VARIANTS.slice(0, 5).map((variant, n) => adjust(variant, n % 2 === 0 ? 1 : -1)),
      ]);

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect((await listed())?.sellable).toHaveLength(7);
    });

    test("stock, tracking, the policy and prices of variants change at the same time", async () => {
      await Promise.all([
        ...VARIANTS.slice(0, 5).map((variant) => adjust(variant, -1)),
        update(FIRST, { tracked: false }),
        update(SECOND, { soldOutPolicy: "CONTINUE", price: "4.00" }),
        update(variantId(13), { price: "5.00" }),
      ]);

      const listing = await listed();
      expect(listing?.sellable).toEqual([true, true, false, false, false, false]);
      expect(listing?.answers.priceRange?.min.minorUnits).toBe(400);
    });

    test("a count of a variant that is removed meanwhile is stored before or refused", async () => {
      for (const variant of VARIANTS.slice(0, 4)) {
        const [counted, removed] = await Promise.all([count(variant, 7), remove(variant)]);

        expect(removed.refusals).toEqual([]);
        expect(counted.refusals.every(({ code }) => code === "VARIANT_NOT_FOUND")).toBe(true);
      }
      expect(
        await rows(
          "SELECT variant_id FROM inventory_stock_item WHERE variant_id NOT IN (SELECT id FROM catalog_variant)",
        ),
      ).toBe(0);
      expect((await listed())?.sellable).toHaveLength(2);
    });

    test("a first count of a variant that is removed meanwhile leaves no stock behind", async () => {
      const [counted, removed] = await Promise.all([count(UNCOUNTED, 7), remove(UNCOUNTED)]);

      expect(removed.refusals).toEqual([]);
      expect(counted.refusals.every(({ code }) => code === "VARIANT_NOT_FOUND")).toBe(true);
      expect(
        await rows("SELECT variant_id FROM inventory_stock_item WHERE variant_id LIKE '%16'"),
      ).toBe(0);
      await listed();
    });

    test("twenty first counts of one variant are all stored", async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => count(UNCOUNTED, n + 1)),
      );

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect((await listed())?.sellable?.at(-1)).toBe(true);
      expect(
        await store.unitOfWork.run(
          async ({ stockItems }) => (await stockItems.get(UNCOUNTED)).snapshot().version,
        ),
      ).toBe(20);
    });

    test("of two first counts at the same time, the second one finds the first", async () => {
      const met = meeting(2);
      const firstCount = () =>
        store.unitOfWork.run(async ({ products, stockItems }) => {
          await products.lockOwnersOf([UNCOUNTED]);
          const key = { variantId: UNCOUNTED, locationId: DEFAULT_LOCATION.id };
          const stored = (await stockItems.lock([key])).items.get(stockKeyText(key));
          await met();
          const item = stored ?? StockItem.stock(UNCOUNTED, 1);
          if (stored) item.count(2);
          await stockItems.save([item]);
          return item.snapshot().version;
        });

      expect((await Promise.all([firstCount(), firstCount()])).toSorted()).toEqual([1, 2]);
    });

    test("counts of several variants, one of them for the first time, wait for an edit of their product", async () => {
      const [started, met] = [meeting(2), meeting(2)];
      let runs = 0;
      const edit = store.unitOfWork.run(async ({ products, stockItems }) => {
        runs += 1;
        await products.byId([SHIRT]);
        await started();
        await met();
        await stockItems.byVariant(VARIANTS);
      });
      /** Meets the edit after it has locked stock. */
      const unitOfWork: typeof store.unitOfWork = {
        run: (work) =>
          store.unitOfWork.run((stores, transaction) => {
            runs += 1;
            const lock: typeof stores.stockItems.lock = async (ids) => {
              const locked = await stores.stockItems.lock(ids);
              await met();
              return locked;
            };
            const stockItems = Object.assign(Object.create(stores.stockItems), { lock }) as object;
            return work(Object.create(stores, { stockItems: { value: stockItems } }), transaction);
          }),
      };
      await started();
      const counted = await stockCount({ ...needs(), unitOfWork })(
        { counts: [FIRST, UNCOUNTED].map((variant) => ({ variantId: variant, onHand: 7 })) },
        ADMIN_KEY_HOLDER,
      );
      await edit;

      expect(counted.refusals).toEqual([]);
      expect(runs).toBe(2);
      await listed();
    });

    test("stock that is no longer counted, and counted again, at the same time", async () => {
      await Promise.all([
        ...[1, 2, 3].map((onHand) => count(FIRST, onHand)),
        update(FIRST, { onHand: null }),
        ...[4, 5].map((onHand) => count(FIRST, onHand)),
      ]);

      await listed();
    });

    test("the units of a variant are the sum over all locations, and the variant is read once", async () => {
      await store.unitOfWork.run(async (stores) => {
        await stores.stockItems.save([StockItem.stock(FIRST, 5, WAREHOUSE)]);
      });
      await adjust(FIRST, 1);

      const read = await store.catalogReads.variantsById(
        [FIRST],
        { sees: "everything" },
        new Set(["sku"]),
        { fields: new Set(["onHand", "available", "stockVersion"]) },
      );
      expect(read.map(({ priceAndStock }) => priceAndStock)).toEqual([
        { onHand: 7, available: 7, stockVersion: 2 },
      ]);
      expect((await listed())?.sellable?.[0]).toBe(true);
      expect((await remove(FIRST)).refusals).toEqual([]);
      expect(await rows("SELECT variant_id FROM inventory_stock_item")).toBe(4);
    });

    test("stock that is edited together with variants is shown in lists too", async () => {
      for (const variant of VARIANTS.slice(0, 5)) await update(variant, { onHand: 0 });
      expect((await listed())?.answers.available).toBe(false);

      await update(SECOND, { onHand: 2 });
      expect((await listed())?.sellable).toEqual([false, true, false, false, false, false]);
    });

    test("a variant that does not exist gets no stock", async () => {
      const { refusals } = await count(variantId(99), 1);

      expect(refusals).toMatchObject([
        { code: "VARIANT_NOT_FOUND", path: ["counts", "0", "variantId"] },
      ]);
      expect(await rows("SELECT variant_id FROM inventory_stock_item")).toBe(5);
    });

    test("one sold out unit keeps the product's version, events and history as they were", async () => {
      await adjust(FIRST, -1);

      expect(await rows("SELECT id FROM catalog_product WHERE version = 1")).toBe(1);
      expect(await rows("SELECT id FROM catalog_product_revision")).toBe(0);
      expect((await listed())?.sellable?.[0]).toBe(false);
    });
  });
};
