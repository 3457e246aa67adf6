import { afterAll, describe, expect, test } from "vitest";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { priceListDelete } from "../../../src/application/pricing/price-lists/price-list-delete.js";
import { priceListUpdate } from "../../../src/application/pricing/price-lists/price-list-update.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import { quotePreview } from "../../../src/application/pricing/quotes/quote-preview.js";
import { changePrice } from "../../../src/application/pricing/scheduled-prices/change-price.js";
import { CHANGE_PRICE } from "../../../src/application/pricing/scheduled-prices/price-plan.js";
import { variantPriceSchedule } from "../../../src/application/pricing/scheduled-prices/variant-price-schedule.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { variantId } from "../../builders/product-content.js";
import { movableClock } from "../../fakes/movable-clock.js";
import { randomFrom } from "../../integration/random-from.js";
import { aimedShop } from "./aimed-shop.js";
import { made, marketShop } from "./market-shop.js";
import type { OpenWithClock } from "./price-history.contract.js";
import type { QuotesSubject } from "./quotes.contract.js";

const MUG = variantId(10);
const HOUR_MS = 60 * 60_000;

/** Quotes for the past and the future. */
export const quotesAtMomentsContract = (
  name: string,
  storesWith: OpenWithClock<QuotesSubject>,
): void => {
  describe(`quotes at moments: ${name}`, () => {
    const clock = movableClock();
    const { open, end } = storesWith(clock);
    if (end) afterAll(end);
    let subject: QuotesSubject;
    const shop = marketShop(async () => (subject = await open()));
    const aimed = aimedShop(shop);
    const needs = () => ({ ...shop.needs(), clock });
    const work = async () => {
      aimed.at(clock.now());
      await aimed.work();
    };
    const later = (milliseconds: number) => new Date(clock.now().getTime() + milliseconds);

    /** The price of one unit and the list that it comes from, for 1 and for 10 units. */
    const quoted = async (asOf: Date | null): Promise<string> => {
      const prices: string[] = [];
      for (const [quantity, market] of [
        [1, "there"],
        [10, "there"],
        [1, null],
      ] as const)
        prices.push(
          await quotePreview({ ...needs(), ...subject, markets: { all: subject.readMarkets } })(
            { lines: [{ variantId: MUG, quantity }], market, asOf },
            OPERATOR,
          ).then(
            ({ quote: { lines } }) =>
              `${lines[0]?.priceList} ${lines[0]?.unitPrice.toDecimal()} ${lines[0]?.compareAt?.toDecimal()}`,
            (error: unknown) =>
              errorsOf(error)
                .map(({ code }) => code)
                .join(),
          ),
        );
      return prices.join(" | ");
    };
    const setOwn = async (price: string | null, compareAtPrice: string | null = null) =>
      made(
        await variantPricesSet(needs())(
          { items: [{ variantId: MUG, price, compareAtPrice }] },
          OPERATOR,
        ),
      );
    const schedule = async (price: string, at: Date, until: Date | null = null) =>
      made(await variantPriceSchedule(needs())({ variantId: MUG, price, at, until }, OPERATOR));
    /** Makes the scheduled changes that are due, as a worker does. */
    const workOnPrices = () =>
      subject.unitOfWork.run(async (stores) => {
        for (;;) {
          const [due] = (await stores.schedule.ofSubjects(CHANGE_PRICE, [MUG])).filter(
            ({ dueAt }) => dueAt <= clock.now(),
          );
          if (!due) return;
          await stores.schedule.cancel([due.id]);
          await changePrice(needs()).run(due, stores);
        }
      });

    test("after any changes of prices and lists, each moment is answered as it was then", async () => {
      const random = randomFrom(20_261_201);
      const below = (limit: number) => Math.floor(random() * limit);
      const amount = () => `${1 + below(90)}.00`;
      const campaigns: string[] = [];
      aimed.at(clock.now());
      const base = await aimed.list({ key: "base" });
      const there = await aimed.market("there", base);
      await work();
      const log: (readonly [Date, string])[] = [];

      for (let step = 0; step < 30; step++) {
        clock.forward(1 + below(3 * HOUR_MS));
        const kind = below(7);
        const list = [base, ...campaigns][below(1 + campaigns.length)] ?? base;
        const minQuantity = below(2) === 0 ? 1 : 5;
        aimed.at(clock.now());
        if (kind === 0) await setOwn(below(5) === 0 ? null : amount(), null);
        if (kind === 1 || kind === 2)
          made(
            await priceListPricesSet(needs())(
              { priceListId: list, items: [{ variantId: MUG, minQuantity, price: amount() }] },
              OPERATOR,
            ),
          );
        if (kind === 3)
          made(
            await priceListPricesRemove(needs())(
              { priceListId: list, items: [{ variantId: MUG, minQuantity }] },
              OPERATOR,
            ),
          );
        if (kind === 4 && campaigns.length === 0)
          campaigns.push(await aimed.list({ key: `sale-${step}`, marketId: there }));
        if (kind === 5 && campaigns[0])
          made(
            await priceListUpdate(needs())(
              {
                id: campaigns[0],
                changes: { validFrom: later(below(HOUR_MS)), validUntil: later(2 * HOUR_MS) },
              },
              OPERATOR,
            ),
          );
        if (kind === 6 && campaigns[0] && below(2) === 0)
          made(await priceListDelete(needs())({ id: campaigns.pop() ?? "" }, OPERATOR));
        await work();
        log.push([clock.now(), await quoted(null)]);
        clock.forward(1 + below(HOUR_MS));
        log.push([clock.now(), await quoted(null)]);
      }
      clock.forward(1);

      expect(new Set(log.map(([, answer]) => answer)).size).toBeGreaterThan(10);
      for (const [moment, answer] of log)
        expect([moment.toISOString(), await quoted(moment)]).toEqual([
          moment.toISOString(),
          answer,
        ]);
    });

    test("a list that is deleted applied until then, and not afterwards", async () => {
      aimed.at(clock.now());
      const there = await aimed.market("there", null);
      const sale = await aimed.list({ key: "sale", marketId: there });
      await work();
      await priceListPricesSet(needs())(
        { priceListId: sale, items: [{ variantId: MUG, price: "6.00" }] },
        OPERATOR,
      );
      clock.forward(HOUR_MS);
      made(await priceListDelete(needs())({ id: sale }, OPERATOR));
      const deleted = clock.now();
      clock.forward(1);

      const before = await quoted(new Date(deleted.getTime() - 1));
      expect(before).toBe("sale 6.00 undefined | sale 6.00 undefined | null 10.00 undefined");
      expect(await quoted(deleted)).not.toContain("sale");
    });

    test("each moment of the future is answered as it will be, with scheduled prices and windows of lists", async () => {
      aimed.at(clock.now());
      const base = await aimed.list({ key: "base" });
      const there = await aimed.market("there", base);
      const sale = await aimed.list({
        key: "sale",
        marketId: there,
        validFrom: later(5 * HOUR_MS),
        validUntil: later(7 * HOUR_MS),
      });
      await work();
      made(
        await priceListPricesSet(needs())(
          { priceListId: sale, items: [{ variantId: MUG, price: "6.00" }] },
          OPERATOR,
        ),
      );
      await schedule("9.00", later(HOUR_MS), later(4 * HOUR_MS));
      await schedule("8.00", later(2 * HOUR_MS), later(3 * HOUR_MS));
      await schedule("12.00", later(4 * HOUR_MS));
      await schedule("7.00", later(6 * HOUR_MS), later(8 * HOUR_MS));
      const start = clock.now().getTime();
      const moments = Array.from({ length: 10 }, (_, hour) =>
        [hour * HOUR_MS - 1, hour * HOUR_MS].map((after) => new Date(start + after)),
      )
        .flat()
        .slice(2);
      const foretold: string[] = [];
      for (const moment of moments) foretold.push(await quoted(moment));

      const found: string[] = [];
      for (const moment of moments) {
        clock.forward(moment.getTime() - clock.now().getTime());
        await workOnPrices();
        await work();
        found.push(await quoted(null));
      }
      expect(found).toEqual(foretold);
      expect(new Set(found).size).toBe(7);
      clock.forward(1);
      for (const [index, moment] of moments.entries())
        expect([index, await quoted(moment)]).toEqual([index, found[index]]);
    });
  });
};
