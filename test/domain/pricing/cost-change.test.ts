import { describe, expect, test } from "vitest";
import { changedPrice } from "../../../src/domain/pricing/price-change.js";
import { Money } from "../../../src/domain/shared/money.js";
import { variantId } from "../../builders/product-content.js";

const euros = (minorUnits: number) => Money.of(minorUnits, "EUR");

describe("a cost", () => {
  test("is removed by null, and kept when it is left out", () => {
    const stored = {
      variantId: variantId(1),
      price: euros(10),
      compareAt: euros(12),
      cost: euros(4),
    };

    expect(changedPrice(variantId(1), stored, { price: euros(9) })).toMatchObject({
      compareAt: euros(12),
      cost: euros(4),
    });
    expect(
      changedPrice(variantId(1), stored, { price: euros(9), compareAt: null, cost: null }),
    ).toMatchObject({ compareAt: null, cost: null });
  });
});
