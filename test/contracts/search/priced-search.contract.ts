import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { catalog } from "../../../src/application/catalog/catalog.js";
import { stockAdjust } from "../../../src/application/inventory/stock/stock-adjust.js";
import { stockCount } from "../../../src/application/inventory/stock/stock-count.js";
import { priceListPricesRemove } from "../../../src/application/pricing/list-prices/price-list-prices-remove.js";
import { priceListPricesSet } from "../../../src/application/pricing/list-prices/price-list-prices-set.js";
import { priceListCreate } from "../../../src/application/pricing/price-lists/price-list-create.js";
import { variantPricesSet } from "../../../src/application/pricing/prices/variant-prices-set.js";
import type { SearchFilter } from "../../../src/application/search/ports/product-search.js";
import { search as searchOf } from "../../../src/application/search/search.js";
import type { Outcome } from "../../../src/application/shared/change.js";
import { GUEST, OPERATOR, type Viewer } from "../../../src/application/shared/viewer.js";
import type { PriceListId } from "../../../src/domain/pricing/ids.js";
import { Money } from "../../../src/domain/shared/money.js";
import { fixedClock } from "../../fakes/fixed-clock.js";
import { numberedIds } from "../../fakes/numbered-ids.js";
import { addProduct, searching, titlesOf, type SearchSubject } from "./search-subject.js";

/** What the search answers after changes of prices and stock beside their products. */
export const pricedSearch = (open: () => Promise<SearchSubject>): void => {
  describe("the search after changes of prices and stock", () => {
    let subject: SearchSubject;
    let search: ReturnType<typeof searching>;
    const [clock, ids] = [fixedClock(), numberedIds()];
    const needs = () => ({ ...subject, clock, ids, currency: "EUR" });
    const variants = new Map<string, string>();

    beforeEach(async () => {
      subject = await open();
      const shop = catalog(needs());
      search = searching(searchOf(needs()));
      for (const [title, price] of [
        ["Cup", "10.00"],
        ["Mug", "20.00"],
        ["Pot", "30.00"],
      ] as const) {
        const id = await addProduct(shop, title, {
          variants: [{ price, onHand: 2, tracked: true }],
        });
        const page = { size: 1, direction: "forward", after: null, before: null } as const;
        const own = await subject.catalogReads.variantsOfProducts([id], page, new Set());
        variants.set(title, String(own.get(id)?.items[0]?.item.id));
      }
    });
    afterEach(() => subject.close());

    const of = (title: string) => ({ variantId: variants.get(title) ?? "" });
    const setPrices = async (items: Readonly<Record<string, object>>) =>
      done(
        await variantPricesSet(needs())(
          { items: Object.entries(items).map(([title, price]) => ({ ...of(title), ...price })) },
          OPERATOR,
        ),
      );
    const createList = async (currency: string) =>
      done(
        await priceListCreate(needs())(
          { priceList: { key: currency.toLowerCase(), currency } },
          OPERATOR,
        ),
      ).priceListId;
    const setListed = async (priceListId: PriceListId, prices: Readonly<Record<string, string>>) =>
      done(
        await priceListPricesSet(needs())(
          {
            priceListId,
            items: Object.entries(prices).map(([title, price]) => ({ ...of(title), price })),
          },
          OPERATOR,
        ),
      );
    const at = (priceList: PriceListId, currency: string): Viewer => ({
      ...GUEST,
      shoppingContext: {
        market: "other",
        currency,
        priceLists: [priceList],
        locale: null,
        moment: new Date("2026-01-01T12:00:00.000Z"),
        salesChannel: "WEB",
      },
    });
    const found = async (filter: SearchFilter = {}, viewer: Viewer = GUEST) =>
      titlesOf(
        await search(
          null,
          { sort: { key: "PRICE", reverse: false }, filter, currency: currencyOf(viewer) },
          viewer,
        ),
      );
    const availability = async () =>
      (await search(null, { withFacets: true })).facets.flatMap(({ kind, values }) =>
        kind === "AVAILABILITY" ? values.map(({ value, count }) => [value, count]) : [],
      );

    test("an own price moves its product in the order, through filters, and to the reductions", async () => {
      expect(await found()).toEqual(["Cup", "Mug", "Pot"]);

      await setPrices({ Cup: { price: "40.00", compareAtPrice: "50.00" }, Pot: { price: "5.00" } });
      expect(await found()).toEqual(["Pot", "Mug", "Cup"]);
      expect(await found({ maxPrice: euros("20.00") })).toEqual(["Pot", "Mug"]);
      expect(await found({ minPrice: euros("40.00") })).toEqual(["Cup"]);
      expect(await found({ onSale: true })).toEqual(["Cup"]);

      await setPrices({ Pot: { price: null } });
      expect(await found()).toEqual(["Mug", "Cup", "Pot"]);
      expect(await found({ maxPrice: euros("20.00") })).toEqual(["Mug"]);
    });

    test("a price in a list changes what is found in the markets of that list alone", async () => {
      const list = await createList("CHF");
      const francs = at(list, "CHF");
      const upTo9 = { maxPrice: Money.parse("9.00", "CHF") };
      expect(await found(upTo9, francs)).toEqual([]);
      expect(await found({ available: true }, francs)).toEqual([]);

      await setListed(list, { Pot: "5.00", Mug: "9.00" });
      expect(await found({}, francs)).toEqual(["Pot", "Mug", "Cup"]);
      expect(await found(upTo9, francs)).toEqual(["Pot", "Mug"]);
      expect(await found({ available: true }, francs)).toEqual(["Pot", "Mug"]);
      expect(await found()).toEqual(["Cup", "Mug", "Pot"]);

      await setListed(list, { Pot: "9.50" });
      expect(await found(upTo9, francs)).toEqual(["Mug"]);
      done(
        await priceListPricesRemove(needs())(
          { priceListId: list, items: [of("Pot"), of("Mug")] },
          OPERATOR,
        ),
      );
      expect(await found({ available: true }, francs)).toEqual([]);
    });

    test("a list in the currency of the shop falls back on own prices, before and after they change", async () => {
      const list = await createList("EUR");
      const sale = at(list, "EUR");
      await setListed(list, { Pot: "1.00" });
      expect(await found({}, sale)).toEqual(["Pot", "Cup", "Mug"]);

      await setPrices({ Cup: { price: "90.00" }, Pot: { price: "99.00" } });
      expect(await found({}, sale)).toEqual(["Pot", "Mug", "Cup"]);
      expect(await found({ maxPrice: euros("50.00") }, sale)).toEqual(["Pot", "Mug"]);
      expect(await found()).toEqual(["Mug", "Cup", "Pot"]);
    });

    test("counted and adjusted stock makes products available or not", async () => {
      expect(await availability()).toEqual([["true", 3]]);

      done(await stockCount(needs())({ counts: [{ ...of("Mug"), onHand: 0 }] }, OPERATOR));
      done(await stockAdjust(needs())({ adjustments: [{ ...of("Cup"), by: -2 }] }, OPERATOR));
      expect(await found({ available: true })).toEqual(["Pot"]);
      expect(await found({ available: false })).toEqual(["Cup", "Mug"]);
      expect(await availability()).toEqual([
        ["true", 1],
        ["false", 2],
      ]);

      done(await stockAdjust(needs())({ adjustments: [{ ...of("Mug"), by: 1 }] }, OPERATOR));
      expect(await found({ available: true })).toEqual(["Mug", "Pot"]);
    });
  });
};

const currencyOf = ({ shoppingContext }: Viewer): string => shoppingContext?.currency ?? "EUR";
const euros = (amount: string): Money => Money.parse(amount, "EUR");

const done = <Result>({ result, refusals }: Outcome<Result>): Result => {
  if (result === null) throw new Error(JSON.stringify(refusals));
  return result;
};
