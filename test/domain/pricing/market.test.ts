import { describe, expect, test } from "vitest";
import { DEFAULT_CHECKOUT_TERMS } from "../../../src/domain/pricing/markets/market-checkout-terms.js";
import { DEFAULT_TAX_TERMS } from "../../../src/domain/pricing/markets/market-tax-terms.js";
import { Market, type MarketContent } from "../../../src/domain/pricing/markets/market.js";
import { PriceList } from "../../../src/domain/pricing/price-list.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { id } from "../../../src/domain/shared/id.js";
import type { MarketId, PriceListId } from "../../../src/domain/pricing/ids.js";

const NOW = new Date("2026-01-01T12:00:00.000Z");
const LATER = new Date("2026-02-01T12:00:00.000Z");
const ID = id<MarketId>("market_01h00000000000000000000001");
const LIST = id<PriceListId>("pricelist_01h00000000000000000000001");

const francs = (isReady = true) =>
  PriceList.restore({
    id: LIST,
    key: "francs",
    name: "Francs",
    currency: "CHF",
    validFrom: null,
    validUntil: null,
    market: null,
    customerGroup: null,
    isReady,
    fallbacks: [],
    version: 1,
    createdAt: NOW,
    updatedAt: NOW,
  }).snapshot();
const swiss: MarketContent = {
  key: "ch",
  name: "Switzerland",
  countries: ["CH", "LI"],
  currency: "CHF",
  locales: ["de-CH", "fr-CH"],
  pricesIncludeTax: true,
  showsLowestPrice: false,
  priceList: LIST,
  ...DEFAULT_TAX_TERMS,
  ...DEFAULT_CHECKOUT_TERMS,
};
const TERMS = { baseCurrency: "EUR", priceList: francs() };

const refusals = (open: () => unknown): unknown[] => {
  try {
    open();
  } catch (error) {
    return errorsOf(error).map(({ code, path }) => [code, ...path].join(" "));
  }
  return [];
};

describe("a market", () => {
  test("is created with countries and languages in canonical form and without duplicates", () => {
    const market = Market.open(
      ID,
      { ...swiss, countries: ["ch", "CH", "li"], locales: ["DE-ch", "de-CH", "fr"] },
      TERMS,
      NOW,
    );

    expect(market.snapshot()).toMatchObject({
      countries: ["CH", "LI"],
      locales: ["de-CH", "fr"],
      isDefault: false,
      version: 1,
    });
    expect(market.pullEvents()).toEqual([
      { type: "pricing.market-created", marketId: ID, version: 1 },
    ]);
  });

  test("reports all errors of its content at once", () => {
    const content = {
      ...swiss,
      key: "Swiss!",
      name: " ",
      countries: ["CH", "XX"],
      locales: ["de", "no language"],
    };

    expect(refusals(() => Market.open(ID, content, TERMS, NOW))).toEqual([
      "INVALID_KEY key",
      "INVALID_TEXT name",
      "UNKNOWN_COUNTRY countries 1",
      "INVALID_LOCALE locales 1",
    ]);
    expect(refusals(() => Market.open(ID, { ...swiss, locales: [] }, TERMS, NOW))).toEqual([
      "NO_LOCALES locales",
    ]);
    expect(refusals(() => Market.open(ID, { ...swiss, currency: "XYZ" }, TERMS, NOW))).toEqual([
      "UNKNOWN_CURRENCY currency",
      "PRICE_LIST_CURRENCY_MISMATCH priceListId",
    ]);
  });

  test("sells in the currency of its price list, and needs one if its currency is not the base currency", () => {
    expect(refusals(() => Market.open(ID, { ...swiss, currency: "EUR" }, TERMS, NOW))).toEqual([
      "PRICE_LIST_CURRENCY_MISMATCH priceListId",
    ]);
    expect(
      refusals(() =>
        Market.open(ID, { ...swiss, priceList: null }, { ...TERMS, priceList: null }, NOW),
      ),
    ).toEqual(["PRICE_LIST_REQUIRED priceListId"]);
    expect(
      refusals(() =>
        Market.open(
          ID,
          { ...swiss, currency: "EUR", priceList: null },
          { ...TERMS, priceList: null },
          NOW,
        ),
      ),
    ).toEqual([]);
  });

  test("cannot use a price list that is not ready", () => {
    expect(
      refusals(() => Market.open(ID, swiss, { ...TERMS, priceList: francs(false) }, NOW)),
    ).toEqual(["PRICE_LIST_NOT_READY priceListId"]);
  });

  test("records an update only if something changed", () => {
    const market = Market.open(ID, swiss, TERMS, NOW);
    market.pullEvents();

    expect(market.revise({ ...swiss, countries: ["CH", "LI", "ch"] }, TERMS, LATER)).toBe(false);
    expect(market.revise({ ...swiss, name: "Schweiz" }, TERMS, LATER)).toBe(true);
    expect(market.snapshot()).toMatchObject({ name: "Schweiz", version: 2, updatedAt: LATER });
    expect(market.pullEvents()).toEqual([
      { type: "pricing.market-updated", marketId: ID, version: 2 },
    ]);
  });
});

describe("the default market", () => {
  const home = () => Market.openDefault(ID, { currency: "EUR", locale: "en" }, NOW);

  test("keeps the base currency and the language of the catalogue, and cannot be deleted", () => {
    const market = home();
    const content = market.snapshot();

    expect(
      refusals(() => market.revise({ ...content, currency: "CHF", priceList: LIST }, TERMS, LATER)),
    ).toEqual(["DEFAULT_MARKET_FIXED currency"]);
    expect(
      refusals(() =>
        market.revise({ ...content, locales: ["de", "en"] }, { ...TERMS, priceList: null }, LATER),
      ),
    ).toEqual(["DEFAULT_MARKET_FIXED locales 0"]);
    expect(refusals(() => market.close())).toEqual(["DEFAULT_MARKET_FIXED id"]);
  });

  test("can have more languages, countries, and another name and key", () => {
    const market = home();
    const { isDefault: _, ...content } = market.snapshot();

    expect(
      market.revise(
        {
          ...content,
          key: "europe",
          name: "Europe",
          countries: ["DE", "FR"],
          locales: ["en", "de"],
        },
        { ...TERMS, priceList: null },
        LATER,
      ),
    ).toBe(true);
    expect(market.snapshot()).toMatchObject({
      key: "europe",
      locales: ["en", "de"],
      isDefault: true,
    });
  });
});
