import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { CatalogStores } from "../../../src/application/catalog/ports.js";
import type { InventoryStores } from "../../../src/application/inventory/ports.js";
import type { PricingStores } from "../../../src/application/pricing/ports.js";
import type { SettingStores } from "../../../src/application/shared/settings.js";
import { NestedUnitOfWork, type UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { ProductNotFound, SkuTaken, SlugTaken } from "../../../src/domain/catalog/errors.js";
import { Product } from "../../../src/domain/catalog/product.js";
import type { Variant } from "../../../src/domain/catalog/variant.js";
import { StockItemNotFound } from "../../../src/domain/inventory/errors.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { Money } from "../../../src/domain/shared/money.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { aVariant, productContent, productId, variantId } from "../../builders/product-content.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const MUG = variantId(1);

export interface StoresSubject {
  readonly unitOfWork: UnitOfWork<CatalogStores & PricingStores & InventoryStores & SettingStores>;
  /** The types of the stored events, oldest first. */
  readonly outboxTypes: () => Promise<readonly string[]>;
  readonly close?: () => Promise<void>;
}

/** What every set of stores must do. Run over the fake, SQLite and MySQL. */
export const storesContract = (
  name: string,
  open: () => Promise<StoresSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`stores: ${name}`, () => {
    let subject: StoresSubject;
    const inUnit: StoresSubject["unitOfWork"]["run"] = (work) => subject.unitOfWork.run(work);
    const addMug = (n = 1, content = productContent(n)) =>
      inUnit(({ products }) => products.save([Product.create(productId(n), content, NOW)]));
    const stockMugs = (onHand: number) =>
      inUnit(({ stockItems }) => stockItems.save([StockItem.stock(MUG, onHand)]));
    const mugs = () => inUnit(async ({ stockItems }) => (await stockItems.get(MUG)).snapshot());
    const mug = (n = 1) =>
      inUnit(async ({ products }) => (await products.get(productId(n))).snapshot());

    beforeEach(async () => {
      subject = await open();
    });
    afterEach(async () => subject.close?.());
    afterAll(end);

    describe("products", () => {
      test("what is saved can be read back, whole", async () => {
        const content = productContent(1, {
          title: "ほうれん草 – Crème brûlée 😀",
          slug: "ほうれん草",
          tags: ["Tea", "glaçure"],
          publication: {
            from: new Date("2026-01-01T00:00:00.123Z"),
            until: new Date("2027-01-01T00:00:00.000Z"),
          },
          seo: { title: "Mug", description: "A mug." },
          options: [{ name: "Size", values: ["S", "L"] }],
          metafields: [{ namespace: "details", key: "material", type: "TEXT", value: "clay" }],
          variants: [
            aVariant(1, {
              optionValues: ["S"],
              unitPriceMeasure: { total: "750", totalUnit: "ml", base: "1", baseUnit: "l" },
              weightMilligrams: 180_983,
            }),
            aVariant(2, {
              optionValues: ["L"],
              sku: null,
              tracked: false,
              soldOutPolicy: "CONTINUE",
              weightMilligrams: null,
              taxCode: "P1",
              barcode: "2000000000015",
            }),
          ],
        });
        await addMug(1, content);

        expect(await mug()).toEqual({
          ...content,
          id: productId(1),
          version: 1,
          announced: false,
          createdAt: NOW,
          updatedAt: NOW,
        });
        expect(
          await inUnit(async ({ products }) => [
            ...(await products.bySlug(["ほうれん草", "none"])).keys(),
          ]),
        ).toEqual(["ほうれん草"]);
      });

      test("many large products fit, however large the statement would be", async () => {
        const large = Array.from({ length: 40 }, (_, n) =>
          productContent(n, { descriptionHtml: "草".repeat(400_000) }),
        );
        await inUnit(({ products }) =>
          products.save(large.map((content, n) => Product.create(productId(n), content, NOW))),
        );

        expect((await mug(39)).descriptionHtml).toHaveLength(400_000);
      });

      test("an unknown product is a ProductNotFound", async () => {
        await expect(mug(9)).rejects.toThrow(ProductNotFound);
      });

      test("a revision replaces what changed and keeps the rest", async () => {
        await addMug();
        const later = new Date("2026-02-01T00:00:00.000Z");
        await inUnit(async ({ products }) => {
          const product = await products.get(productId(1));
          product.revise(
            {
              ...productContent(1),
              title: "Big mug",
              tags: ["coffee"],
              variants: [aVariant(7, { sku: "SKU-1" })],
            },
            later,
          );
          await products.save([product]);
        });

        expect(await mug()).toMatchObject({
          title: "Big mug",
          tags: ["coffee"],
          version: 2,
          createdAt: NOW,
          updatedAt: later,
          variants: [{ id: variantId(7), sku: "SKU-1" }],
        });
        expect(await subject.outboxTypes()).toEqual([
          "catalog.product-created",
          "catalog.product-updated",
        ]);
      });

      test("variants are changed, moved, added and taken out, and exchange their SKUs, all at once", async () => {
        const sized = (n: number, more: Partial<Variant> = {}) =>
          aVariant(n, { optionValues: [`size ${n}`], ...more });
        const options = [
          { name: "Size", values: Array.from({ length: 10 }, (_, n) => `size ${n}`) },
        ];
        const revise = (variants: readonly Variant[]) =>
          inUnit(async ({ products }) => {
            const product = await products.get(productId(1));
            product.revise(productContent(1, { options, variants }), NOW);
            await products.save([product]);
          });
        await addMug(
          1,
          productContent(1, { options, variants: [1, 2, 3, 4, 5].map((n) => sized(n)) }),
        );
        const after = [
          sized(5),
          sized(6),
          sized(1, { sku: "SKU-2" }),
          sized(2, { sku: "SKU-1" }),
          sized(4, {
            barcode: "4006381333931",
            unitPriceMeasure: { total: "750", totalUnit: "ml", base: "1", baseUnit: "l" },
          }),
        ];
        await revise(after);
        expect((await mug()).variants).toEqual(after);

        await revise(after.toReversed());
        expect((await mug()).variants).toEqual(after.toReversed());
        await addMug(2, productContent(2, { variants: [aVariant(22, { sku: "SKU-3" })] }));
        await expect(revise([sized(7, { sku: "SKU-3" })])).rejects.toMatchObject({
          code: "SKU_TAKEN",
          taken: "SKU-3",
          path: ["variants", "0", "sku"],
        });
        await revise([]);
        expect((await mug()).variants).toEqual([]);
      });

      test("saving what has not changed writes no event", async () => {
        await addMug();
        await inUnit(async ({ products }) => products.save([await products.get(productId(1))]));

        expect((await mug()).version).toBe(1);
        expect(await subject.outboxTypes()).toEqual(["catalog.product-created"]);
      });

      test("a slug belongs to one product", async () => {
        await addMug(1);
        await expect(addMug(2, productContent(2, { slug: "mug-1" }))).rejects.toThrow(
          new SlugTaken("mug-1"),
        );
        await expect(mug(2)).rejects.toThrow(ProductNotFound);
      });

      test("slugs that are taken can be told from free ones, as they are written", async () => {
        await addMug(1);
        await addMug(2, productContent(2, { slug: "josé" }));

        expect(
          await inUnit(async ({ products }) =>
            [...(await products.takenSlugs(["mug-1", "jose", "josé", "mug-2"]))].toSorted(),
          ),
        ).toEqual(["josé", "mug-1"]);
        expect(await inUnit(async ({ products }) => [...(await products.takenSlugs([]))])).toEqual(
          [],
        );
      });

      test("a SKU belongs to one variant, and its letters count as they are written", async () => {
        await addMug(1);
        await expect(
          addMug(2, productContent(2, { variants: [aVariant(2, { sku: "SKU-1" })] })),
        ).rejects.toThrow(SkuTaken);
        await addMug(3, productContent(3, { variants: [aVariant(3, { sku: "sku-1" })] }));

        const owners = await inUnit(({ products }) =>
          products.ownersOfSkus(["SKU-1", "sku-1", "none"]),
        );
        expect(Object.fromEntries(owners)).toEqual({
          "SKU-1": productId(1),
          "sku-1": productId(3),
        });
      });

      test("each variant knows its product", async () => {
        await addMug(
          1,
          productContent(1, {
            options: [{ name: "Size", values: ["S", "L"] }],
            variants: [aVariant(1, { optionValues: ["S"] }), aVariant(2, { optionValues: ["L"] })],
          }),
        );
        await addMug(3);

        const owners = await inUnit(({ products }) =>
          products.ownersOfVariants([variantId(3), variantId(2), variantId(9)]),
        );
        expect(Object.fromEntries(owners)).toEqual({
          [variantId(2)]: productId(1),
          [variantId(3)]: productId(3),
        });
      });

      test("who saves an outdated product is told, and nothing is lost", async () => {
        await addMug();
        const outdated = await inUnit(({ products }) => products.get(productId(1)));
        await inUnit(async ({ products }) => {
          const product = await products.get(productId(1));
          product.revise({ ...productContent(1), title: "First" }, NOW);
          await products.save([product]);
        });
        outdated.revise({ ...productContent(1), title: "Second" }, NOW);

        await expect(inUnit(({ products }) => products.save([outdated]))).rejects.toThrow(
          StaleVersion,
        );
        expect((await mug()).title).toBe("First");
      });

      test("a removed product is gone with its SKUs, and says so", async () => {
        await addMug();
        await inUnit(async ({ products }) => {
          const product = await products.get(productId(1));
          product.delete();
          await products.remove([product]);
        });

        await expect(mug()).rejects.toThrow(ProductNotFound);
        await addMug(
          2,
          productContent(2, { slug: "mug-1", variants: [aVariant(2, { sku: "SKU-1" })] }),
        );
        expect(await subject.outboxTypes()).toEqual([
          "catalog.product-created",
          "catalog.product-deleted",
          "catalog.product-created",
        ]);
      });
    });

    test("prices are added, replaced and removed", async () => {
      const price = (minorUnits: number) => ({
        variantId: MUG,
        price: Money.of(minorUnits, "EUR"),
        compareAt: null,
        cost: Money.of(300, "EUR"),
      });
      await inUnit(({ prices }) => prices.save([price(1290)]));
      await inUnit(({ prices }) => prices.save([price(990)]));

      expect(
        (await inUnit(({ prices }) => prices.byVariant([MUG, variantId(2)]))).get(MUG),
      ).toEqual(price(990));
      await inUnit(({ prices }) => prices.remove([MUG]));
      expect((await inUnit(({ prices }) => prices.byVariant([MUG]))).size).toBe(0);
    });

    test("a setting is remembered once, and may be replaced or forgotten", async () => {
      const added = await inUnit(async ({ settings }) => [
        await settings.add("colour", "red"),
        await settings.add("colour", "blue"),
        await settings.get("colour"),
      ]);
      expect(added).toEqual([true, false, "red"]);

      await inUnit(({ settings }) => settings.put("colour", "green"));
      expect(await inUnit(({ settings }) => settings.get("colour"))).toBe("green");
      await inUnit(({ settings }) => settings.remove("colour"));
      expect(await inUnit(({ settings }) => settings.get("colour"))).toBeNull();
    });

    describe("stock under pressure", () => {
      const buyOne = () =>
        inUnit(async ({ stockItems }) => {
          const item = await stockItems.get(MUG);
          item.reserve(1);
          await stockItems.save([item]);
        });

      test("stock that nobody keeps is a StockItemNotFound", async () => {
        await expect(mugs()).rejects.toThrow(StockItemNotFound);
      });

      test("twenty buyers racing for five units get exactly five", async () => {
        await stockMugs(5);
        const outcomes = await Promise.allSettled(Array.from({ length: 20 }, buyOne));

        expect(outcomes.filter(({ status }) => status === "fulfilled")).toHaveLength(5);
        expect(
          outcomes.flatMap((outcome) =>
            outcome.status === "rejected" ? [(outcome.reason as Error).name] : [],
          ),
        ).toEqual(Array(15).fill("InsufficientStock"));
        expect(await mugs()).toMatchObject({ onHand: 5, reserved: 5 });
      });

      test("a decision on outdated stock is refused by the statement itself", async () => {
        await stockMugs(5);
        const outdated = await inUnit(({ stockItems }) => stockItems.get(MUG));
        await buyOne();
        outdated.reserve(5);

        await expect(inUnit(({ stockItems }) => stockItems.save([outdated]))).rejects.toThrow(
          StaleVersion,
        );
        expect((await mugs()).reserved).toBe(1);
      });

      test("several changes of an item are saved together, with an event each", async () => {
        await stockMugs(5);
        await inUnit(async ({ stockItems }) => {
          const item = await stockItems.get(MUG);
          item.count(9);
          item.adjust(-2);
          await stockItems.save([item]);
        });

        expect(await mugs()).toEqual({ variantId: MUG, onHand: 7, reserved: 0, version: 3 });
        expect(await subject.outboxTypes()).toEqual([
          "inventory.stock-counted",
          "inventory.stock-counted",
          "inventory.stock-adjusted",
        ]);
      });

      test("a quantity that is no longer kept is gone, says so, and may be kept again", async () => {
        await stockMugs(5);
        await inUnit(async ({ stockItems }) => {
          const item = await stockItems.get(MUG);
          item.discard();
          await stockItems.discard([item]);
        });

        await expect(mugs()).rejects.toThrow(StockItemNotFound);
        await stockMugs(7);
        expect(await mugs()).toMatchObject({ onHand: 7, version: 1 });
        expect(await subject.outboxTypes()).toEqual([
          "inventory.stock-counted",
          "inventory.stock-discarded",
          "inventory.stock-counted",
        ]);
      });

      test("what moved since it was looked at is not discarded", async () => {
        await stockMugs(5);
        const outdated = await inUnit(({ stockItems }) => stockItems.get(MUG));
        await buyOne();
        outdated.discard();

        await expect(inUnit(({ stockItems }) => stockItems.discard([outdated]))).rejects.toThrow(
          StaleVersion,
        );
        expect((await mugs()).reserved).toBe(1);
      });

      test("events are stored with the state", async () => {
        await stockMugs(1);
        await buyOne();

        expect(await subject.outboxTypes()).toEqual([
          "inventory.stock-counted",
          "inventory.stock-reserved",
          "inventory.stock-exhausted",
        ]);
      });
    });

    describe("units of work", () => {
      test("one that fails leaves neither state nor events", async () => {
        await stockMugs(10);
        const failing = inUnit(async ({ stockItems, products }) => {
          const item = await stockItems.get(MUG);
          item.reserve(4);
          await stockItems.save([item]);
          await products.save([Product.create(productId(1), productContent(1), NOW)]);
          throw new Error("the power went out");
        });

        await expect(failing).rejects.toThrow("the power went out");
        expect((await mugs()).reserved).toBe(0);
        expect(await subject.outboxTypes()).toEqual(["inventory.stock-counted"]);
      });

      test("one that fails in the middle of others takes nothing of theirs along", async () => {
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
        expect(await subject.outboxTypes()).toHaveLength(10);
      });

      test("a part may fail alone", async () => {
        await inUnit(async ({ products }, { attempt }) => {
          await products.save([Product.create(productId(1), productContent(1), NOW)]);
          const clash = attempt(async () => {
            await products.save([Product.create(productId(3), productContent(3), NOW)]);
            await products.save([
              Product.create(productId(2), productContent(2, { slug: "mug-1" }), NOW),
            ]);
          });
          await expect(clash).rejects.toThrow(SlugTaken);
          await attempt(() =>
            products.save([Product.create(productId(4), productContent(4), NOW)]),
          );
        });

        const kept = await inUnit(({ products }) =>
          products.bySlug(["mug-1", "mug-2", "mug-3", "mug-4"]),
        );
        expect([...kept.keys()]).toEqual(["mug-1", "mug-4"]);
        expect(await subject.outboxTypes()).toHaveLength(2);
      });

      test("one inside another is refused instead of waiting for itself", async () => {
        await expect(inUnit(() => inUnit(async () => undefined))).rejects.toThrow(NestedUnitOfWork);
        await stockMugs(1);
        expect((await mugs()).onHand).toBe(1);
      });

      test("changing what was loaded without saving it changes nothing", async () => {
        await stockMugs(10);
        await inUnit(async ({ stockItems }) => (await stockItems.get(MUG)).reserve(4));

        expect((await mugs()).reserved).toBe(0);
      });
    });
  });
};
