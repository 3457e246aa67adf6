import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { stockAdjust } from "../../../src/application/inventory/stock/stock-adjust.js";
import { changePrice } from "../../../src/application/pricing/scheduled-prices/change-price.js";
import {
  stockCount,
  type CountedStock,
} from "../../../src/application/inventory/stock/stock-count.js";
import { cancelScheduledPrices } from "../../../src/application/pricing/scheduled-prices/cancel-scheduled-prices.js";
import {
  variantPriceSchedule,
  type VariantPriceSchedule,
} from "../../../src/application/pricing/scheduled-prices/variant-price-schedule.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { pageRequest } from "../../../src/application/shared/page.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { fromSqlJson } from "../../../src/infrastructure/shared/database/sql-value.js";
import { OutboxRelay } from "../../../src/infrastructure/shared/worker/outbox-relay.js";
import { Scheduler } from "../../../src/infrastructure/shared/worker/scheduler.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { fillShop } from "../../builders/fill-shop.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { statusesOf } from "../shared/workers.js";

const [MUG, PRODUCT] = [variantId(1), productId(1)];
const SIZES = [variantId(21), variantId(22), variantId(23)] as const;
const HOUR_MS = 3_600_000;
const { signal } = new AbortController();

/**
 * Prices and stock when many people and several processes change them at once. Run over SQLite and
 * MySQL.
 */
export const concurrentPricesAndStockContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`concurrent changes of prices and stock: ${name}`, () => {
    let store: Store;
    let clock: MovableClock;
    let needs: {
      readonly unitOfWork: Store["unitOfWork"];
      readonly clock: MovableClock;
      readonly ids: ReturnType<typeof numberedIds>;
      readonly currency: string;
    };

    beforeEach(async () => {
      store = await open();
      clock = movableClock();
      needs = { unitOfWork: store.unitOfWork, clock, ids: numberedIds(), currency: "EUR" };
      await fillShop(store.unitOfWork, {
        products: [
          { number: 1, pricesAndStock: [{ price: "20.00", onHand: 4 }] },
          {
            number: 2,
            content: {
              options: [{ name: "Size", values: ["S", "M", "L"] }],
              variants: SIZES.map((id, n) =>
                aVariant(21 + n, { id, optionValues: [["S", "M", "L"][n] ?? ""] }),
              ),
            },
            pricesAndStock: [{ price: "10.00" }, { price: "10.00" }, { price: "10.00" }],
          },
        ],
      });
    });
    afterEach(() => store.close());
    afterAll(end);

    const count = (...counts: readonly CountedStock[]) =>
      stockCount(needs)({ counts }, ADMIN_KEY_HOLDER);
    const stockOf = (id = MUG) =>
      store.unitOfWork.run(async ({ stockItems }) => (await stockItems.get(id)).snapshot());
    const historyOf = async (id = PRODUCT) =>
      (await store.productHistoryReads.ofProducts([id], pageRequest({ last: 50 })))
        .get(id)
        ?.items.map(({ item }) => item)
        .toReversed() ?? [];
    const listed = async () =>
      (
        await store.catalogReads.productsById(
          [PRODUCT],
          { sees: "everything" },
          new Set(["priceRange", "available", "version"]),
        )
      )[0];
    const plan = (more: Partial<VariantPriceSchedule> = {}) =>
      variantPriceSchedule(needs)(
        { variantId: MUG, at: new Date(clock.now().getTime() + HOUR_MS), price: "15", ...more },
        ADMIN_KEY_HOLDER,
      );
    const scheduler = () =>
      new Scheduler<Stores>({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        jobs: [changePrice(needs)],
        recurring: [],
        clock,
        log: collectedLog(),
        leaseMs: 30_000,
      });
    const untilDone = async (run: () => Promise<boolean>): Promise<void> => {
      while (await run());
    };
    const runScheduler = (): Promise<void> => {
      const one = scheduler();
      return untilDone(() => one.runDue(signal));
    };
    const threeSchedulers = () => Promise.all(Array.from({ length: 3 }, runScheduler));

    test("twenty counts of one variant at the same time are all stored", async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => count({ variantId: MUG, onHand: 100 + n })),
      );

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      const { onHand, version } = await stockOf();
      expect(version).toBe(21);
      const events = (
        await store.readSource.query(
          "SELECT sequence, payload FROM outbox WHERE aggregate_id = ? ORDER BY id",
          [MUG],
        )
      ).map((row) => [
        Number(row["sequence"]),
        fromSqlJson<{ readonly onHand: number }>(row["payload"]).onHand,
      ]);
      // Each count has seen the one before it.
      expect(events.map(([sequence]) => sequence)).toEqual(
        Array.from({ length: 21 }, (_, n) => n + 1),
      );
      expect(events.at(-1)?.[1]).toBe(onHand);
    });

    test("of twenty counts with the same expected version one is stored and the others are refused", async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          count({ variantId: MUG, expectedVersion: 1, onHand: 100 + n }),
        ),
      );

      expect(
        answers.flatMap(({ refusals }) =>
          refusals.map(({ code, facts }) => [code, facts["currentVersion"]]),
        ),
      ).toEqual(Array.from({ length: 19 }, () => ["STALE_VERSION", 2]));
      expect((await stockOf()).version).toBe(2);
    });

    test("twenty first counts of three variants of one product are all stored", async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) =>
          count(
            { variantId: SIZES[n % 3] ?? "", onHand: 100 + n },
            { variantId: MUG, onHand: 200 + n },
          ),
        ),
      );

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect(await Promise.all(SIZES.map(async (id) => (await stockOf(id)).version))).toEqual([
        7, 7, 6,
      ]);
      expect((await stockOf()).version).toBe(21);
    });

    test("twenty adjustments at the same time leave no stock, and lists show it as sold out", async () => {
      await Promise.all(
        Array.from({ length: 20 }, () =>
          stockAdjust(needs)({ adjustments: [{ variantId: MUG, by: -1 }] }, ADMIN_KEY_HOLDER),
        ),
      );

      expect(await stockOf()).toMatchObject({ onHand: -16, version: 21 });
      expect(await listed()).toMatchObject({ available: false, version: 1 });
    });

    test("changes of prices and stock of the same two products in opposite orders do not deadlock", async () => {
      const [first, second] = [MUG, SIZES[0]];
      const changes = (n: number) => ({ price: `${30 + n}.00`, onHand: n });
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          variantsUpdate(needs)(
            {
              items: (n % 2 === 0 ? [first, second] : [second, first]).map((id) => ({
                id,
                changes: changes(n),
              })),
            },
            ADMIN_KEY_HOLDER,
          ),
        ),
      );

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect(await historyOf()).toHaveLength(12);
    });

    test("a scheduled price is applied once with several schedulers, and lists follow", async () => {
      await plan();
      await threeSchedulers();
      expect(await historyOf()).toEqual([]);
      clock.forward(HOUR_MS);
      await threeSchedulers();

      expect(await historyOf()).toMatchObject([
        {
          version: 1,
          actor: "scheduler",
          changes: [{ path: `variants.${MUG}.price`, before: "20.00 EUR", after: "15.00 EUR" }],
        },
      ]);
      expect(await listed()).toMatchObject({
        version: 1,
        priceRange: { min: { minorUnits: 1500 } },
      });
      expect(await statusesOf(store, changePrice(needs))).toEqual({ DONE: 1 });
    });

    test("two sales without a gap end at the price before both, with three schedulers", async () => {
      const at = (hours: number): Date =>
        new Date(new Date("2026-01-01T12:00:00.000Z").getTime() + hours * HOUR_MS);
      await plan({ price: "12", at: at(2), until: at(3) });
      await plan({ price: "15", at: at(1), until: at(2) });
      const prices: (number | undefined)[] = [];
      for (let hour = 1; hour <= 3; hour++) {
        clock.forward(HOUR_MS);
        await threeSchedulers();
        prices.push((await listed())?.priceRange?.min.minorUnits);
      }

      expect(prices).toEqual([1500, 1200, 2000]);
    });

    test("a scheduled price of a deleted variant is parked, or cancelled with the variant", async () => {
      const relay = new OutboxRelay<Stores>({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        subscribers: [cancelScheduledPrices],
        clock,
        log: collectedLog(),
        leaseMs: 30_000,
      });
      const remove = () =>
        store.unitOfWork.run(async ({ products }) => {
          const product = await products.get(PRODUCT);
          product.delete();
          await products.remove([product]);
        });
      await plan();
      await plan({ at: new Date(clock.now().getTime() + 2 * HOUR_MS) });
      await remove();
      clock.forward(HOUR_MS);
      await runScheduler();
      expect(await store.unitOfWork.run(({ workLog }) => workLog.list("PARKED", 10))).toMatchObject(
        [{ subject: MUG, lastError: expect.stringContaining("VARIANT_NOT_FOUND") as string }],
      );

      await untilDone(() => relay.deliverDue(signal));
      expect(await statusesOf(store, changePrice(needs))).toEqual({ PARKED: 1 });
    });
  });
};
