import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { adjustStock } from "../../../src/application/catalog/offers/adjust-stock.js";
import { changePrice } from "../../../src/application/catalog/offers/change-price.js";
import {
  countStock,
  type StockCount,
} from "../../../src/application/catalog/offers/count-stock.js";
import { forgetScheduledPrices } from "../../../src/application/catalog/offers/forget-scheduled-prices.js";
import {
  schedulePrice,
  type SchedulePrice,
} from "../../../src/application/catalog/offers/schedule-price.js";
import { updateManyVariants } from "../../../src/application/catalog/parts/update-many-variants.js";
import { pageRequest } from "../../../src/application/shared/page.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { Store, Stores } from "../../../src/infrastructure/data-source.js";
import { OutboxRelay } from "../../../src/infrastructure/shared/outbox-relay.js";
import { Scheduler } from "../../../src/infrastructure/shared/scheduler.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { fillShelf } from "../../builders/shelf.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { statusesOf } from "../shared/workers.js";

const [MUG, PRODUCT] = [variantId(1), productId(1)];
const SIZES = [variantId(21), variantId(22), variantId(23)] as const;
const HOUR_MS = 3_600_000;
const { signal } = new AbortController();

/** Prices and stock when many people and several processes change them at once. Run over SQLite and MySQL. */
export const figuresUnderPressure = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`figures under pressure: ${name}`, () => {
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
      await fillShelf(store.unitOfWork, {
        products: [
          { number: 1, tags: [{ price: "20.00", onHand: 4 }] },
          {
            number: 2,
            content: {
              options: [{ name: "Size", values: ["S", "M", "L"] }],
              variants: SIZES.map((id, n) =>
                aVariant(21 + n, { id, optionValues: [["S", "M", "L"][n] ?? ""] }),
              ),
            },
            tags: [{ price: "10.00" }, { price: "10.00" }, { price: "10.00" }],
          },
        ],
      });
    });
    afterEach(() => store.close());
    afterAll(end);

    const count = (...counts: readonly StockCount[]) =>
      countStock(needs)({ counts }, ADMIN_KEY_HOLDER);
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
    const plan = (more: Partial<SchedulePrice> = {}) =>
      schedulePrice(needs)(
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
    const drain = async (one: { pass(until: AbortSignal): Promise<boolean> }): Promise<void> => {
      while (await one.pass(signal));
    };
    const threeSchedulers = () => Promise.all(Array.from({ length: 3 }, () => drain(scheduler())));

    test("twenty people count one shelf at once, and no count is lost", async () => {
      const answers = await Promise.all(
        Array.from({ length: 20 }, (_, n) => count({ variantId: MUG, onHand: 100 + n })),
      );

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      const { onHand, version } = await stockOf();
      expect(version).toBe(21);
      const steps = (await historyOf()).map(({ changes: [change] }) => [
        change?.before,
        change?.after,
      ]);
      // Each count has seen the one before it.
      expect(steps).toHaveLength(20);
      expect([4, ...steps.map(([, after]) => after)]).toEqual([
        ...steps.map(([before]) => before),
        onHand,
      ]);
    });

    test("of twenty people who count what they saw at the same time one is heard, and the others are told", async () => {
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

    test("twenty people count what nobody had counted before, on three shelves of one product", async () => {
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

    test("twenty broken mugs are written off by twenty people, and lists say that none is left", async () => {
      await Promise.all(
        Array.from({ length: 20 }, () =>
          adjustStock(needs)({ adjustments: [{ variantId: MUG, by: -1 }] }, ADMIN_KEY_HOLDER),
        ),
      );

      expect(await stockOf()).toMatchObject({ onHand: -16, version: 21 });
      expect(await listed()).toMatchObject({ available: false, version: 1 });
    });

    test("people who change prices and stock of the same two products in either order do not wait for each other for ever", async () => {
      const [first, second] = [MUG, SIZES[0]];
      const changes = (n: number) => ({ price: `${30 + n}.00`, onHand: n });
      const answers = await Promise.all(
        Array.from({ length: 12 }, (_, n) =>
          updateManyVariants(needs)(
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

    test("a scheduled price is applied once, however many schedulers there are, and lists follow", async () => {
      await plan();
      await threeSchedulers();
      expect(await historyOf()).toEqual([]);
      clock.forward(HOUR_MS);
      await threeSchedulers();

      expect(await historyOf()).toMatchObject([
        {
          version: 2,
          actor: "scheduler",
          changes: [{ path: `variants.${MUG}.price`, before: "20.00 EUR", after: "15.00 EUR" }],
        },
      ]);
      expect(await listed()).toMatchObject({
        version: 2,
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

    test("a scheduled price of a variant that is gone is parked, or forgotten in time", async () => {
      const relay = new OutboxRelay<Stores>({
        unitOfWork: store.workerUnitOfWork,
        reads: store.readSource,
        subscribers: [forgetScheduledPrices],
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
      await drain(scheduler());
      expect(await store.unitOfWork.run(({ workLog }) => workLog.list("PARKED", 10))).toMatchObject(
        [{ subject: MUG, lastError: expect.stringContaining("VARIANT_NOT_FOUND") as string }],
      );

      await drain(relay);
      expect(await statusesOf(store, changePrice(needs))).toEqual({ PARKED: 1 });
    });
  });
};
