import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, afterEach, beforeEach, describe, expect, test } from "vitest";
import { fillListings, refreshListings } from "../../../src/application/listing/listing.js";
import type { UnitOfWork } from "../../../src/application/shared/unit-of-work.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import { listPrice } from "../../../src/domain/pricing/list-price.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { PriceList } from "../../../src/domain/pricing/price-list.js";
import { id } from "../../../src/domain/shared/id.js";
import { Money } from "../../../src/domain/shared/money.js";
import { ADDED_AT } from "../../builders/fill-shop.js";
import { openTestMarket } from "../../builders/open-test-market.js";
import { productId, variantId } from "../../builders/product-content.js";
import { meeting } from "../shared/meeting.js";
import {
  count,
  fillListedShop,
  LARGE,
  setPrice,
  SHIRT,
  SMALL,
  type Stores,
} from "./listed-shop.js";

export interface ListingSubject {
  readonly unitOfWork: UnitOfWork<Stores>;
  close?(): Promise<void>;
}

const FRANCS = id<PriceListId>("pricelist_01h00000000000000000000001");

/** The read models of product lists, on the fakes, SQLite and MySQL. */
export const refreshListingsContract = (
  name: string,
  open: () => Promise<ListingSubject>,
  end: () => Promise<void> = async () => undefined,
): void => {
  describe(`the refresh of listings: ${name}`, () => {
    let subject: ListingSubject;
    const inUnit: UnitOfWork<Stores>["run"] = (work) => subject.unitOfWork.run(work);

    beforeEach(async () => {
      subject = await open();
      await openTestMarket(subject.unitOfWork);
      await fillListedShop(subject.unitOfWork);
    });
    afterEach(() => subject.close?.());
    afterAll(end);

    const stored = async (product = SHIRT) =>
      (await inUnit(({ storedListings }) => storedListings.lock([product]))).get(product);
    const addFrancs = (priced: readonly VariantId[]) =>
      inUnit(async (stores) => {
        const list = PriceList.create(
          FRANCS,
          { key: "francs", name: "Francs", currency: "CHF" },
          ADDED_AT,
        );
        await stores.priceLists.save(list);
        await stores.listPrices.add(
          priced.map((variant) =>
            listPrice({
              priceList: FRANCS,
              variantId: variant,
              minimumQuantity: 1,
              price: Money.parse("9.00", "CHF"),
              compareAt: null,
            }),
          ),
        );
        await stores.priceListListings.save([
          {
            productId: SHIRT,
            priceList: FRANCS,
            priceRange: null,
            available: false,
            onSale: false,
            compareAtRange: null,
            sellable: [false, false],
          },
        ]);
        await refreshListings(stores, { prices: priced });
      });

    test("what is stored is read back with all its fields, and missing products are absent", async () => {
      await addFrancs([LARGE]);

      expect(await stored()).toEqual({
        productId: SHIRT,
        answers: {
          priceRange: { min: Money.of(2000, "EUR"), max: Money.of(3000, "EUR") },
          available: true,
          onSale: true,
          compareAtRange: { min: Money.of(3500, "EUR"), max: Money.of(3500, "EUR") },
        },
        sellable: [true, true],
        priceLists: [
          {
            productId: SHIRT,
            priceList: FRANCS,
            priceRange: { min: Money.of(900, "CHF"), max: Money.of(900, "CHF") },
            available: true,
            onSale: false,
            compareAtRange: null,
            sellable: [false, true],
          },
        ],
      });
      expect(await stored(productId(9))).toBeUndefined();
    });

    test("the facts of variants are those that are written, with missing ones left out", async () => {
      const facts = await inUnit(({ saleFacts }) => saleFacts.ofVariants([LARGE, variantId(99)]));

      expect(facts).toEqual([
        {
          id: LARGE,
          productId: SHIRT,
          position: 1,
          tracked: true,
          soldOutPolicy: "DENY",
          price: Money.of(3000, "EUR"),
          compareAt: Money.of(3500, "EUR"),
          available: 5,
        },
      ]);
      expect(await inUnit(({ saleFacts }) => saleFacts.productsOf([LARGE, variantId(99)]))).toEqual(
        new Map([[LARGE, SHIRT]]),
      );
    });

    test("a variant that is sold out, then all of them", async () => {
      await inUnit(async (stores) => {
        await count(stores, LARGE, 0);
        await refreshListings(stores, { availability: [LARGE] });
      });
      expect(await stored()).toMatchObject({
        answers: { available: true },
        sellable: [true, false],
      });

      await inUnit(async (stores) => {
        await count(stores, SMALL, -1);
        await refreshListings(stores, { availability: [SMALL] });
      });
      expect(await stored()).toMatchObject({
        answers: { available: false },
        sellable: [false, false],
      });
    });

    test("a variant without a price in a list stays unavailable there, whatever its stock", async () => {
      await addFrancs([LARGE]);
      await inUnit(async (stores) => {
        await count(stores, LARGE, 0);
        await refreshListings(stores, { availability: [LARGE] });
      });
      expect((await stored())?.priceLists).toMatchObject([
        { available: false, sellable: [false, false] },
      ]);

      await inUnit(async (stores) => {
        await count(stores, LARGE, 2);
        await count(stores, SMALL, 2);
        await refreshListings(stores, { availability: [LARGE, SMALL] });
      });
      expect((await stored())?.priceLists).toMatchObject([
        { available: true, sellable: [false, true] },
      ]);
    });

    test("a list with a price for every variant follows the stock of the product", async () => {
      await addFrancs([SMALL, LARGE]);
      await inUnit(async (stores) => {
        await count(stores, LARGE, 0);
        await count(stores, SMALL, 0);
        await refreshListings(stores, { availability: [LARGE, SMALL] });
      });

      expect((await stored())?.priceLists).toMatchObject([{ available: false, sellable: null }]);
    });

    test("a price that moves the range or ends a reduction", async () => {
      await inUnit(async (stores) => {
        await setPrice(stores, LARGE, "10.00");
        await refreshListings(stores, { prices: [LARGE] });
      });

      expect((await stored())?.answers).toEqual({
        priceRange: { min: Money.of(1000, "EUR"), max: Money.of(2000, "EUR") },
        available: true,
        onSale: false,
        compareAtRange: null,
      });
    });

    test("a changed amount moves the range of own prices, and of each list that falls back on it", async () => {
      const SALE = id<PriceListId>("pricelist_01h00000000000000000000002");
      await addFrancs([SMALL, LARGE]);
      await inUnit(async (stores) => {
        const content = { key: "sale", name: "Sale", currency: "EUR" };
        await stores.priceLists.save(PriceList.create(SALE, content, ADDED_AT));
        await fillListings(stores, { id: SALE, currency: "EUR", fallbacks: [] }, [SHIRT]);
        await setPrice(stores, SMALL, "40.00");
        await refreshListings(stores, {
          amounts: [{ productId: SHIRT, priceList: null, currency: "EUR" }],
        });
      });

      const range = { min: Money.of(3000, "EUR"), max: Money.of(4000, "EUR") };
      const reducedFrom = { min: Money.of(3500, "EUR"), max: Money.of(3500, "EUR") };
      expect(await stored()).toMatchObject({
        answers: { priceRange: range, onSale: true, available: true, compareAtRange: reducedFrom },
        priceLists: [
          { priceList: FRANCS, priceRange: { min: Money.of(900, "CHF") }, compareAtRange: null },
          {
            priceList: SALE,
            priceRange: range,
            onSale: true,
            available: true,
            sellable: null,
            compareAtRange: reducedFrom,
          },
        ],
      });
    });

    test("a changed amount in a list moves the range of that list, without variants that have no price there", async () => {
      await addFrancs([LARGE]);
      await inUnit(async (stores) => {
        const { prices } = await stores.listPrices.lock(FRANCS, [LARGE]);
        prices.get(LARGE)?.set(1, { price: Money.of(700, "CHF"), compareAt: Money.of(800, "CHF") });
        await stores.listPrices.save([...prices.values()].flatMap(({ changed }) => changed));
        await refreshListings(stores, {
          amounts: [{ productId: SHIRT, priceList: FRANCS, currency: "CHF" }],
        });
      });

      expect(await stored()).toMatchObject({
        answers: { priceRange: { min: Money.of(2000, "EUR") } },
        priceLists: [
          {
            priceRange: { min: Money.of(700, "CHF"), max: Money.of(700, "CHF") },
            compareAtRange: { min: Money.of(800, "CHF"), max: Money.of(800, "CHF") },
            onSale: true,
            available: true,
          },
        ],
      });
    });

    test("the crossed-out prices of a product are those of its variants on sale, and follow each amount", async () => {
      const reduce = (stores: Stores, variant: VariantId, price: string, compareAt: string) =>
        setPrice(stores, variant, price, Money.parse(compareAt, "EUR"));
      const amounts = [{ productId: SHIRT, priceList: null, currency: "EUR" }];
      await inUnit(async (stores) => {
        await reduce(stores, SMALL, "20.00", "19.00");
        await refreshListings(stores, { amounts });
      });
      const only = { min: Money.of(3500, "EUR"), max: Money.of(3500, "EUR") };
      expect((await stored())?.answers.compareAtRange).toEqual(only);
      await inUnit(async (stores) => {
        await reduce(stores, SMALL, "18.00", "19.00");
        await refreshListings(stores, { amounts });
      });
      expect((await stored())?.answers).toMatchObject({
        onSale: true,
        compareAtRange: { min: Money.of(1900, "EUR"), max: Money.of(3500, "EUR") },
      });
    });

    test("an amount and stock of one product that change together are both shown", async () => {
      await inUnit(async (stores) => {
        await setPrice(stores, LARGE, "10.00");
        await count(stores, SMALL, 0);
        await count(stores, LARGE, 0);
        await refreshListings(stores, {
          amounts: [{ productId: SHIRT, priceList: null, currency: "EUR" }],
          availability: [SMALL, LARGE],
        });
      });

      expect((await stored())?.answers).toMatchObject({
        available: false,
        priceRange: { min: Money.of(1000, "EUR"), max: Money.of(2000, "EUR") },
      });
    });

    test("stored answers that do not fit the variants are worked out completely", async () => {
      await inUnit(async (stores) => {
        await stores.storedListings.save({
          productId: SHIRT,
          answers: { priceRange: null, available: false, onSale: false, compareAtRange: null },
          sellable: [true],
        });
        await refreshListings(stores, { availability: [LARGE] });
      });

      expect((await stored())?.answers).toMatchObject({ available: true, onSale: true });
    });

    test("two variants that are sold out at the same time leave their product unavailable", async () => {
      const [met, refreshed] = [meeting(2), meeting(2)];
      await Promise.all(
        [SMALL, LARGE].map((variant) =>
          inUnit(async (stores) => {
            await count(stores, variant, 0);
            await met();
            await refreshListings(stores, { availability: [variant] });
            // The second one waits for the lock of the first one, and never comes here meanwhile.
            await refreshed();
          }),
        ),
      );

      expect(await stored()).toMatchObject({
        answers: { available: false },
        sellable: [false, false],
      });
    });

    test("two prices that move the same minimum at the same time leave the right range", async () => {
      const met = meeting(2);
      let runs = 0;
      await Promise.all(
        [SMALL, LARGE].map((variant, index) =>
          inUnit(async (stores) => {
            runs += 1;
            await setPrice(stores, variant, ["7.00", "6.00"][index] ?? "");
            await met();
            await refreshListings(stores, {
              amounts: [{ productId: SHIRT, priceList: null, currency: "EUR" }],
            });
          }),
        ),
      );

      expect((await stored())?.answers.priceRange).toEqual({
        min: Money.of(600, "EUR"),
        max: Money.of(700, "EUR"),
      });
      // No range waits for the lock of a price: that would be a deadlock, and a second run.
      expect(runs).toBe(2);
    });

    test("a price and stock that change at the same time are both shown", async () => {
      const [refreshed, waiting] = [meeting(2), meeting(2)];
      await Promise.all([
        inUnit(async (stores) => {
          await count(stores, SMALL, 0);
          await count(stores, LARGE, 0);
          await refreshListings(stores, { availability: [SMALL, LARGE] });
          await refreshed();
          await waiting();
        }),
        inUnit(async (stores) => {
          const { storedListings } = stores;
          await setPrice(stores, SMALL, "1.00");
          await refreshed();
          const lock: typeof storedListings.lock = (products) => {
            void waiting();
            return storedListings.lock(products);
          };
          await refreshListings(
            {
              ...stores,
              storedListings: {
                lock,
                save: (listing) => storedListings.save(listing),
                addUpRanges: (...ranges) => storedListings.addUpRanges(...ranges),
              },
            },
            { prices: [SMALL] },
          );
        }),
      ]);

      expect((await stored())?.answers).toMatchObject({
        available: false,
        priceRange: { min: Money.of(100, "EUR") },
      });
    });

    test("changes of the same two products in opposite orders do not wait for each other for ever", async () => {
      const variants = [SMALL, variantId(2)];
      await Promise.all(
        [variants, variants.toReversed()].map((order, index) =>
          inUnit(async (stores) => {
            await sleep(index * 20);
            await refreshListings(stores, { prices: order });
            await sleep(400);
          }),
        ),
      );

      expect(await stored(productId(2))).toMatchObject({ answers: { available: true } });
    });
  });
};
