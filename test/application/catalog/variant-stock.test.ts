import { beforeEach, describe, expect, test } from "vitest";
import { stockAdjust } from "../../../src/application/inventory/stock/stock-adjust.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import { fillShop } from "../../builders/fill-shop.js";
import { productId, variantId } from "../../builders/product-content.js";
import { reserveUnits } from "../../builders/reserve-units.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import type { StoredListing } from "../../fakes/catalog/in-memory-products.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";

const MUG = variantId(1);
const UNCHANGED = {
  variantId: MUG,
  locationId: DEFAULT_LOCATION.id,
  claimed: 0,
  safety: 0,
  lowStockAt: null,
};

describe("the stock of a variant", () => {
  let database = new InMemoryDatabase();
  const needs = () => ({
    unitOfWork: database.unitOfWork(inMemoryStores),
    clock: fixedClock(),
    currency: "EUR",
  });
  const discard = () =>
    variantsUpdate(needs())({ items: [{ id: MUG, changes: { onHand: null } }] }, ADMIN_KEY_HOLDER);
  const count = (onHand: number) =>
    stockCount(needs())({ counts: [{ variantId: MUG, onHand }] }, ADMIN_KEY_HOLDER);
  const reserve = (units: number) =>
    needs().unitOfWork.run((stores) => reserveUnits(stores, MUG, units));
  const stored = () => database.rows<StockItemSnapshot>("stock_item").get(MUG);
  const isListedAsAvailable = () =>
    database.rows<StoredListing>("listing").get(productId(1))?.available;

  beforeEach(async () => {
    database = new InMemoryDatabase();
    await fillShop(needs().unitOfWork, {
      products: [{ number: 1, pricesAndStock: [{ price: "20.00", onHand: 4 }] }],
    });
  });

  test("can be discarded, which stores an event, and counted again", async () => {
    expect((await discard()).refusals).toEqual([]);
    expect([stored(), isListedAsAvailable()]).toEqual([undefined, false]);
    expect(database.outbox.at(-1)).toMatchObject({
      type: "inventory.stock-discarded",
      variantId: MUG,
      version: 2,
    });

    await count(9);
    expect([stored(), isListedAsAvailable()]).toEqual([
      { ...UNCHANGED, onHand: 9, reserved: 0, version: 1 },
      true,
    ]);
  });

  test("cannot be discarded while units are reserved", async () => {
    await reserve(3);

    expect((await discard()).refusals).toMatchObject([
      { code: "STOCK_PROMISED", path: ["items", "0", "changes", "onHand"], facts: { uses: 3 } },
    ]);
    expect(stored()).toMatchObject({ onHand: 4, reserved: 3 });
  });

  test("can be counted and adjusted below the reserved units: the reservations stay, and a warning has the number of missing units", async () => {
    await reserve(3);
    const counted = await count(2);
    const adjusted = await stockAdjust(needs())(
      { adjustments: [{ variantId: MUG, by: -2 }] },
      ADMIN_KEY_HOLDER,
    );

    expect(
      [counted, adjusted].map(({ result }) =>
        result?.items[0]?.result?.warnings.map(({ code, message }) => [
          code,
          /(\d+) are missing/.exec(message)?.[1],
        ]),
      ),
    ).toEqual([[["STOCK_SHORT", "1"]], [["STOCK_SHORT", "3"]]]);
    expect([stored(), isListedAsAvailable()]).toEqual([
      { ...UNCHANGED, onHand: 0, reserved: 3, version: 3 },
      false,
    ]);
  });
});
