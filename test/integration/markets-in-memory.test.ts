import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { marketUpdate } from "../../src/application/pricing/markets/market-update.js";
import { variantPricesSet } from "../../src/application/pricing/prices/variant-prices-set.js";
import { ADMIN_KEY_HOLDER } from "../../src/application/shared/viewer.js";
import { fillShop } from "../builders/fill-shop.js";
import { openTestMarket } from "../builders/open-test-market.js";
import { variantId } from "../builders/product-content.js";
import { fixedClock } from "../fakes/fixed-clock.js";
import { numberedIds } from "../fakes/numbered-ids.js";
import { embeddedStore } from "./embedded-store.js";

describe("the markets in memory", () => {
  let store: Awaited<ReturnType<typeof embeddedStore>>;
  const needs = () => ({ ...store, clock: fixedClock(), ids: numberedIds(), currency: "EUR" });
  beforeEach(async () => {
    store = await embeddedStore();
    await openTestMarket(store.unitOfWork);
    await fillShop(store.unitOfWork, {
      products: [{ number: 1, pricesAndStock: [{ price: "20.00" }] }],
    });
    vi.spyOn(performance, "now").mockReturnValue(0);
  });
  afterEach(async () => {
    vi.restoreAllMocks();
    await store.close();
  });

  test("are read again when one of them has changed, and not when a price has", async () => {
    const [market] = await store.markets.all();
    await marketUpdate(needs())(
      { id: market?.id ?? "", changes: { name: "At home" } },
      ADMIN_KEY_HOLDER,
    );
    expect((await store.markets.all())[0]?.name).toBe("At home");

    const query = vi.spyOn(store.readSource, "query");
    await variantPricesSet(needs())(
      { items: [{ variantId: variantId(1), price: "5.00" }] },
      ADMIN_KEY_HOLDER,
    );
    await store.markets.all();
    expect(query).not.toHaveBeenCalled();
  });
});
