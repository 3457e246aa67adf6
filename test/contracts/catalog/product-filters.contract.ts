import { describe, expect, test } from "vitest";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type {
  ProductFilter,
  ProductSort,
} from "../../../src/application/catalog/ports/product-list.js";
import type { PageRequest } from "../../../src/application/shared/page.js";
import { Money } from "../../../src/domain/shared/money.js";
import { mediaId, productId, variantId } from "../../builders/product-content.js";
import { collectionId } from "../../builders/fill-shop.js";
import type { ReadsSubject } from "./catalog-reads.contract.js";
import { ALL, NO_FIELDS, SHOPPER, STAFF, numbers } from "./page-walks.js";

/** Which products are let through, and for whose eyes. */
export const productFilters = (subject: () => ReadsSubject): void => {
  const products = (
    filter: ProductFilter,
    sort: ProductSort,
    page: PageRequest,
    audience: Audience = SHOPPER,
  ) => subject().reads.products({ filter, sort, page }, audience, NO_FIELDS);
  const found = async (filter: ProductFilter, audience: Audience = SHOPPER) =>
    numbers(await products(filter, { key: "CREATED", reverse: false }, ALL, audience)).toSorted(
      (a, b) => a - b,
    );

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
      [
        "no range between the prices of two variants",
        { minPrice: Money.of(2_500, "EUR"), maxPrice: Money.of(2_600, "EUR") },
        [],
      ],
      [
        "a range that the price of one variant is in",
        { minPrice: Money.of(3_500, "EUR"), maxPrice: Money.of(4_000, "EUR") },
        [5],
      ],
      [
        "no price of one variant while another one can be bought",
        { available: true, maxPrice: Money.of(2_500, "EUR") },
        [2, 3, 6],
      ],
      [
        "the price of a variant that cannot be bought, while another one can",
        { available: false, maxPrice: Money.of(2_500, "EUR") },
        [5, 7, 8],
      ],
      [
        "a SKU that begins so on a variant that can be bought",
        { available: true, text: "art-0" },
        [1, 2],
      ],
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
      [
        "all conditions together",
        {
          collection: collectionId(1),
          tags: ["gift"],
          available: true,
          minPrice: Money.of(2_500, "EUR"),
        },
        [1, 5],
      ],
    ];
    for (const [what, filter, expected] of CASES)
      test(what, async () => {
        expect(await found(filter)).toEqual(expected);
        expect(await subject().reads.countProducts(filter, SHOPPER)).toBe(expected.length);
      });
  });

  describe("filters of the admin API", () => {
    const NOON = new Date("2026-01-01T12:00:00.000Z");
    const eight = (second: number): Date => new Date(Date.UTC(2025, 11, 1, 8, 0, second));
    const CASES: readonly (readonly [string, ProductFilter, readonly number[]])[] = [
      ["added from a moment on", { created: { from: eight(9) } }, [11, 12, 13]],
      ["added before a moment", { created: { until: eight(2) } }, [1, 8]],
      [
        "changed within a stretch of time",
        { updated: { from: eight(3), until: eight(5) } },
        [4, 5],
      ],
      [
        "a publication that runs",
        { publication: { state: "CURRENT", at: NOON } },
        [1, 2, 3, 4, 5, 6, 7, 8, 9, 13],
      ],
      ["a publication that will begin", { publication: { state: "SCHEDULED", at: NOON } }, [10]],
      ["a publication that is over", { publication: { state: "ENDED", at: NOON } }, [11]],
      ["no publication", { publication: { state: "NONE", at: NOON } }, [12]],
      ["a price", { priced: true }, [1, 2, 3, 5, 6, 7, 8]],
      ["no price", { priced: false }, [4, 9, 10, 11, 12, 13]],
      ["no image", { pictured: false }, []],
      ["an SKU, exactly", { sku: "ART-01" }, [1]],
      ["an SKU in another case is another one", { sku: "art-01" }, []],
      ["a barcode, exactly", { barcode: "2000000000015" }, [5]],
      ["the beginning of a barcode is none", { barcode: "2000" }, []],
    ];
    for (const [what, filter, expected] of CASES)
      test(what, async () => {
        expect(await found(filter, STAFF)).toEqual(expected);
        expect(await subject().reads.countProducts(filter, STAFF)).toBe(expected.length);
      });
  });

  describe("visibility", () => {
    test("staff see every product, and may filter by publication state", async () => {
      expect(await found({}, STAFF)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
      expect(await found({ statuses: ["DRAFT", "ARCHIVED"] }, STAFF)).toEqual([9, 13]);
      expect(await found({ statuses: ["DRAFT"] })).toEqual([]);
      expect(await found({ statuses: [] }, STAFF)).toEqual([]);
    });

    test("a product is visible from the first moment of its publication until before its end", async () => {
      const at = (iso: string): Audience => ({ sees: "visible", at: new Date(iso) });

      expect(await found({}, at("2026-01-31T23:59:59.999Z"))).not.toContain(10);
      expect(await found({}, at("2026-02-01T00:00:00.000Z"))).toContain(10);
      expect(await found({}, at("2025-12-30T23:59:59.999Z"))).toContain(11);
      expect(await found({}, at("2025-12-31T00:00:00.000Z"))).not.toContain(11);
    });

    test("a hidden product is not found by id, slug, variant or image", async () => {
      const hidden = [9, 10, 11, 12, 13];
      const { reads } = subject();
      const seen = async (audience: Audience) => [
        (await reads.productsById(hidden.map(productId), audience, NO_FIELDS)).length,
        (
          await reads.productsBySlug(
            hidden.map((n) => `mug-${n}`),
            audience,
            NO_FIELDS,
          )
        ).length,
        (
          await reads.variantsById(
            hidden.map((n) => variantId(n * 10)),
            audience,
            NO_FIELDS,
          )
        ).length,
        (await reads.mediaById(hidden.map(mediaId), audience, NO_FIELDS)).length,
        (await reads.collectionsById([collectionId(3)], audience, NO_FIELDS)).length,
        (await reads.collectionsBySlug(["collection-3"], audience, NO_FIELDS)).length,
        (await reads.mediaById([mediaId(9_003)], audience, NO_FIELDS)).length,
      ];

      expect(await seen(SHOPPER)).toEqual([0, 0, 0, 0, 0, 0, 0]);
      expect(await seen(STAFF)).toEqual([5, 5, 5, 5, 1, 1, 1]);
    });
  });
};
