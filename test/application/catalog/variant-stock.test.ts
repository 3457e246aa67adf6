import { beforeEach, describe, expect, test } from "vitest";
import { adjustStock } from "../../../src/application/catalog/offers/adjust-stock.js";
import { countStock } from "../../../src/application/catalog/offers/count-stock.js";
import { updateManyVariants } from "../../../src/application/catalog/parts/update-many-variants.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import { productId, variantId } from "../../builders/product-content.js";
import { fillShelf } from "../../builders/shelf.js";
import { inMemoryStores } from "../../fakes/catalog/in-memory-catalog-stores.js";
import type { StoredListing } from "../../fakes/catalog/in-memory-products.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { InMemoryDatabase } from "../../fakes/in-memory-database.js";

const MUG = variantId(1);

describe("the stock of a variant", () => {
  let database = new InMemoryDatabase();
  const needs = () => ({
    unitOfWork: database.unitOfWork(inMemoryStores),
    clock: fixedClock(),
    currency: "EUR",
  });
  const discard = () =>
    updateManyVariants(needs())(
      { items: [{ id: MUG, changes: { onHand: null } }] },
      ADMIN_KEY_HOLDER,
    );
  const count = (onHand: number) =>
    countStock(needs())({ counts: [{ variantId: MUG, onHand }] }, ADMIN_KEY_HOLDER);
  const reserve = (units: number) =>
    needs().unitOfWork.run(async ({ stockItems }) => {
      const item = await stockItems.get(MUG);
      item.reserve(units);
      await stockItems.save([item]);
    });
  const shelf = () => database.rows<StockItemSnapshot>("stock_item").get(MUG);
  const isListedAsAvailable = () =>
    database.rows<StoredListing>("listing").get(productId(1))?.available;

  beforeEach(async () => {
    database = new InMemoryDatabase();
    await fillShelf(needs().unitOfWork, {
      products: [{ number: 1, tags: [{ price: "20.00", onHand: 4 }] }],
    });
  });

  test("may be kept no longer, which is announced, and kept again", async () => {
    expect((await discard()).refusals).toEqual([]);
    expect([shelf(), isListedAsAvailable()]).toEqual([undefined, false]);
    expect(database.outbox.at(-1)).toMatchObject({
      type: "inventory.stock-discarded",
      variantId: MUG,
      version: 2,
    });

    await count(9);
    expect([shelf(), isListedAsAvailable()]).toEqual([
      { variantId: MUG, onHand: 9, reserved: 0, version: 1 },
      true,
    ]);
  });

  test("is kept while units are promised", async () => {
    await reserve(3);

    expect((await discard()).refusals).toMatchObject([
      { code: "STOCK_PROMISED", path: ["items", "0", "changes", "onHand"], facts: { uses: 3 } },
    ]);
    expect(shelf()).toMatchObject({ onHand: 4, reserved: 3 });
  });

  test("may be counted and written off below what is promised: the promises stay, and whoever counts is told how many are missing", async () => {
    await reserve(3);
    const counted = await count(2);
    const adjusted = await adjustStock(needs())(
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
    expect([shelf(), isListedAsAvailable()]).toEqual([
      { variantId: MUG, onHand: 0, reserved: 3, version: 4 },
      false,
    ]);
  });
});
