import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import type { Subscriber } from "../../../src/application/shared/events.js";
import { listPrice } from "../../../src/domain/pricing/list-price.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { PriceList } from "../../../src/domain/pricing/price-list.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { OutboxRelay } from "../../../src/infrastructure/shared/worker/outbox-relay.js";
import { ADDED_AT, fillShop } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { variantId } from "../../builders/product-content.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock } from "../../fakes/movable-clock.js";

const MUG = variantId(1);
const FRANCS = id<PriceListId>("pricelist_01h00000000000000000000001");
const YEN = id<PriceListId>("pricelist_01h00000000000000000000002");
const LISTS = [
  [FRANCS, "CHF"],
  [YEN, "JPY"],
] as const;

/** How the events of prices are delivered beside those of stock, on either database. */
export const priceEventsContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`events of prices: ${name}`, () => {
    let store: Store;
    const clock = movableClock();
    const delivered: string[] = [];
    let isBroken = false;

    beforeEach(async () => {
      store = await open();
      delivered.length = 0;
      isBroken = false;
      await openTestMarket(store.unitOfWork);
      await fillShop(store.unitOfWork, {
        products: [{ number: 1, pricesAndStock: [{ price: "20.00", onHand: 5 }] }],
      });
      await store.unitOfWork.run(async ({ priceLists, listPrices }) => {
        for (const [list, currency] of LISTS) {
          const content = { key: currency.toLowerCase(), name: currency, currency };
          await priceLists.save(PriceList.create(list, content, ADDED_AT));
          await listPrices.add([
            listPrice({
              priceList: list,
              variantId: MUG,
              minimumQuantity: 1,
              price: Money.of(3000, currency),
              compareAt: null,
            }),
          ]);
        }
      });
    });
    afterEach(() => store.close());
    afterAll(end);

    const change = (amount: number): Promise<void> =>
      store.unitOfWork.run(async ({ prices, listPrices, stockItems }) => {
        const own = (await prices.lock([MUG])).get(MUG);
        own?.set({
          variantId: MUG,
          price: Money.of(amount, "EUR"),
          compareAt: null,
          cost: null,
        });
        await prices.save(own ? [own] : []);
        for (const [list, currency] of LISTS) {
          const inList = await listPrices.lock(list, [MUG]);
          inList.prices.get(MUG)?.set(1, { price: Money.of(amount, currency), compareAt: null });
          await listPrices.save([...inList.prices.values()].flatMap(({ changed }) => changed));
        }
        const item = await stockItems.get(MUG);
        item.count(amount);
        await stockItems.save([item]);
      });
    const subscriber: Subscriber<Stores> = {
      name: "test.prices-and-stock",
      types: ["pricing.price-changed", "pricing.list-price-changed", "inventory.stock-counted"],
      handle: async ({ type, facts, sequence }) => {
        if (isBroken && type === "pricing.price-changed") throw new TypeError("out of paper");
        delivered.push([type, facts["priceListId"], sequence].filter(Boolean).join(" "));
      },
    };
    const deliver = async () => {
      const relay = new OutboxRelay<Stores>({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        subscribers: [subscriber],
        clock,
        log: collectedLog(),
        leaseMs: 30_000,
      });
      while (await relay.deliverDue(new AbortController().signal));
    };
    const others = (sequence: number) => [
      `pricing.list-price-changed ${FRANCS} ${sequence}`,
      `pricing.list-price-changed ${YEN} ${sequence}`,
      `inventory.stock-counted ${sequence}`,
    ];

    test("a price whose events cannot be delivered delays neither the stock nor the other prices of its variant", async () => {
      await deliver();
      delivered.length = 0;
      isBroken = true;
      await change(100);
      await change(200);
      await deliver();
      expect(delivered).toEqual([...others(2), ...others(3)]);

      delivered.length = 0;
      isBroken = false;
      clock.forward(1_000);
      await deliver();
      expect(delivered).toEqual(["pricing.price-changed 2", "pricing.price-changed 3"]);
    });

    test("no two events have the same aggregate and the same place in it", async () => {
      await change(100);
      await change(200);

      const rows = await store.readSource.query(
        "SELECT aggregate_id, sequence FROM outbox WHERE type LIKE 'pricing.%price-changed' OR type LIKE 'inventory.%'",
      );
      const places = rows.map((row) => `${row["aggregate_id"]} ${row["sequence"]}`);
      expect(places.length).toBeGreaterThan(7);
      expect(new Set(places).size).toBe(places.length);
    });
  });
};
