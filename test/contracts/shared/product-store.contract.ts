import { describe, expect, test } from "vitest";
import { SlugTaken } from "../../../src/domain/catalog/errors.js";
import { ProductNotFound } from "../../../src/domain/catalog/products/errors.js";
import { Product } from "../../../src/domain/catalog/products/product.js";
import { SkuTaken } from "../../../src/domain/catalog/variants/errors.js";
import type { Variant } from "../../../src/domain/catalog/variants/variant.js";
import { StaleVersion } from "../../../src/domain/shared/stale-version.js";
import { aVariant, productContent, productId, variantId } from "../../builders/product-content.js";

import { NOW, type MugStores } from "./mug-stores.js";

/** Products, prices and settings in the stores. */
export const productStore = (stores: MugStores): void => {
  const { inUnit, addMug, mug } = stores;

  describe("products", () => {
    test("a saved product is read back with all its fields", async () => {
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

    test("many large products are saved, however large the statement would be", async () => {
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
      expect(await stores.subject.outboxTypes()).toEqual([
        "catalog.product-created",
        "catalog.product-updated",
      ]);
    });

    test("variants are changed, moved, added and removed, and exchange their SKUs, all at once", async () => {
      const sized = (n: number, more: Partial<Variant> = {}) =>
        aVariant(n, { optionValues: [`size ${n}`], ...more });
      const options = [{ name: "Size", values: Array.from({ length: 10 }, (_, n) => `size ${n}`) }];
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
      expect(await stores.subject.outboxTypes()).toEqual(["catalog.product-created"]);
    });

    test("a slug belongs to one product", async () => {
      await addMug(1);
      await expect(addMug(2, productContent(2, { slug: "mug-1" }))).rejects.toThrow(
        new SlugTaken("mug-1"),
      );
      await expect(mug(2)).rejects.toThrow(ProductNotFound);
    });

    test("slugs in use are found, compared exactly", async () => {
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

    test("a SKU belongs to one variant, and is compared exactly", async () => {
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

    test("the product of each variant is found", async () => {
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

    test("an outdated product is not saved, and nothing is lost", async () => {
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

    test("a removed product is deleted with its SKUs, and has an event", async () => {
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
      expect(await stores.subject.outboxTypes()).toEqual([
        "catalog.product-created",
        "catalog.product-deleted",
        "catalog.product-created",
      ]);
    });
  });

  test("a setting is added once, and may be replaced or removed", async () => {
    const added = await inUnit(async ({ settings }) => [
      await settings.add("colour", "red"),
      await settings.add("colour", "blue"),
      await settings.get("colour"),
    ]);
    expect(added).toEqual([true, false, "red"]);

    await inUnit(({ settings }) => settings.set("colour", "green"));
    expect(await inUnit(({ settings }) => settings.get("colour"))).toBe("green");
    await inUnit(({ settings }) => settings.remove("colour"));
    expect(await inUnit(({ settings }) => settings.get("colour"))).toBeNull();
  });
};
