import { describe, expect, test } from "vitest";
import { checkedProduct } from "../../../src/domain/catalog/products/checked-product.js";
import {
  BLANK_PRODUCT,
  PRODUCT_PROPERTIES,
} from "../../../src/domain/catalog/products/product-content.js";
import { variant, VARIANT_DEFAULTS } from "../../../src/domain/catalog/variants/variant.js";
import { keysOf } from "../../../src/domain/shared/keys-of.js";
import { OTHER_PRODUCT_PROPERTIES, OTHER_VARIANT } from "../../builders/other-values.js";
import { variantId } from "../../builders/product-content.js";

describe("the values by which the tests of all fields try a field are stored as they are:", () => {
  test.each(keysOf(OTHER_VARIANT))("the field %s of a variant", (field) => {
    const defaults = { ...VARIANT_DEFAULTS, id: variantId(1), optionValues: [] };
    const given = { ...defaults, [field]: OTHER_VARIANT[field] };

    expect(OTHER_VARIANT[field]).not.toEqual(VARIANT_DEFAULTS[field]);
    expect(variant(given)).toEqual(given);
  });

  test.each(keysOf(OTHER_PRODUCT_PROPERTIES))("the field %s of a product", (field) => {
    const plain = { ...BLANK_PRODUCT, slug: "mug", title: "Mug" };
    const given = { ...plain, [field]: OTHER_PRODUCT_PROPERTIES[field] };

    expect(OTHER_PRODUCT_PROPERTIES[field]).not.toEqual(PRODUCT_PROPERTIES[field]);
    expect(checkedProduct(given)).toEqual(given);
  });
});
