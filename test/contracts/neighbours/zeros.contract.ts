import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Audience } from "../../../src/application/catalog/ports/audience.js";
import type { ProductFilter } from "../../../src/application/catalog/ports/product-list.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { variantPriceSchedule } from "../../../src/application/pricing/scheduled-prices/variant-price-schedule.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { Money } from "../../../src/domain/shared/money.js";
import { collectionId, fillShop } from "../../builders/fill-shop.js";
import { resultOf, openTestMarket } from "../../builders/open-test-market.js";
import { aVariant, productId, variantId } from "../../builders/product-content.js";
import { ALL, numbers } from "../catalog/page-walks.js";
import type { IdempotencySubject } from "../idempotency/idempotency.contract.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";

const [FREE, CHEAP, UNPRICED] = [variantId(10), variantId(20), variantId(30)];
const STAFF = { sees: "everything" } as const;
const euros = (minorUnits: number) => Money.of(minorUnits, "EUR");

/**
 * A price of zero is a price, and a stock of zero is counted. Runs on the fake, SQLite and MySQL.
 */
export const zerosContract = (name: string, open: () => Promise<IdempotencySubject>): void => {
  describe(`zero as a value: ${name}`, () => {
    let subject: IdempotencySubject;
    let needs: ReturnType<typeof needsOf>;
    const inUnit: IdempotencySubject["needs"]["unitOfWork"]["run"] = (work) =>
      subject.needs.unitOfWork.run(work);

    beforeAll(async () => {
      subject = await open();
    });
    afterAll(async () => subject.close?.());
    beforeEach(async () => {
      await subject.empty();
      needs = needsOf(subject);
      const { unitOfWork } = subject.needs;
      await openTestMarket(unitOfWork);
      await fillShop(unitOfWork, {
        products: [
          {
            number: 1,
            content: { variants: [aVariant(10, { weightMilligrams: 0 })] },
            pricesAndStock: [{ price: "0", compareAt: "0", cost: "0", onHand: 0 }],
          },
          {
            number: 2,
            content: { variants: [aVariant(20)] },
            pricesAndStock: [{ price: "0.01", onHand: 1 }],
          },
          { number: 3, content: { variants: [aVariant(30)] }, pricesAndStock: [null] },
        ],
        collections: [{ number: 1, products: [2, 3] }, { number: 2 }, { number: 3 }],
      });
    });

    const found = async (
      filter: ProductFilter,
      audience: Audience = STAFF,
    ): Promise<readonly number[]> => {
      const { catalogReads } = subject.needs;
      const list = { filter, sort: { key: "PRICE", reverse: false }, page: ALL } as const;
      const listed = numbers(await catalogReads.products(list, audience, new Set()));
      expect(await catalogReads.countProducts(filter, audience)).toBe(listed.length);
      return listed;
    };

    test("a price, a crossed-out price and a cost of zero are stored as zero", async () => {
      const prices = await inUnit((stores) => stores.prices.lock([FREE, CHEAP]));

      expect(prices.get(FREE)?.price).toEqual({
        variantId: FREE,
        price: euros(0),
        compareAt: euros(0),
        cost: euros(0),
      });
      expect(prices.get(CHEAP)?.price).toMatchObject({ compareAt: null, cost: null });
    });

    test("a stock of zero is counted, and a weight of zero is a weight", async () => {
      const [stock, mug] = await inUnit(async ({ stockItems, products }) => [
        await stockItems.byVariant([FREE, UNPRICED]),
        await products.get(productId(1)),
      ]);

      expect(stock.get(FREE)?.snapshot().onHand).toBe(0);
      expect(stock.has(UNPRICED)).toBe(false);
      expect(mug.snapshot().variants[0]?.weightMilligrams).toBe(0);
    });

    test("staff see zero as the price and the stock of such a variant", async () => {
      const pricesAndStock = await subject.needs.pricesAndStock.byVariant(
        [FREE, UNPRICED],
        new Set(["price", "compareAt", "cost", "onHand", "available"]),
      );

      expect(pricesAndStock.get(FREE)).toMatchObject({
        price: euros(0),
        compareAt: euros(0),
        cost: euros(0),
        onHand: 0,
        available: 0,
      });
      expect(pricesAndStock.get(UNPRICED)?.price ?? null).toBeNull();
      expect(pricesAndStock.get(UNPRICED)?.onHand ?? null).toBeNull();
    });

    test("a free product has a price, and comes before a product that costs a cent and one without a price", async () => {
      expect(await found({})).toEqual([1, 2, 3]);
      expect(await found({ priced: true })).toEqual([1, 2]);
      expect(await found({ priced: false })).toEqual([3]);
    });

    test("zero is a lowest and a highest price of a filter, and both are inclusive", async () => {
      expect(await found({ maxPrice: euros(0) })).toEqual([1]);
      expect(await found({ minPrice: euros(0) })).toEqual([1, 2]);
      expect(await found({ minPrice: euros(1) })).toEqual([2]);
      expect(await found({ minPrice: euros(0), maxPrice: euros(0) })).toEqual([1]);
    });

    describe("in a price list", () => {
      let there: Audience;
      let priceList: PriceListId;

      beforeEach(async () => {
        priceList = resultOf(
          await priceListCreate(needs)({ priceList: { key: "francs", currency: "CHF" } }, OPERATOR),
        ).priceListId;
        resultOf(
          await priceListPricesSet(needs)(
            {
              priceListId: priceList,
              items: [
                { variantId: FREE, price: "0", compareAtPrice: "0" },
                { variantId: CHEAP, price: "0.01" },
              ],
            },
            OPERATOR,
          ),
        );
        there = {
          sees: "everything",
          shoppingContext: {
            market: "ch",
            currency: "CHF",
            priceLists: [priceList],
            locale: null,
            moment: new Date("2026-01-01T12:00:00.000Z"),
            salesChannel: "WEB",
          },
        };
      });

      test("a price of zero is a price", async () => {
        const free = { priceList, variantId: FREE, minimumQuantity: 1 };
        const [stored] =
          (await inUnit(({ listPrices }) => listPrices.ofVariants([FREE]))).get(FREE) ?? [];
        const [view] =
          (await subject.needs.priceListReads.pricesOfVariants([FREE])).get(FREE) ?? [];
        const price = { ...free, price: Money.of(0, "CHF"), compareAt: Money.of(0, "CHF") };

        expect(stored).toEqual(price);
        expect(view).toEqual(price);
      });

      test("a free product has a price, and a product that is not in the list has none", async () => {
        expect(await found({}, there)).toEqual([1, 2, 3]);
        expect(await found({ priced: true }, there)).toEqual([1, 2]);
        expect(await found({ priced: false }, there)).toEqual([3]);
        expect(await found({ maxPrice: Money.of(0, "CHF") }, there)).toEqual([1]);
        expect(await found({ minPrice: Money.of(1, "CHF") }, there)).toEqual([2]);
      });
    });

    test("position zero is the first one in a collection and among siblings", async () => {
      const [products, moved] = await inUnit(async ({ collections, collectionTree }) => {
        await collections.addProducts(collectionId(1), [productId(1)], 0);
        const isMoved = await collectionTree.moveTo(collectionId(3), null, 0);
        return [await collections.members(collectionId(1), [productId(1)]), isMoved] as const;
      });
      const list = {
        filter: { collection: collectionId(1) },
        sort: { key: "MANUAL", reverse: false },
        page: ALL,
      } as const;

      expect([...products]).toEqual([productId(1)]);
      expect(moved).toBe(true);
      expect(numbers(await subject.needs.catalogReads.products(list, STAFF, new Set()))).toEqual([
        1, 2, 3,
      ]);
    });

    test("a scheduled price may be zero", async () => {
      const at = new Date(needs.clock.now().getTime() + 60_000);
      const { scheduledPriceId } = resultOf(
        await variantPriceSchedule(needs)(
          { variantId: CHEAP, at, price: "0", compareAtPrice: "0", cost: "0" },
          OPERATOR,
        ),
      );
      const [planned] = await subject.needs.scheduledPriceReads.byId([scheduledPriceId]);

      expect(planned).toMatchObject({
        at,
        until: null,
        change: { price: euros(0), compareAt: euros(0), cost: euros(0) },
      });
    });
  });
};

const needsOf = ({ needs: { unitOfWork } }: IdempotencySubject) => ({
  unitOfWork,
  clock: fixedClock(),
  ids: numberedIds(900_000),
  currency: "EUR",
});
