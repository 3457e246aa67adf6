import { describe, expect, test } from "vitest";
import {
  isUnknownTaxCode,
  taxCategoryOf,
} from "../../../../src/domain/pricing/tax/tax-category-of.js";

const SHOP = [
  { key: "books", isDefault: false },
  { key: "standard", isDefault: true },
];

describe("the tax category of a variant", () => {
  test("is the one that its tax code names, in any case", () => {
    expect(taxCategoryOf({ taxable: true, taxCode: " Books" }, SHOP)).toBe("books");
  });

  test("is the default one without a tax code, and with one that the shop does not know", () => {
    expect(taxCategoryOf({ taxable: true, taxCode: null }, SHOP)).toBe("standard");
    expect(taxCategoryOf({ taxable: true, taxCode: "P0000000" }, SHOP)).toBe("standard");
  });

  test("is none where the variant is not taxable, and where the shop has no default", () => {
    expect(taxCategoryOf({ taxable: false, taxCode: "books" }, SHOP)).toBeNull();
    expect(taxCategoryOf({ taxable: true, taxCode: "P0000000" }, SHOP.slice(0, 1))).toBeNull();
    expect(taxCategoryOf({ taxable: true, taxCode: "books" }, [])).toBeNull();
  });

  test("is unknown only in a shop that has categories", () => {
    expect(isUnknownTaxCode("P0000000", SHOP)).toBe(true);
    expect(isUnknownTaxCode("P0000000", [])).toBe(false);
    expect(isUnknownTaxCode("BOOKS", SHOP)).toBe(false);
    expect(isUnknownTaxCode(null, SHOP)).toBe(false);
  });
});
