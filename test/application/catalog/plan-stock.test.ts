import { describe, expect, test } from "vitest";
import { planStock } from "../../../src/application/catalog/prices-and-stock/plan-stock.js";
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
      version: 1,
    });
    const reservedUnits: number[] = [];
    return [
      planStock(MUG, { onHand: null }, item, (units) => reservedUnits.push(units)),
      reservedUnits,
    ];
  };

  test("is discarded unless a unit is reserved", () => {
    expect(discarded(0)).toEqual([null, []]);
    expect(discarded(1)).toEqual([undefined, [1]]);
  });

  test("is not discarded by a count of 0", () => {
    const item = planStock(MUG, { onHand: 0 }, undefined, () => undefined);

    expect(item?.snapshot()).toMatchObject({ onHand: 0, version: 1 });
  });
});
