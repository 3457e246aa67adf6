import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { productDelete } from "../../../src/application/catalog/products/product-delete.js";
import { productUpdate } from "../../../src/application/catalog/products/product-update.js";
import { productVariantsRemove } from "../../../src/application/catalog/variants/product-variants-remove.js";
import { variantsUpdate } from "../../../src/application/catalog/variants/variants-update.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { priceListDelete } from "../../../src/application/pricing/price-lists/price-list-delete.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import { changePrice } from "../../../src/application/pricing/scheduled-prices/change-price.js";
import { variantPriceSchedule } from "../../../src/application/pricing/scheduled-prices/variant-price-schedule.js";
import { pageRequest } from "../../../src/application/shared/page.js";
import { ADMIN_KEY_HOLDER } from "../../../src/application/shared/viewer.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { Money } from "../../../src/domain/shared/money.js";
import type { Store } from "../../../src/infrastructure/store.js";
import type { Stores } from "../../../src/infrastructure/stores.js";
import { Scheduler } from "../../../src/infrastructure/shared/worker/scheduler.js";
import { fillShop } from "../../builders/fill-shop.js";
import { openTestMarket, resultOf } from "../../builders/open-test-market.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { collectedLog } from "../../fakes/collected-log.js";
import { movableClock, type MovableClock } from "../../fakes/movable-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { meeting } from "../shared/meeting.js";
import { catalogueDefects } from "../../integration/catalogue-defects.js";

/** Nothing refreshes collections here, and no market uses a price list. */
const PENDING = /^(work about what is gone: catalog\.keep|still to be looked at|markets at)/;
const HOUR_MS = 3_600_000;
/** Products with the variants S, M and L; those of product 9 have no price. */
const PRODUCTS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;
const sizesOf = (product: number): readonly VariantId[] =>
  [1, 2, 3].map((n) => variantId(10 * product + n));
const [SMALL, MEDIUM, LARGE] = sizesOf(1) as [VariantId, VariantId, VariantId];
const times = (count: number) => Array.from({ length: count }, (_, n) => n);

/** Prices that many people, jobs and processes change at once. Run over SQLite and MySQL. */
export const concurrentPricesContract = (
  name: string,
  open: () => Promise<Store>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`concurrent changes of prices: ${name}`, () => {
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
      await openTestMarket(store.unitOfWork);
      await fillShop(store.unitOfWork, {
        products: PRODUCTS.map((number) => ({
          number,
          content: {
            options: [{ name: "Size", values: ["S", "M", "L"] }],
            variants: sizesOf(number).map((id, n) =>
              aVariant(10 * number + n, { id, optionValues: [["S", "M", "L"][n] ?? ""] }),
            ),
          },
          pricesAndStock:
            number === 9
              ? [{ onHand: 1 }, null, null]
              : [{ price: "10.00", onHand: 1 }, { price: "20.00" }, { price: "30.00" }],
        })),
      });
    });
    afterEach(async () => {
      const defects = await catalogueDefects(store, clock.now());
      expect(defects.filter((defect) => !PENDING.test(defect))).toEqual([]);
      await store.close();
    });
    afterAll(end);

    const set = (variant: VariantId, price: string | null) =>
      variantPricesSet(needs)({ items: [{ variantId: variant, price }] }, ADMIN_KEY_HOLDER);
    const priceOf = async (variant: VariantId) =>
      (await store.unitOfWork.run(({ prices }) => prices.lock([variant]))).get(variant)?.snapshot();
    const rangeOf = async (product = 1) => {
      const [found] = await store.catalogReads.productsById(
        [productId(product)],
        { sees: "everything" },
        new Set(["priceRange", "version"]),
      );
      return [found?.priceRange?.min.minorUnits, found?.priceRange?.max.minorUnits, found?.version];
    };
    const stepsOf = async (product = 1) =>
      (await store.productHistoryReads.ofProducts([productId(product)], pageRequest({ last: 60 })))
        .get(productId(product))
        ?.items.map(({ item }) => item.changes[0])
        .toReversed() ?? [];

    test("twenty prices of one variant are all stored, each after the one before it", async () => {
      const answers = await Promise.all(times(20).map((n) => set(SMALL, `${n + 1}.00`)));

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect((await priceOf(SMALL))?.version).toBe(21);
      const steps = await stepsOf();
      expect(["10.00 EUR", ...steps.map((step) => step?.after)]).toEqual([
        ...steps.map((step) => step?.before),
        `${((await priceOf(SMALL))?.price?.price.minorUnits ?? 0) / 100}.00 EUR`,
      ]);
      expect((await rangeOf())[2]).toBe(1);
    });

    test("twenty first prices of one variant follow each other", async () => {
      const [first] = sizesOf(9) as [VariantId];
      const answers = await Promise.all(times(20).map((n) => set(first, `${n + 1}.00`)));

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect((await priceOf(first))?.version).toBe(20);
    });

    test("two prices that both move the minimum leave the right range, many times", async () => {
      for (const round of times(10)) {
        await Promise.all([
          set(SMALL, `${9 - (round % 3)}.50`),
          set(MEDIUM, `${8 - (round % 4)}.25`),
        ]);
        const [min, max] = await rangeOf();
        expect([min, max]).toEqual([
          Math.min(950 - 100 * (round % 3), 825 - 100 * (round % 4)),
          3000,
        ]);
      }
    });

    test("prices meet edits of their product, and both are kept", async () => {
      const answers = await Promise.all(
        times(12).map(async (n) =>
          n % 3 === 0
            ? productUpdate(needs)(
                { id: productId(1), changes: { title: `Shirt ${n}` } },
                ADMIN_KEY_HOLDER,
              )
            : n % 3 === 1
              ? variantsUpdate(needs)(
                  { items: [{ id: MEDIUM, changes: { price: `${n}.00`, barcode: `B${n}` } }] },
                  ADMIN_KEY_HOLDER,
                )
              : set(n % 2 === 0 ? SMALL : LARGE, `${n}.50`),
        ),
      );

      expect(answers.flatMap(({ refusals }) => refusals)).toEqual([]);
      expect(await stepsOf()).toHaveLength(12);
      expect((await rangeOf())[2]).toBe(9);
    });

    test("a price of a variant or product that is removed meanwhile leaves nothing behind", async () => {
      const answers = await Promise.all(
        PRODUCTS.flatMap((product) => {
          const [small, medium] = sizesOf(product) as [VariantId, VariantId];
          return [
            set(small, "5.00"),
            product % 2 === 0
              ? productDelete(needs)({ id: productId(product) }, ADMIN_KEY_HOLDER)
              : productVariantsRemove(needs)(
                  { id: productId(product), variantIds: [small] },
                  ADMIN_KEY_HOLDER,
                ),
            set(medium, "6.00"),
          ];
        }),
      );

      const codes = answers.flatMap(({ refusals }) => refusals.map(({ code }) => code));
      expect(codes.filter((code) => code !== "VARIANT_NOT_FOUND")).toEqual([]);
    });

    test("a first price of a product whose deletion has removed its prices leaves nothing behind", async () => {
      const [locked, removed] = [meeting(2), meeting(2)];
      const [first = SMALL] = sizesOf(9);
      const priced = store.unitOfWork.run(async ({ prices }) => {
        const price = (await prices.lock([first])).get(first);
        await locked();
        await removed();
        const amount = { price: Money.of(100, "EUR"), compareAt: null, cost: null };
        price?.set({ variantId: first, ...amount });
        await prices.save(price ? [price] : []);
      });
      await locked();
      /** Meets the other one after it has removed the prices. */
      const unitOfWork: Store["unitOfWork"] = {
        run: (work) =>
          store.unitOfWork.run((stores, transaction) => {
            const remove: typeof stores.prices.remove = async (ids) => {
              await stores.prices.remove(ids);
              await removed();
            };
            const prices = Object.assign(Object.create(stores.prices), { remove }) as object;
            return work(Object.create(stores, { prices: { value: prices } }), transaction);
          }),
      };
      const { refusals } = await productDelete({ ...needs, unitOfWork })(
        { id: productId(9) },
        ADMIN_KEY_HOLDER,
      );
      await priced;

      expect(refusals).toEqual([]);
    });

    test("prices in a list that is deleted meanwhile are cleared with it", async () => {
      for (const round of times(5)) {
        const { priceListId } = resultOf(
          await priceListCreate(needs)(
            { priceList: { key: `sale-${round}`, currency: "EUR" } },
            ADMIN_KEY_HOLDER,
          ),
        );
        const answers = await Promise.all([
          ...PRODUCTS.map((product) =>
            priceListPricesSet(needs)(
              {
                priceListId,
                items: sizesOf(product).map((variant) => ({ variantId: variant, price: "3.00" })),
              },
              ADMIN_KEY_HOLDER,
            ),
          ),
          priceListDelete(needs)({ id: priceListId }, ADMIN_KEY_HOLDER),
        ]);
        const codes = answers.flatMap(({ refusals }) => refusals.map(({ code }) => code));
        expect(codes.filter((code) => code !== "PRICE_LIST_NOT_FOUND")).toEqual([]);
      }

      const rows = await store.readSource.query(
        "SELECT price_list_id FROM pricing_list_price UNION ALL SELECT price_list_id FROM catalog_price_range",
      );
      expect(rows).toEqual([]);
    });

    test("a list that is created while prices change shows them all", async () => {
      await Promise.all([
        ...["one", "two", "three"].map((key) =>
          priceListCreate(needs)({ priceList: { key, currency: "EUR" } }, ADMIN_KEY_HOLDER),
        ),
        ...PRODUCTS.flatMap((product) =>
          sizesOf(product).map((variant, n) => set(variant, `${product}${n}.00`)),
        ),
      ]);

      // That each range follows from the prices is checked after each test.
      expect((await store.priceListReads.all()).map(({ isReady }) => isReady)).toEqual([
        true,
        true,
        true,
      ]);
    });

    test("a scheduled price and prices by hand follow each other", async () => {
      const at = new Date(clock.now().getTime() + HOUR_MS);
      await variantPriceSchedule(needs)(
        { variantId: SMALL, at, until: new Date(at.getTime() + HOUR_MS), price: "5.00" },
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
      const { signal } = new AbortController();
      const runAll = async () => {
        const one = scheduler();
        while (await one.runDue(signal));
      };
      clock.forward(HOUR_MS);
      await Promise.all([runAll(), runAll(), ...times(6).map((n) => set(SMALL, `${n + 11}.00`))]);
      const [byHand, steps] = [await priceOf(SMALL), await stepsOf()];
      expect(byHand?.version).toBe(8);
      expect(steps).toHaveLength(7);

      clock.forward(HOUR_MS);
      await Promise.all([runAll(), runAll()]);
      // The price returns only where nobody has set another one since.
      const isSale = byHand?.price?.price.minorUnits === 500;
      expect((await priceOf(SMALL))?.version).toBe(isSale ? 9 : 8);
    });
  });
};
