import { describe, expect, test } from "vitest";
import type { VariantFilter } from "../../../src/application/catalog/ports/product-list.js";
import type { PageRequest } from "../../../src/application/shared/page.js";
import { Money } from "../../../src/domain/shared/money.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import {
  ALL,
  EMPTY,
  NO_FIELDS,
  SHOPPER,
  STAFF,
  first,
  number,
  numbers,
  walkBackwards,
  walkForwards,
} from "./page-walks.js";

/** Products one by one, and what belongs to them. */
export const productParts = (subject: () => ReadsSubject): void => {
  describe("products by key", () => {
    test("products are found by id and by slug, unknown ones are absent", async () => {
      const { reads } = subject();
      const ids = (views: readonly { readonly id: string }[]) =>
        views.map(({ id }) => number(id)).toSorted((a, b) => a - b);

      expect(
        ids(
          await reads.productsById([productId(4), productId(99), productId(1)], SHOPPER, NO_FIELDS),
        ),
      ).toEqual([1, 4]);
      expect(
        await reads.productsBySlug(["ほうれん草", "nothing"], SHOPPER, new Set(["title"])),
      ).toEqual([{ id: productId(4), slug: "ほうれん草", title: "ほうれん草" }]);
      expect(await reads.productsById([], SHOPPER, NO_FIELDS)).toEqual([]);
    });

    test("a slug that differs in an accent or in width is another slug", async () => {
      expect(
        await subject().reads.productsBySlug(
          ["mug-１", "müg-1", "MUG-1", "mug-1 "],
          SHOPPER,
          NO_FIELDS,
        ),
      ).toEqual([]);
    });

    test("only the requested fields are read", async () => {
      const { reads } = subject();
      const all = [
        "slug",
        "title",
        "descriptionHtml",
        "vendor",
        "productType",
        "category",
        "tags",
        "status",
        "publication",
        "seo",
        "giftCard",
        "options",
        "metafields",
        "version",
        "createdAt",
        "updatedAt",
        "priceRange",
        "available",
        "onSale",
        "firstImage",
        "optionAvailability",
      ] as const;
      const [whole] = await reads.productsById([productId(5)], SHOPPER, new Set(all));

      expect(whole).toEqual({
        id: productId(5),
        slug: "mug-5",
        title: "Mug",
        descriptionHtml: "<p>Holds tea.</p>",
        vendor: "Plinth Pottery",
        productType: "Mug",
        category: "Home & Garden > Kitchen",
        tags: ["Gift"],
        status: "ACTIVE",
        publication: { from: new Date("2025-12-01T00:00:00.000Z"), until: null },
        seo: { title: "", description: "" },
        giftCard: false,
        options: [{ name: "Size", values: ["S", "L"] }],
        metafields: [{ namespace: "care", key: "washing", type: "TEXT", value: "by hand" }],
        version: 1,
        createdAt: new Date("2025-12-01T08:00:04.000Z"),
        updatedAt: new Date("2025-12-01T08:00:04.000Z"),
        priceRange: { min: Money.of(2_000, "EUR"), max: Money.of(4_000, "EUR") },
        available: true,
        onSale: false,
        firstImage: { id: mediaId(5), url: "/media/mug-5.webp", alt: "Front" },
        optionAvailability: {
          options: [{ name: "Size", values: ["S", "L"] }],
          variants: [
            { id: variantId(50), values: [0], available: false },
            { id: variantId(51), values: [1], available: true },
          ],
        },
      });
      for (const field of all)
        expect(await reads.productsById([productId(5)], SHOPPER, new Set([field]))).toEqual([
          { id: productId(5), [field]: whole?.[field] },
        ]);
    });

    test("the option availability of many products is read at once, in the order of their variants", async () => {
      const { reads } = subject();
      const page = await reads.products(
        { filter: { tags: ["gift"] }, sort: { key: "CREATED", reverse: false }, page: ALL },
        SHOPPER,
        new Set(["optionAvailability"]),
      );

      expect(page.items.map(({ item }) => item.optionAvailability?.variants)).toEqual([
        [{ id: variantId(10), values: [0], available: true }],
        [
          { id: variantId(50), values: [0], available: false },
          { id: variantId(51), values: [1], available: true },
        ],
        [
          { id: variantId(63), values: [0], available: false },
          { id: variantId(61), values: [1], available: true },
          { id: variantId(62), values: [2], available: false },
        ],
      ]);
    });

    test("a list has only the requested fields too", async () => {
      const page = await subject().reads.products(
        { filter: { text: "zebra" }, sort: { key: "PRICE", reverse: false }, page: ALL },
        SHOPPER,
        new Set(["title", "priceRange"]),
      );

      expect(page.items.map(({ item }) => item)).toEqual([
        {
          id: productId(1),
          title: "Zebra 100% mug",
          priceRange: { min: Money.of(3_000, "EUR"), max: Money.of(3_000, "EUR") },
        },
      ]);
    });
  });

  describe("all variants as one list", () => {
    const CASES: readonly (readonly [string, VariantFilter, readonly number[]])[] = [
      ["nothing given", {}, [10, 20, 30, 40, 50, 51, 61, 62, 63, 70, 80, 90, 100, 110, 120, 130]],
      ["a product", { product: productId(6) }, [61, 62, 63]],
      ["an unknown product", { product: productId(99) }, []],
      [
        "a vendor of the product, whatever its case and accents",
        { vendors: ["cafe ceramics", "nobody"] },
        [10, 20],
      ],
      ["no vendor at all", { vendors: [] }, []],
      ["an SKU, exactly", { sku: "ART-01" }, [10]],
      ["the beginning of an SKU is none", { sku: "ART" }, []],
      ["a barcode", { barcode: "2000000000015" }, [51]],
      ["stock that is not counted", { tracked: false }, [51]],
      ["the beginning of an SKU as text", { text: "art-0" }, [10, 20]],
      ["words of the product's title", { text: "ÄPFEL" }, [20, 30]],
      ["a wildcard is a letter like others", { text: "art_0" }, []],
      ["all conditions together", { product: productId(5), tracked: true, text: "mug" }, [50]],
    ];
    for (const [what, filter, expected] of CASES)
      test(what, async () => {
        const { reads } = subject();
        expect(
          numbers(await reads.variants(filter, ALL, NO_FIELDS)).toSorted((a, b) => a - b),
        ).toEqual(expected);
        expect(await reads.countAllVariants(filter)).toBe(expected.length);
      });

    test("is paged in both directions, with each variant once", async () => {
      const { reads } = subject();
      const ask = (page: PageRequest) => reads.variants({}, page, NO_FIELDS);

      expect(await walkForwards(ask, 3)).toHaveLength(16);
      expect(await walkBackwards(ask, 5)).toEqual(await walkForwards(ask, 3));
    });
  });

  describe("parts of products", () => {
    test("each product has a page of its own variants, by position", async () => {
      const { reads } = subject();
      const pages = await reads.variantsOfProducts(
        [productId(5), productId(6), productId(1)],
        first(2),
        new Set(["sku", "productId"]),
      );

      expect(numbers(pages.get(productId(6)) ?? EMPTY)).toEqual([63, 61]);
      expect(pages.get(productId(6))?.hasNextPage).toBe(true);
      expect(pages.get(productId(5))?.hasNextPage).toBe(false);
      expect(pages.get(productId(1))?.items.map(({ item }) => item)).toEqual([
        { id: variantId(10), sku: "ART-01", productId: productId(1) },
      ]);
    });

    for (const size of [1, 2, 5])
      test(`variants and images, ${size} at a time, are shown once in either direction`, async () => {
        const { reads } = subject();
        const variants = async (page: PageRequest) =>
          (await reads.variantsOfProducts([productId(6), productId(1)], page, NO_FIELDS)).get(
            productId(6),
          ) ?? EMPTY;
        const media = async (page: PageRequest) =>
          (await reads.mediaOfProducts([productId(5), productId(1)], page, NO_FIELDS)).get(
            productId(5),
          ) ?? EMPTY;

        expect(await walkForwards(variants, size)).toEqual([63, 61, 62]);
        expect(await walkBackwards(variants, size)).toEqual([63, 61, 62]);
        expect(await walkForwards(media, size)).toEqual([5, 52, 51]);
        expect(await walkBackwards(media, size)).toEqual([5, 52, 51]);
      });

    test("variants and images are counted", async () => {
      expect(await subject().reads.countVariants([productId(6), productId(1)])).toEqual(
        new Map([
          [productId(6), 3],
          [productId(1), 1],
        ]),
      );
      expect(
        (await subject().reads.countMedia([productId(5), productId(1)])).get(productId(5)),
      ).toBe(3);
    });

    test("a variant has only the requested fields", async () => {
      const all = [
        "productId",
        "optionValues",
        "sku",
        "barcode",
        "tracked",
        "soldOutPolicy",
        "weightMilligrams",
        "weightUnit",
        "requiresShipping",
        "taxable",
        "taxCode",
        "unitPriceMeasure",
        "mediaId",
      ] as const;
      const [whole] = await subject().reads.variantsById([variantId(51)], SHOPPER, new Set(all));

      expect(whole).toEqual({
        id: variantId(51),
        productId: productId(5),
        optionValues: ["L"],
        sku: null,
        barcode: "2000000000015",
        tracked: false,
        soldOutPolicy: "CONTINUE",
        weightMilligrams: 453_592,
        weightUnit: "POUNDS",
        requiresShipping: false,
        taxable: false,
        taxCode: "P1",
        unitPriceMeasure: { total: "750", totalUnit: "ml", base: "1", baseUnit: "l" },
        mediaId: mediaId(52),
      });
      for (const field of all)
        expect(
          await subject().reads.variantsById([variantId(51)], SHOPPER, new Set([field])),
        ).toEqual([{ id: variantId(51), [field]: whole?.[field] }]);
    });

    test("images are found by id, also those of collections", async () => {
      const images = await subject().reads.mediaById(
        [mediaId(52), mediaId(9_001), mediaId(99_999)],
        SHOPPER,
        new Set(["url", "alt", "productId"]),
      );

      expect(images.toSorted((a, b) => number(a.id) - number(b.id))).toEqual([
        {
          id: mediaId(52),
          url: "https://img.example/side.webp",
          alt: "Side",
          productId: productId(5),
        },
        {
          id: mediaId(9_001),
          url: "/media/collection-1.webp",
          alt: "Collection 1",
          productId: null,
        },
      ]);
    });

    test("the collections of products are counted without hidden ones", async () => {
      const ids = [1, 5, 7].map(productId);

      expect([
        ...(await subject().reads.countCollectionsOfProducts(ids, SHOPPER)).values(),
      ]).toEqual([2, 1, 0]);
      expect((await subject().reads.countCollectionsOfProducts(ids, STAFF)).get(productId(1))).toBe(
        3,
      );
    });

    test("the collections of products are sorted by title, without hidden ones", async () => {
      const pages = await subject().reads.collectionsOfProducts(
        [productId(1), productId(5), productId(7)],
        first(2),
        SHOPPER,
        new Set(["title"]),
      );

      expect([1, 5, 7].map((n) => numbers(pages.get(productId(n)) ?? EMPTY))).toEqual([
        [2, 1],
        [1],
        [],
      ]);
      expect(
        numbers(
          (await subject().reads.collectionsOfProducts([productId(1)], ALL, STAFF, NO_FIELDS)).get(
            productId(1),
          ) ?? EMPTY,
        ),
      ).toEqual([2, 1, 3]);
    });
  });
};
