import { afterAll, describe, expect, test } from "vitest";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { marketDelete } from "../../../src/application/pricing/markets/market-delete.js";
import { marketUpdate } from "../../../src/application/pricing/markets/market-update.js";
import { removeOldPriceHistory } from "../../../src/application/pricing/price-history/remove-old-price-history.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import { quotePreview } from "../../../src/application/pricing/quotes/quote-preview.js";
import { taxCategoryCreate } from "../../../src/application/pricing/taxes/tax-category-create.js";
import { taxRateCreate } from "../../../src/application/pricing/taxes/tax-rate-create.js";
import { taxZoneCreate } from "../../../src/application/pricing/taxes/tax-zone-create.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import type { MarketId } from "../../../src/domain/pricing/ids.js";
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
const DAY_MS = 24 * HOUR_MS;

type Changes = Parameters<ReturnType<typeof marketUpdate>>[0]["changes"];

/** Quotes for moments at which a market had other terms, or was not there. */
export const marketsAtMomentsContract = (
  name: string,
  storesWith: OpenWithClock<QuotesSubject>,
): void => {
  describe(`markets at moments: ${name}`, () => {
    const clock = movableClock();
    const { open, end } = storesWith(clock);
    if (end) afterAll(end);
    let subject: QuotesSubject;
    const shop = marketShop(async () => (subject = await open()));
    const aimed = aimedShop(shop);
    const needs = () => ({ ...shop.needs(), clock });

    /** What three mugs cost in a market in cash: net, tax, gross, to pay; or the codes of errors. */
    const quoted = (market: string | null, asOf: Date | null): Promise<string> =>
      quotePreview({ ...needs(), ...subject, markets: { all: subject.readMarkets } })(
        {
          lines: [{ variantId: MUG, quantity: 3 }],
          fees: [{ amount: "0.37", reason: "Bag" }],
          buyer: { paymentMethod: "cash" },
          market,
          asOf,
        },
        OPERATOR,
      ).then(
        ({ quote: { lines, totals } }) =>
          [
            lines[0]?.priceList ?? "own",
            ...[totals.net, totals.tax, totals.gross, totals.total].map((one) => one.toDecimal()),
            totals.total.currency,
          ].join(" "),
        (error: unknown) =>
          errorsOf(error)
            .map(({ code, path, message }) =>
              [code, ...path, message.match(/is (\S+)\.$/)?.[1]].join(" "),
            )
            .join(),
      );
    const change = async (id: MarketId, changes: Changes) =>
      made(await marketUpdate(needs())({ id, changes }, OPERATOR));
    const setOwn = async (price: string) =>
      made(await variantPricesSet(needs())({ items: [{ variantId: MUG, price }] }, OPERATOR));
    const listed = async (key: string, currency: string, price: string) => {
      const priceListId = await aimed.list({ key, currency });
      await aimed.work();
      made(
        await priceListPricesSet(needs())(
          { priceListId, items: [{ variantId: MUG, price }] },
          OPERATOR,
        ),
      );
      return priceListId;
    };
    const setTaxes = async () => {
      made(await taxCategoryCreate(needs())({ taxCategory: { key: "standard" } }, OPERATOR));
      for (const [country, percentage] of [
        ["DE", "19"],
        ["AT", "20"],
      ] as const) {
        const zone = country.toLowerCase();
        made(
          await taxZoneCreate(needs())({ taxZone: { key: zone, areas: [{ country }] } }, OPERATOR),
        );
        const rate = { zone, category: "standard", tax: "VAT", percentage };
        made(await taxRateCreate(needs())({ taxRate: rate }, OPERATOR));
      }
    };

    test("after any changes of a market, each moment is answered with the terms of then", async () => {
      const random = randomFrom(20_261_202);
      const one = <Value>(...values: readonly Value[]): Value =>
        values[Math.floor(random() * values.length)] as Value;
      aimed.at(clock.now());
      const euros = await listed("euros", "EUR", "9.99");
      const francs = await listed("francs", "CHF", "12.35");
      const there = await aimed.market("there", euros);
      await setTaxes();
      const changes = (): Changes =>
        one<() => Changes>(
          () => ({ pricesIncludeTax: one(true, false) }),
          () => ({ currency: "CHF", priceListId: francs }),
          () => ({ currency: "EUR", priceListId: one(euros, null) }),
          () => ({ countries: one(["DE"], ["AT"], []) }),
          () => ({ domesticAddress: one({ country: "DE" }, { country: "AT" }, null) }),
          () => ({
            taxRounding: one({ per: "LINE", mode: "DOWN" }, { per: "UNIT", mode: "DOWN" }),
          }),
          () => ({ payableRoundings: one([{ increment: "0.05" }], null) }),
          () => ({ name: one("There", "Yonder") }),
        )();
      const log: (readonly [Date, string])[] = [];

      for (let step = 0; step < 60; step++) {
        clock.forward(1 + Math.floor(random() * HOUR_MS));
        await change(there, changes());
        if (step % 10 === 0) await setOwn(`${10 + step}.01`);
        log.push([clock.now(), await quoted("there", null)]);
        clock.forward(Math.floor(random() * HOUR_MS));
        log.push([clock.now(), await quoted("there", null)]);
      }
      clock.forward(1);

      expect(new Set(log.map(([, answer]) => answer)).size).toBeGreaterThan(12);
      for (const [moment, answer] of log)
        expect([moment.toISOString(), await quoted("there", moment)]).toEqual([
          moment.toISOString(),
          answer,
        ]);
    });

    test("a moment before the market was created is refused, and the first one is named", async () => {
      clock.forward(HOUR_MS);
      aimed.at(clock.now());
      const created = clock.now();
      made(await shop.market({ key: "other" }));
      clock.forward(1);
      const there = made(await shop.market({ key: "there" })).marketId;
      clock.forward(DAY_MS);
      await change(there, { pricesIncludeTax: false });
      clock.forward(1);

      expect(await quoted("other", created)).toMatch(/^own /);
      expect(await quoted("there", new Date(created.getTime() + 1))).toMatch(/^own /);
      expect(await quoted("there", created)).toBe(
        `QUOTE_BEFORE_HISTORY asOf ${new Date(created.getTime() + 1).toISOString()}`,
      );
    });

    test("a moment more than 730 days ago is refused, whether or not it has been forgotten", async () => {
      await setOwn("7.00");
      clock.forward(2_000 * DAY_MS);
      const first = await subject.readMarkets();
      for (const market of first) await change(market.id, { pricesIncludeTax: false });
      const earliest = new Date(clock.now().getTime() - 730 * DAY_MS);
      const before = new Date(earliest.getTime() - 1);
      const refused = `QUOTE_BEFORE_HISTORY asOf ${earliest.toISOString()}`;
      const answers = async () => [await quoted(null, earliest), await quoted(null, before)];

      expect(await answers()).toEqual(["own 21.37 0.00 21.37 21.37 EUR", refused]);
      await subject.unitOfWork.run((stores) => removeOldPriceHistory.run(clock.now(), stores));
      expect(await answers()).toEqual(["own 21.37 0.00 21.37 21.37 EUR", refused]);
    });

    test("terms that applied no longer two years ago are removed, and all with their market", async () => {
      const { marketId: id } = made(await shop.market({ key: "there" }));
      const start = clock.now();
      const known = async () =>
        (await subject.priceHistory.termsOf(id, { from: start, until: clock.now() })).map(
          ({ pricesIncludeTax, from }) => [pricesIncludeTax, from.getTime() - start.getTime()],
        );
      clock.forward(DAY_MS);
      await change(id, { pricesIncludeTax: false });
      clock.forward(DAY_MS);
      await change(id, { pricesIncludeTax: true });
      const remove = (moment: Date) =>
        subject.unitOfWork.run(({ priceHistoryPruning }) =>
          priceHistoryPruning.removeBefore(moment, 100),
        );

      const later = [
        [false, DAY_MS],
        [true, 2 * DAY_MS],
      ];
      await remove(new Date(start.getTime() + DAY_MS - 1));
      expect(await known()).toEqual([[true, 0], ...later]);
      await remove(new Date(start.getTime() + DAY_MS));
      expect(await known()).toEqual(later);
      made(await marketDelete(needs())({ id }, OPERATOR));
      expect(await known()).toEqual([]);
    });
  });
};
