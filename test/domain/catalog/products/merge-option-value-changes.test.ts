import { describe, expect, test } from "vitest";
import { productChanges } from "../../../../src/domain/catalog/products/product-changes.js";
import type { FieldChange } from "../../../../src/domain/catalog/products/field-change.js";
import type { Option } from "../../../../src/domain/catalog/options/option.js";
import { Product } from "../../../../src/domain/catalog/products/product.js";
import type { ProductContent } from "../../../../src/domain/catalog/products/product-content.js";
import {
  aVariant,
  productContent,
  productId,
  variantId,
} from "../../../builders/product-content.js";

const COLOUR: Option = { name: "Colour", values: ["Red", "Blue"] };
const SIZE: Option = { name: "Size", values: ["S", "M"] };

const shirt = (
  options: readonly Option[],
  ...combinations: readonly (readonly string[])[]
): ProductContent =>
  Product.create(
    productId(1),
    productContent(1, {
      options,
      variants: combinations.map((optionValues, index) => aVariant(index + 1, { optionValues })),
    }),
    new Date(0),
  ).snapshot();

const toldOf = (before: ProductContent, after: ProductContent): readonly FieldChange[] =>
  productChanges(before, after).filter(({ path }) => path.startsWith("variants."));

const SHIRT = shirt([COLOUR, SIZE], ["Red", "S"], ["Red", "M"], ["Blue", "S"], ["Blue", "M"]);

describe("changes of option values", () => {
  test("are one change if an option was added to all variants", () => {
    const after = shirt(
      [COLOUR, SIZE, { name: "Fabric", values: ["Wool"] }],
      ["Red", "S", "Wool"],
      ["Red", "M", "Wool"],
      ["Blue", "S", "Wool"],
      ["Blue", "M", "Wool"],
    );

    expect(toldOf(SHIRT, after)).toEqual([
      { path: "variants.optionValues", before: {}, after: { Fabric: "Wool" } },
    ]);
  });

  test("are one change for each renamed value, also if two values swap their names", () => {
    const after = shirt(
      [{ name: "Colour", values: ["Blue", "Red"] }, SIZE],
      ["Blue", "S"],
      ["Blue", "M"],
      ["Red", "S"],
      ["Red", "M"],
    );

    expect(toldOf(SHIRT, after)).toEqual([
      { path: "variants.optionValues", before: { Colour: "Red" }, after: { Colour: "Blue" } },
      { path: "variants.optionValues", before: { Colour: "Blue" }, after: { Colour: "Red" } },
    ]);
  });

  test("are listed for each variant if equal values did not change equally", () => {
    const before = shirt(
      [COLOUR, { name: "Size", values: ["S", "M", "L", "XL"] }],
      ["Red", "S"],
      ["Red", "M"],
      ["Blue", "S"],
      ["Blue", "M"],
    );
    const after = shirt(
      [COLOUR, { name: "Size", values: ["S", "M", "L", "XL"] }],
      ["Red", "L"],
      ["Red", "M"],
      ["Blue", "S"],
      ["Blue", "XL"],
    );

    expect(toldOf(before, after)).toEqual([
      { path: `variants.${variantId(1)}.optionValues`, before: ["Red", "S"], after: ["Red", "L"] },
      {
        path: `variants.${variantId(4)}.optionValues`,
        before: ["Blue", "M"],
        after: ["Blue", "XL"],
      },
    ]);
  });

  test("do not hide other changes of the variants", () => {
    const renamed = shirt(
      [{ name: "Colour", values: ["Rose", "Blue"] }, SIZE],
      ["Rose", "S"],
      ["Rose", "M"],
      ["Blue", "S"],
      ["Blue", "M"],
    );
    const after = {
      ...renamed,
      variants: renamed.variants.map((one, index) =>
        index === 0 ? { ...one, barcode: "4000000000006" } : one,
      ),
    };

    expect(toldOf(SHIRT, after)).toEqual([
      { path: `variants.${variantId(1)}.barcode`, before: null, after: "4000000000006" },
      { path: "variants.optionValues", before: { Colour: "Red" }, after: { Colour: "Rose" } },
    ]);
  });
});
