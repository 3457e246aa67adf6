import { afterAll, describe, expect, test } from "vitest";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { marketUpdate } from "../../../src/application/pricing/markets/market-update.js";
import {
  lowestPrices,
  MOST_CHANGES,
} from "../../../src/application/pricing/price-history/lowest-prices.js";
import { removeOldPriceHistory } from "../../../src/application/pricing/price-history/remove-old-price-history.js";
import { priceListDelete } from "../../../src/application/pricing/price-lists/price-list-delete.js";
import { priceListUpdate } from "../../../src/application/pricing/price-lists/price-list-update.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";
import type { MarketId } from "../../../src/domain/pricing/ids.js";
import type { Money } from "../../../src/domain/shared/money.js";
import { variantId } from "../../builders/product-content.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { randomFrom } from "../../integration/random-from.js";
import { aimedShop } from "./aimed-shop.js";
import { made, marketShop } from "./market-shop.js";
import type { OpenWithClock, PriceHistorySubject } from "./price-history.contract.js";

/** 10.00 EUR; 20.00 EUR, compared with 25.00. */
const [MUG, SMALL] = [variantId(10), variantId(20)];
const DAY_MS = 24 * 60 * 60_000;
const STEP_MS = DAY_MS / 2;

/** What a shop showed at a moment. */
interface Seen {
  readonly at: number;
  readonly price: Money | null;
  readonly compareAt: Money | null;
  readonly pricesIncludeTax: boolean;
}

/** The rule as the law words it, over everything that was seen. */
const lowestSeen = (seen: readonly Seen[]): string | null => {
  const now = seen.at(-1);
  const alike = (one: Seen): boolean =>
    one.price?.currency === now?.price?.currency && one.pricesIncludeTax === now?.pricesIncludeTax;
  const reduced = seen.map(
    (one) =>
      alike(one) && one.price !== null && (one.compareAt?.minorUnits ?? 0) > one.price.minorUnits,
  );
  const first = reduced.lastIndexOf(false) + 1;
  const start = seen[first]?.at;
  if (start === undefined) return null;
  const before = seen.filter(
    (one, index) =>
      index < first &&
      alike(one) &&
      (seen[index + 1]?.at ?? Infinity) > start - 30 * DAY_MS &&
      one.price !== null,
  );
  const amounts = before.map(({ price }) => price?.minorUnits ?? 0);
  return amounts.length === 0 ? null : String(Math.min(...amounts));
};

/** The lowest price before a reduction. */
export const lowestPricesContract = (
  name: string,
  storesWith: OpenWithClock<PriceHistorySubject>,
): void => {
  describe(`lowest prices: ${name}`, () => {
    const clock = movableClock();
    const { open, end } = storesWith(clock);
    if (end) afterAll(end);
    let subject: PriceHistorySubject;
    const shop = marketShop(async () => (subject = await open()));
    const aimed = aimedShop(shop);
    const needs = () => ({ ...shop.needs(), clock });
    const lowest = async (market = "there", variants = [MUG]): Promise<readonly string[]> => {
      const markets = { all: subject.readMarkets };
      const found = await lowestPrices({ markets, priceHistory: subject.priceHistory })(
        { variants, market, moment: clock.now() },
        GUEST,
      );
      return variants.map((variant) => String(found.get(variant)?.minorUnits ?? null));
    };
    const setOwn = async (price: string, compareAtPrice: string | null = null) =>
      made(
        await variantPricesSet(needs())(
          { items: [{ variantId: MUG, price, compareAtPrice }] },
          OPERATOR,
        ),
      );
    const change = async (
      id: MarketId,
      changes: Parameters<ReturnType<typeof marketUpdate>>[0]["changes"],
    ) => made(await marketUpdate(needs())({ id, changes }, OPERATOR));
    const asking = async (priceListId: string | null = null): Promise<MarketId> =>
      made(await shop.market({ key: "there", priceListId, showsLowestPrice: true })).marketId;
    const work = async () => {
      aimed.at(clock.now());
      await aimed.work();
    };
    const seenNow = async (): Promise<Seen> => {
      aimed.at(clock.now());
      const context = await aimed.contextAt("there");
      const shown = await subject.pricesAndStock.byVariant(
        [MUG],
        new Set(["price", "compareAt"]),
        context,
      );
      const { price = null, compareAt = null } = shown.get(MUG) ?? {};
      const market = (await subject.readMarkets()).find(({ key }) => key === "there");
      const { pricesIncludeTax = true } = market ?? {};
      return { at: clock.now().getTime(), price, compareAt, pricesIncludeTax };
    };

    test("at every moment of any changes it is the lowest of what was shown in the 30 days before the reduction (seed 20261203)", async () => {
      const random = randomFrom(20_261_203);
      const below = (limit: number) => Math.floor(random() * limit);
      const prices = () => {
        const price = 5 + below(90);
        return {
          price: `${price}.00`,
          compareAtPrice: below(5) < 3 ? `${price + 1 + below(9)}.00` : null,
        };
      };
      aimed.at(clock.now());
      const [euros, francs] = [
        await aimed.list({ key: "euros", currency: "EUR" }),
        await aimed.list({ key: "francs", currency: "CHF" }),
      ];
      await work();
      const there = await asking(euros);
      const campaigns: string[] = [];
      const seen: Seen[] = [];
      const later = (steps: number) => new Date(clock.now().getTime() + steps * STEP_MS);
      let reductions = 0;

      for (let step = 0; step < 400; step++) {
        const kind = below(24);
        const list = [euros, euros, francs, ...campaigns][below(3 + campaigns.length)] ?? euros;
        const items = [{ variantId: MUG, ...prices() }];
        if (kind <= 1) await setOwn(prices().price, prices().compareAtPrice);
        if (kind === 2 || kind === 3)
          made(await priceListPricesSet(needs())({ priceListId: list, items }, OPERATOR));
        if (kind === 4)
          made(
            await priceListPricesRemove(needs())(
              { priceListId: list, items: [{ variantId: MUG }] },
              OPERATOR,
            ),
          );
        if (kind === 5 && campaigns.length === 0) {
          aimed.at(clock.now());
          campaigns.push(await aimed.list({ key: `sale-${step}`, marketId: there }));
          await work();
        }
        if (kind === 6 && campaigns[0])
          made(
            await priceListUpdate(needs())(
              {
                id: campaigns[0],
                changes: { validFrom: later(below(6)), validUntil: later(6 + below(40)) },
              },
              OPERATOR,
            ),
          );
        if (kind === 7 && campaigns[0] && below(2) === 0)
          made(await priceListDelete(needs())({ id: campaigns.pop() ?? "" }, OPERATOR));
        if (kind === 8) await change(there, { priceListId: euros, currency: "EUR" });
        if (kind === 9) await change(there, { priceListId: null, currency: "EUR" });
        if (kind === 10 && below(5) === 0)
          await change(there, { priceListId: francs, currency: "CHF" });
        if (kind === 11 && below(5) === 0)
          await change(there, { pricesIncludeTax: below(2) === 0 });
        await work();
        seen.push(await seenNow());
        const expected = String(lowestSeen(seen));
        if (expected !== "null") reductions += 1;
        expect([step, ...(await lowest())]).toEqual([step, expected]);
        clock.forward(STEP_MS);
      }
      expect(reductions).toBeGreaterThan(50);
    });

    test("a market that does not ask for it shows none", async () => {
      const there = await asking();
      clock.forward(DAY_MS);
      await setOwn("8.00", "10.00");

      expect(await lowest()).toEqual(["1000"]);
      expect(await lowest("default")).toEqual(["null"]);
      await change(there, { showsLowestPrice: false });
      expect(await lowest()).toEqual(["null"]);
    });

    test("several variants are answered together, those without an earlier price with none", async () => {
      await asking();
      // Longer ago than what is read at first.
      clock.forward(200 * DAY_MS);
      await setOwn("8.00", "10.00");

      expect(await lowest("there", [SMALL, MUG])).toEqual(["null", "1000"]);
    });

    test("none is answered for a reduction that began more than 700 days ago", async () => {
      await asking();
      clock.forward(DAY_MS);
      await setOwn("8.00", "10.00");
      clock.forward(700 * DAY_MS);
      expect(await lowest()).toEqual(["1000"]);
      await subject.unitOfWork.run((stores) => removeOldPriceHistory.run(clock.now(), stores));
      expect(await lowest()).toEqual(["1000"]);
      clock.forward(1);
      expect(await lowest()).toEqual(["null"]);
    });

    test("none is answered when the newest 200 changes do not reach 30 days before the reduction", async () => {
      await asking();
      clock.forward(100 * DAY_MS);
      const next = async (price: string, compareAtPrice: string | null = null) => {
        clock.forward(60_000);
        await setOwn(price, compareAtPrice);
      };
      await next("5.00");
      for (let change = 0; change < MOST_CHANGES - 3; change++)
        await next(`${8 + (change % 2)}.00`);
      await next("7.00", "10.00");

      expect(await lowest()).toEqual(["500"]);
      await next("6.00", "10.00");
      expect(await lowest()).toEqual(["null"]);
      await next("7.00", "10.00");
      expect(await lowest()).toEqual(["null"]);
    });
  });
};
