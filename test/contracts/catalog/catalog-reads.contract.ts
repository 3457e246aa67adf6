import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Audience, CatalogReads, Offers, ProductFilter, ProductSort, ProductSortKey } from "../../../src/application/catalog/ports.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import { InvalidCursor, type Page, type PageRequest } from "../../../src/application/shared/page.js";
import { Money } from "../../../src/domain/shared/money.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { collectionId, fillShelf, type ShelfStores } from "../../builders/shelf.js";
import { SHOP_SHELF, NOW } from "./catalog-shelf.js";

export interface ReadsSubject {
  readonly reads: CatalogReads;
  readonly offers: Offers;
  readonly unitOfWork: UnitOfWork<ShelfStores>;
  readonly close?: () => Promise<void>;
}

const SHOPPER: Audience = { sees: "visible", at: NOW };
const STAFF: Audience = { sees: "everything" };
const ALL: PageRequest = { size: 100, direction: "forward", after: null, before: null };
const NO_FIELDS = new Set<never>();

const first = (size: number, after: string | null = null): PageRequest => ({ size, direction: "forward", after, before: null });
const last = (size: number, before: string | null = null): PageRequest => ({ size, direction: "backward", after: null, before });

type Identified = Page<{ readonly id: string }>;
const number = (id: string): number => Number(id.slice(id.lastIndexOf("_") + 4));
const numbers = ({ items }: Identified): number[] => items.map(({ item }) => number(item.id));

const walkForwards = async (ask: (page: PageRequest) => Promise<Identified>, size: number): Promise<number[]> => {
  const seen: number[] = [];
  for (let after: string | null = null; ; ) {
    const page: Identified = await ask(first(size, after));
    seen.push(...numbers(page));
    if (!page.hasNextPage) return seen;
    after = page.items.at(-1)?.cursor ?? null;
  }
};

const walkBackwards = async (ask: (page: PageRequest) => Promise<Identified>, size: number): Promise<number[]> => {
  const seen: number[] = [];
  for (let before: string | null = null; ; ) {
    const page: Identified = await ask(last(size, before));
    seen.unshift(...numbers(page));
    if (!page.hasPreviousPage) return seen;
    before = page.items.at(0)?.cursor ?? null;
  }
};

/** What every implementation of the catalogue's read ports must do. Run over the fake, SQLite and MySQL. */
export const catalogReadsContract = (name: string, open: () => Promise<ReadsSubject>): void => {
  describe(`catalogue reads: ${name}`, () => {
    let subject: ReadsSubject;

    beforeAll(async () => {
      subject = await open();
      await fillShelf(subject.unitOfWork, SHOP_SHELF);
    });
    afterAll(async () => subject.close?.());

    const products = (filter: ProductFilter, sort: ProductSort, page: PageRequest, audience: Audience = SHOPPER) => subject.reads.products({ filter, sort, page }, audience, NO_FIELDS);
    const found = async (filter: ProductFilter, audience: Audience = SHOPPER) => numbers(await products(filter, { key: "CREATED", reverse: false }, ALL, audience)).toSorted((a, b) => a - b);

    describe("the order of products", () => {
      const ORDERS: readonly (readonly [ProductSortKey, ProductFilter, readonly number[]])[] = [
        ["TITLE", {}, [2, 3, 5, 6, 1, 4, 8, 7]],
        ["PRICE", {}, [6, 2, 3, 5, 7, 8, 1, 4]],
        ["CREATED", {}, [8, 1, 2, 3, 4, 5, 6, 7]],
        ["MANUAL", {}, [8, 1, 2, 3, 4, 5, 6, 7]],
        ["TITLE", { collection: collectionId(1) }, [2, 3, 5, 1, 8]],
        ["MANUAL", { collection: collectionId(1) }, [5, 1, 3, 8, 2]],
      ];
      for (const [key, filter, order] of ORDERS)
        for (const reverse of [false, true])
          for (const size of [1, 3, 100])
            test(`${key}${filter.collection ? " in a collection" : ""}${reverse ? ", reversed" : ""}, ${size} at a time, shows each product once in either direction`, async () => {
              const expected = reverse ? order.toReversed() : order;
              const ask = (page: PageRequest) => products(filter, { key, reverse }, page);

              expect(await walkForwards(ask, size)).toEqual(expected);
              expect(await walkBackwards(ask, size)).toEqual(expected);
            });

      test("products without a price come last, and first when turned round", async () => {
        expect(numbers(await products({}, { key: "PRICE", reverse: false }, last(1)))).toEqual([4]);
        expect(numbers(await products({}, { key: "PRICE", reverse: true }, first(1)))).toEqual([4]);
      });
    });

    describe("pages of products", () => {
      const byTitle: ProductSort = { key: "TITLE", reverse: false };
      const flags = ({ hasNextPage, hasPreviousPage }: Identified) => ({ hasNextPage, hasPreviousPage });
      const cursors = async () => (await products({}, byTitle, ALL)).items.map(({ cursor }) => cursor);

      test("a page says whether there is more on either side", async () => {
        const all = await cursors();

        expect(flags(await products({}, byTitle, first(3)))).toEqual({ hasNextPage: true, hasPreviousPage: false });
        expect(flags(await products({}, byTitle, first(3, all[2])))).toEqual({ hasNextPage: true, hasPreviousPage: true });
        expect(flags(await products({}, byTitle, first(3, all[4])))).toEqual({ hasNextPage: false, hasPreviousPage: true });
        expect(flags(await products({}, byTitle, last(3)))).toEqual({ hasNextPage: false, hasPreviousPage: true });
        expect(flags(await products({}, byTitle, last(3, all[3])))).toEqual({ hasNextPage: true, hasPreviousPage: false });
        expect(flags(await products({}, byTitle, ALL))).toEqual({ hasNextPage: false, hasPreviousPage: false });
      });

      test("both ends may be given", async () => {
        const all = await cursors();

        expect(numbers(await products({}, byTitle, { ...ALL, after: all[1] ?? "", before: all[5] ?? "" }))).toEqual([5, 6, 1]);
        expect(numbers(await products({}, byTitle, { ...last(2), after: all[1] ?? "", before: all[5] ?? "" }))).toEqual([6, 1]);
      });

      test("behind the last item there is an empty page", async () => {
        const all = await cursors();

        expect(await products({}, byTitle, first(3, all.at(-1)))).toEqual({ items: [], hasNextPage: false, hasPreviousPage: true });
      });

      test("a cursor stays good when the product in front of it is gone from the list", async () => {
        const all = await cursors();

        expect(numbers(await products({ tags: ["gift"] }, byTitle, first(3, all[2])))).toEqual([6, 1]);
      });

      test("a cursor of another order, or one made by hand, is an InvalidCursor", async () => {
        const [cursor = ""] = await cursors();
        const forged = ["", "x", "bm90aGluZw", Buffer.from("null").toString("base64url"), Buffer.from('["title"]').toString("base64url"), Buffer.from('["title",{},[]]').toString("base64url")];

        await expect(products({}, { key: "PRICE", reverse: false }, first(3, cursor))).rejects.toThrow(InvalidCursor);
        await expect(products({}, { key: "CREATED", reverse: false }, last(3, cursor))).rejects.toThrow(InvalidCursor);
        for (const text of forged) await expect(products({}, byTitle, first(3, text))).rejects.toThrow(InvalidCursor);
      });
    });

    describe("filters", () => {
      const CASES: readonly (readonly [string, ProductFilter, readonly number[]])[] = [
        ["nothing given lets all through", {}, [1, 2, 3, 4, 5, 6, 7, 8]],
        ["a collection", { collection: collectionId(1) }, [1, 2, 3, 5, 8]],
        ["an unknown collection", { collection: collectionId(99) }, []],
        ["a tag, whatever its case and accents", { tags: ["GIFT"] }, [1, 5, 6]],
        ["one of several tags", { tags: ["gift", "résumé"] }, [1, 3, 5, 6]],
        ["no tag of an empty list", { tags: [] }, []],
        ["a vendor, whatever its case and accents", { vendors: ["cafe ceramics"] }, [1, 2]],
        ["a type", { types: ["BOWL"] }, [2]],
        ["one of several types", { types: ["bowl", "Spinach"] }, [2, 4]],
        ["a lowest price", { minPrice: Money.of(3_000, "EUR") }, [1, 5]],
        ["a highest price", { maxPrice: Money.of(1_000, "EUR") }, [2, 3, 6]],
        ["a range of prices that a product's own range touches", { minPrice: Money.of(2_500, "EUR"), maxPrice: Money.of(2_600, "EUR") }, [5]],
        ["a price in another currency", { maxPrice: Money.of(1_000_000, "USD") }, []],
        ["what can be bought", { available: true }, [1, 2, 3, 5, 6]],
        ["what cannot be bought", { available: false }, [4, 7, 8]],
        ["what is reduced", { onSale: true }, [1]],
        ["what is not reduced", { onSale: false }, [2, 3, 4, 5, 6, 7, 8]],
        ["a status", { statuses: ["ACTIVE"] }, [1, 2, 3, 4, 5, 6, 7, 8]],
        ["words in the title", { text: "ÄPFEL" }, [2, 3]],
        ["words in the middle of the title", { text: "bra 100" }, [1]],
        ["words in another script", { text: "れん" }, [4]],
        ["a wildcard is a letter like others", { text: "z_bra" }, []],
        ["a percent sign is a letter like others", { text: "0% m" }, [1]],
        ["the beginning of a SKU", { text: "art-0" }, [1, 2]],
        ["not the middle of a SKU", { text: "rt-0" }, []],
        ["text of nothing but spaces lets all through", { text: "  " }, [1, 2, 3, 4, 5, 6, 7, 8]],
        ["all conditions together", { collection: collectionId(1), tags: ["gift"], available: true, maxPrice: Money.of(2_500, "EUR") }, [5]],
      ];
      for (const [what, filter, expected] of CASES)
        test(what, async () => {
          expect(await found(filter)).toEqual(expected);
          expect(await subject.reads.countProducts(filter, SHOPPER)).toBe(expected.length);
        });
    });

    describe("who sees what", () => {
      test("staff see every product, and may ask for a state", async () => {
        expect(await found({}, STAFF)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
        expect(await found({ statuses: ["DRAFT", "ARCHIVED"] }, STAFF)).toEqual([9, 13]);
        expect(await found({ statuses: ["DRAFT"] })).toEqual([]);
        expect(await found({ statuses: [] }, STAFF)).toEqual([]);
      });

      test("a publication begins at its first moment and ends before its last", async () => {
        const at = (iso: string): Audience => ({ sees: "visible", at: new Date(iso) });

        expect(await found({}, at("2026-01-31T23:59:59.999Z"))).not.toContain(10);
        expect(await found({}, at("2026-02-01T00:00:00.000Z"))).toContain(10);
        expect(await found({}, at("2025-12-30T23:59:59.999Z"))).toContain(11);
        expect(await found({}, at("2025-12-31T00:00:00.000Z"))).not.toContain(11);
      });

      test("what is hidden is not there by id, slug, variant or image either", async () => {
        const hidden = [9, 10, 11, 12, 13];
        const { reads } = subject;
        const seen = async (audience: Audience) => [
          (await reads.productsById(hidden.map(productId), audience, NO_FIELDS)).length,
          (await reads.productsBySlug(hidden.map((n) => `mug-${n}`), audience, NO_FIELDS)).length,
          (await reads.variantsById(hidden.map((n) => variantId(n * 10)), audience, NO_FIELDS)).length,
          (await reads.mediaById(hidden.map(mediaId), audience, NO_FIELDS)).length,
          (await reads.collectionsById([collectionId(3)], audience, NO_FIELDS)).length,
          (await reads.collectionsBySlug(["collection-3"], audience, NO_FIELDS)).length,
          (await reads.mediaById([mediaId(9_003)], audience, NO_FIELDS)).length,
        ];

        expect(await seen(SHOPPER)).toEqual([0, 0, 0, 0, 0, 0, 0]);
        expect(await seen(STAFF)).toEqual([5, 5, 5, 5, 1, 1, 1]);
      });
    });

    describe("one by one", () => {
      test("products are found by id and by slug, unknown ones are absent", async () => {
        const { reads } = subject;
        const ids = (views: readonly { readonly id: string }[]) => views.map(({ id }) => number(id)).toSorted((a, b) => a - b);

        expect(ids(await reads.productsById([productId(4), productId(99), productId(1)], SHOPPER, NO_FIELDS))).toEqual([1, 4]);
        expect(await reads.productsBySlug(["ほうれん草", "nothing"], SHOPPER, new Set(["title"]))).toEqual([{ id: productId(4), slug: "ほうれん草", title: "ほうれん草" }]);
        expect(await reads.productsById([], SHOPPER, NO_FIELDS)).toEqual([]);
      });

      test("a slug that differs in an accent or in width is another slug", async () => {
        expect(await subject.reads.productsBySlug(["mug-１", "müg-1", "MUG-1", "mug-1 "], SHOPPER, NO_FIELDS)).toEqual([]);
      });

      test("only the fields that are asked for are there", async () => {
        const { reads } = subject;
        const all = ["slug", "title", "descriptionHtml", "vendor", "productType", "category", "tags", "status", "publication", "seo", "giftCard", "options", "metafields", "version", "createdAt", "updatedAt", "priceRange", "available", "onSale", "firstImage"] as const;
        const [whole] = await reads.productsById([productId(5)], SHOPPER, new Set(all));

        expect(whole).toEqual({
          id: productId(5), slug: "mug-5", title: "Mug", descriptionHtml: "<p>Holds tea.</p>", vendor: "Plinth Pottery", productType: "Mug", category: "Home & Garden > Kitchen", tags: ["Gift"],
          status: "ACTIVE", publication: { from: new Date("2025-12-01T00:00:00.000Z"), until: null }, seo: { title: "", description: "" }, giftCard: false, options: [{ name: "Size", values: ["S", "L"] }],
          metafields: [{ namespace: "care", key: "washing", type: "TEXT", value: "by hand" }], version: 1, createdAt: new Date("2025-12-01T08:00:04.000Z"), updatedAt: new Date("2025-12-01T08:00:04.000Z"),
          priceRange: { min: Money.of(2_000, "EUR"), max: Money.of(4_000, "EUR") }, available: true, onSale: false, firstImage: { id: mediaId(5), url: "/media/mug-5.webp", alt: "Front" },
        });
        for (const field of all)
          expect(await reads.productsById([productId(5)], SHOPPER, new Set([field]))).toEqual([{ id: productId(5), [field]: whole?.[field] }]);
      });

      test("a list gives only the fields that are asked for as well", async () => {
        const page = await subject.reads.products({ filter: { text: "zebra" }, sort: { key: "PRICE", reverse: false }, page: ALL }, SHOPPER, new Set(["title", "priceRange"]));

        expect(page.items.map(({ item }) => item)).toEqual([{ id: productId(1), title: "Zebra 100% mug", priceRange: { min: Money.of(3_000, "EUR"), max: Money.of(3_000, "EUR") } }]);
      });
    });

    describe("what belongs to products", () => {
      test("variants come by position, a page for each product, each product its own", async () => {
        const { reads } = subject;
        const pages = await reads.variantsOfProducts([productId(5), productId(6), productId(1)], first(2), new Set(["sku", "productId"]));

        expect(numbers(pages.get(productId(6)) ?? { items: [], hasNextPage: false, hasPreviousPage: false })).toEqual([63, 61]);
        expect(pages.get(productId(6))?.hasNextPage).toBe(true);
        expect(pages.get(productId(5))?.hasNextPage).toBe(false);
        expect(pages.get(productId(1))?.items.map(({ item }) => item)).toEqual([{ id: variantId(10), sku: "ART-01", productId: productId(1) }]);
      });

      for (const size of [1, 2, 5])
        test(`variants and images, ${size} at a time, are shown once in either direction`, async () => {
          const { reads } = subject;
          const variants = async (page: PageRequest) => (await reads.variantsOfProducts([productId(6), productId(1)], page, NO_FIELDS)).get(productId(6)) ?? { items: [], hasNextPage: false, hasPreviousPage: false };
          const media = async (page: PageRequest) => (await reads.mediaOfProducts([productId(5), productId(1)], page, NO_FIELDS)).get(productId(5)) ?? { items: [], hasNextPage: false, hasPreviousPage: false };

          expect(await walkForwards(variants, size)).toEqual([63, 61, 62]);
          expect(await walkBackwards(variants, size)).toEqual([63, 61, 62]);
          expect(await walkForwards(media, size)).toEqual([5, 52, 51]);
          expect(await walkBackwards(media, size)).toEqual([5, 52, 51]);
        });

      test("variants and images are counted", async () => {
        expect(await subject.reads.countVariants([productId(6), productId(1)])).toEqual(new Map([[productId(6), 3], [productId(1), 1]]));
        expect((await subject.reads.countMedia([productId(5), productId(1)])).get(productId(5))).toBe(3);
      });

      test("a variant gives only the fields that are asked for", async () => {
        const all = ["productId", "optionValues", "sku", "barcode", "tracked", "soldOutPolicy", "weightMilligrams", "weightUnit", "requiresShipping", "taxable", "taxCode", "unitPriceMeasure", "mediaId"] as const;
        const [whole] = await subject.reads.variantsById([variantId(51)], SHOPPER, new Set(all));

        expect(whole).toEqual({
          id: variantId(51), productId: productId(5), optionValues: ["L"], sku: null, barcode: "2000000000015", tracked: false, soldOutPolicy: "CONTINUE", weightMilligrams: 453_592, weightUnit: "POUNDS",
          requiresShipping: false, taxable: false, taxCode: "P1", unitPriceMeasure: { total: "750", totalUnit: "ml", base: "1", baseUnit: "l" }, mediaId: mediaId(52),
        });
        for (const field of all)
          expect(await subject.reads.variantsById([variantId(51)], SHOPPER, new Set([field]))).toEqual([{ id: variantId(51), [field]: whole?.[field] }]);
      });

      test("images are found by id, those of collections too", async () => {
        const images = await subject.reads.mediaById([mediaId(52), mediaId(9_001), mediaId(99_999)], SHOPPER, new Set(["url", "alt", "productId"]));

        expect(images.toSorted((a, b) => number(a.id) - number(b.id))).toEqual([
          { id: mediaId(52), url: "https://img.example/side.webp", alt: "Side", productId: productId(5) },
          { id: mediaId(9_001), url: "/media/collection-1.webp", alt: "Collection 1", productId: null },
        ]);
      });

      test("collections of products come by title, hidden ones not at all", async () => {
        const pages = await subject.reads.collectionsOfProducts([productId(1), productId(5), productId(7)], first(2), SHOPPER, new Set(["title"]));

        expect([1, 5, 7].map((n) => numbers(pages.get(productId(n)) ?? { items: [], hasNextPage: false, hasPreviousPage: false }))).toEqual([[2, 1], [1], []]);
        expect(numbers((await subject.reads.collectionsOfProducts([productId(1)], ALL, STAFF, NO_FIELDS)).get(productId(1)) ?? { items: [], hasNextPage: false, hasPreviousPage: false })).toEqual([2, 1, 3]);
      });
    });

    describe("collections", () => {
      for (const [key, order] of [["TITLE", [4, 2, 1]], ["CREATED", [1, 2, 4]]] as const)
        for (const reverse of [false, true])
          test(`${key}${reverse ? ", reversed" : ""} shows each visible collection once in either direction`, async () => {
            const expected = reverse ? order.toReversed() : order;
            const ask = (page: PageRequest) => subject.reads.collections({ sort: { key, reverse }, page }, SHOPPER, NO_FIELDS);

            expect(await walkForwards(ask, 2)).toEqual(expected);
            expect(await walkBackwards(ask, 2)).toEqual(expected);
          });

      test("are counted for those who ask", async () => {
        expect(await subject.reads.countCollections(SHOPPER)).toBe(3);
        expect(await subject.reads.countCollections(STAFF)).toBe(4);
      });

      test("refuse the cursor of another order", async () => {
        const { items } = await subject.reads.collections({ sort: { key: "TITLE", reverse: false }, page: first(1) }, SHOPPER, NO_FIELDS);

        await expect(subject.reads.collections({ sort: { key: "CREATED", reverse: false }, page: first(1, items[0]?.cursor) }, SHOPPER, NO_FIELDS)).rejects.toThrow(InvalidCursor);
      });

      test("give only the fields that are asked for", async () => {
        const all = ["slug", "title", "descriptionHtml", "publication", "seo", "image", "version", "createdAt", "updatedAt"] as const;
        const [whole] = await subject.reads.collectionsById([collectionId(1)], SHOPPER, new Set(all));

        expect(whole).toEqual({
          id: collectionId(1), slug: "collection-1", title: "Kitchen", descriptionHtml: "<p>Chosen by hand.</p>", publication: { from: new Date("2025-12-01T08:00:00.000Z"), until: null }, seo: { title: "", description: "" },
          image: { id: mediaId(9_001), url: "/media/collection-1.webp", alt: "Collection 1" }, version: 1, createdAt: new Date("2025-12-01T08:00:00.000Z"), updatedAt: new Date("2025-12-01T08:00:00.000Z"),
        });
        for (const field of all)
          expect(await subject.reads.collectionsBySlug(["collection-1"], SHOPPER, new Set([field]))).toEqual([{ id: collectionId(1), slug: "collection-1", [field]: whole?.[field] }]);
      });

      test("show their products by hand, a page for each", async () => {
        const pages = await subject.reads.productsOfCollections([collectionId(1), collectionId(2), collectionId(4)], first(3), SHOPPER, NO_FIELDS);
        const shown = [1, 2, 4].map((n) => pages.get(collectionId(n)));

        expect(shown.map((page) => page && numbers(page))).toEqual([[5, 1, 3], [6, 1], []]);
        expect(shown.map((page) => page?.hasNextPage)).toEqual([true, false, false]);
      });

      for (const size of [1, 2, 4])
        test(`show each of their products once in either direction, ${size} at a time`, async () => {
          const ask = async (page: PageRequest) => (await subject.reads.productsOfCollections([collectionId(1), collectionId(2)], page, SHOPPER, NO_FIELDS)).get(collectionId(1)) ?? { items: [], hasNextPage: false, hasPreviousPage: false };

          expect(await walkForwards(ask, size)).toEqual([5, 1, 3, 8, 2]);
          expect(await walkBackwards(ask, size)).toEqual([5, 1, 3, 8, 2]);
        });
    });

    describe("offers", () => {
      test("say what a variant costs and how many there are, field by field", async () => {
        const { offers } = subject;
        const whole = { price: Money.of(3_000, "EUR"), compareAt: Money.of(4_500, "EUR"), cost: Money.of(1_100, "EUR"), onHand: 4, available: 4 };

        expect(await offers.byVariant([variantId(10)], new Set(["price", "compareAt", "cost", "onHand", "available"]))).toEqual(new Map([[variantId(10), whole]]));
        for (const field of ["price", "compareAt", "cost", "onHand", "available"] as const)
          expect(await offers.byVariant([variantId(10)], new Set([field]))).toEqual(new Map([[variantId(10), { [field]: whole[field] }]]));
      });

      test("units that are promised are not available", async () => {
        await subject.unitOfWork.run(async ({ stockItems }) => {
          const item = await stockItems.get(variantId(20));
          item.reserve(3);
          await stockItems.save([item]);
        });

        expect((await subject.offers.byVariant([variantId(20)], new Set(["onHand", "available"]))).get(variantId(20))).toEqual({ onHand: 5, available: 2 });
      });

      test("a variant without price and stock has neither, an unknown one is absent", async () => {
        const found = await subject.offers.byVariant([variantId(40), variantId(99_999)], new Set(["price", "available"]));

        expect([found.get(variantId(40))?.price ?? null, found.get(variantId(40))?.available ?? null, found.has(variantId(99_999))]).toEqual([null, null, false]);
        expect(await subject.offers.byVariant([], new Set(["price"]))).toEqual(new Map());
      });
    });
  });

  describe(`a long catalogue: ${name}`, () => {
    let subject: ReadsSubject;
    const MANY = 230;

    beforeAll(async () => {
      subject = await open();
      await fillShelf(subject.unitOfWork, { products: Array.from({ length: MANY }, (_, n) => ({ number: n + 1, content: { title: `Mug ${n % 7}` }, tags: [{ price: `${(n % 5) + 1}.00` }] })) });
    });
    afterAll(async () => subject.close?.());

    for (const key of ["TITLE", "PRICE", "CREATED"] as const)
      test(`is shown whole and without repetition by ${key}, however deep the page and however many are equal`, async () => {
        const ask = (page: PageRequest) => subject.reads.products({ filter: {}, sort: { key, reverse: false }, page }, SHOPPER, NO_FIELDS);
        const [forwards, backwards] = [await walkForwards(ask, 17), await walkBackwards(ask, 100)];

        expect(new Set(forwards).size).toBe(MANY);
        expect(forwards).toHaveLength(MANY);
        expect(backwards).toEqual(forwards);
      });
  });
};
