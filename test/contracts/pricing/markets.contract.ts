import { describe, expect, test } from "vitest";
import { priceListDelete } from "../../../src/application/pricing/price-lists/price-list-delete.js";
import { marketUpdate } from "../../../src/application/pricing/markets/market-update.js";
import { OPERATOR } from "../../../src/application/shared/viewer.js";
import { openTestMarket } from "../../builders/open-test-market.js";

import { audienceTests } from "./audiences.contract.js";
import { listAvailabilityTests } from "./list-availability.contract.js";
import { listPriceTests } from "./list-prices.contract.js";
import { codes, made, marketShop, type MarketsSubject } from "./market-shop.js";
import { chosenPriceTests } from "./chosen-prices.contract.js";
import { priceFileTests } from "./price-files.contract.js";
import { quantityBreakTests } from "./quantity-breaks.contract.js";
import { priceListTests } from "./price-lists.contract.js";

/** Markets and price lists, as every store must keep them and every read must apply them. */
export const marketsContract = (name: string, open: () => Promise<MarketsSubject>): void => {
  describe(`markets: ${name}`, () => {
    const shop = marketShop(open);
    const { needs, list, market } = shop;

    test("of two markets that are created at the same time with one key, one is stored", async () => {
      const opened = await Promise.all([
        market({ key: "at" }),
        market({ key: "at" }),
        market({ key: "at" }),
      ]);

      expect(opened.map(codes).toSorted((a, b) => a.length - b.length)).toEqual([
        [],
        ["MARKET_KEY_TAKEN"],
        ["MARKET_KEY_TAKEN"],
      ]);
      expect(
        (await shop.subject.readMarkets()).map(({ key, isDefault }) => [key, isDefault]),
      ).toEqual([
        ["default", true],
        ["at", false],
      ]);
    });

    test("the default market is created once by several processes that start together, and does not change later", async () => {
      const opened = await Promise.all(
        ["USD", "CHF", "EUR"].map((currency) =>
          openTestMarket(shop.subject.unitOfWork, currency, "de", shop.ids),
        ),
      );

      expect(opened.map(({ currency, locales }) => [currency, ...locales].join(" "))).toEqual([
        "EUR en",
        "EUR en",
        "EUR en",
      ]);
      expect(await shop.subject.readMarkets()).toHaveLength(1);
    });

    test("the default market is created once, also when it has another key", async () => {
      const [home] = await shop.subject.readMarkets();
      made(
        await marketUpdate(needs())({ id: home?.id ?? "", changes: { key: "europe" } }, OPERATOR),
      );

      expect((await openTestMarket(shop.subject.unitOfWork, "USD", "de", shop.ids)).key).toBe(
        "europe",
      );
      expect(await shop.subject.readMarkets()).toHaveLength(1);
    });

    test("a country belongs to one market, also when two request it at the same time", async () => {
      const opened = await Promise.all([
        market({ key: "de", countries: ["DE", "AT"] }),
        market({ key: "at", countries: ["AT"] }),
      ]);
      expect(opened.map(codes).toSorted((a, b) => a.length - b.length)).toEqual([
        [],
        ["COUNTRY_TAKEN"],
      ]);

      const [, stored] = await shop.subject.readMarkets();
      made(
        await marketUpdate(needs())({ id: stored?.id ?? "", changes: { countries: [] } }, OPERATOR),
      );
      expect(codes(await market({ key: "third", countries: ["AT"] }))).toEqual([]);
    });

    test("a price list is not deleted while a market is being changed to use it", async () => {
      const francs = await list("francs", "CHF");
      const [opened, deleted] = await Promise.all([
        market({ key: "ch", priceListId: francs }),
        priceListDelete(needs())({ id: francs }, OPERATOR),
      ]);

      const [markets, lists] = [
        await shop.subject.readMarkets(),
        await shop.subject.priceListReads.all(),
      ];
      expect([codes(opened), codes(deleted)]).toEqual(
        lists.length === 1 ? [[], ["PRICE_LIST_IN_USE"]] : [["PRICE_LIST_NOT_FOUND"], []],
      );
      expect(markets.filter(({ priceList }) => priceList === francs)).toHaveLength(lists.length);
    });

    listPriceTests(shop);
    listAvailabilityTests(shop);
    priceListTests(shop);
    audienceTests(shop);
    quantityBreakTests(shop);
    priceFileTests(shop);
    chosenPriceTests(shop);
  });
};
