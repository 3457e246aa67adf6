import { describe, expect, test } from "vitest";
import { planStock } from "../../../src/application/inventory/stock/plan-stock.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { StockItem } from "../../../src/domain/inventory/stock-item.js";
import { variantId } from "../../builders/product-content.js";

describe("stock that is no longer tracked", () => {
  const MUG = variantId(1);
  const discarded = (reserved: number) => {
    const item = StockItem.restore({
      variantId: MUG,
      locationId: DEFAULT_LOCATION.id,
      onHand: 5,
      reserved,
      claimed: 0,
      safety: 0,
      lowStockAt: null,
      version: 1,
    });
    const reservedUnits: number[] = [];
    return [planStock(MUG, null, item, (units) => reservedUnits.push(units)), reservedUnits];
  };

  test("is discarded unless a unit is reserved", () => {
    expect(discarded(0)).toMatchObject([{ before: { onHand: 5 }, isDiscarded: true }, []]);
    expect(discarded(1)).toEqual([undefined, [1]]);
  });

  test("is not discarded by a count of 0", () => {
    const edit = planStock(MUG, 0, undefined, () => undefined);

    expect(edit).toMatchObject({ before: null, isDiscarded: false });
    expect(edit?.item.snapshot()).toMatchObject({ onHand: 0, version: 1 });
  });
});
