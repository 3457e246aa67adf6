import { describe, expect, test } from "vitest";
import { chooseMarket } from "../../../src/application/pricing/markets/choose-market.js";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import { priceListOf } from "../../../src/application/shared/shopping-context.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";

describe("the shopping context of a request", () => {
  const market = (
    key: string,
    locales: readonly string[],
    isDefault: boolean,
    priceList: string | null = null,
  ) => ({ key, locales, isDefault, currency: "EUR", priceList }) as unknown as MarketView;
  const choose = chooseMarket({
    markets: {
      all: async () => [
        market("default", ["en", "de"], true),
        market("at", ["de", "en"], false, "pricelist_at"),
      ],
    },
  });
  const chosen = async (key: string | null, locale: string | null) => {
    const found = await choose({ market: key, locale }, GUEST);
    return [found.locale, found.shoppingContext.locale];
  };

  test("has by default the first language of the market, translated unless the catalogue is written in it", async () => {
    expect(await chosen(null, null)).toEqual(["en", null]);
    expect(await chosen("at", null)).toEqual(["de", "de"]);
    expect(await chosen("at", "EN")).toEqual(["en", null]);
    expect(await chosen(null, "de")).toEqual(["de", "de"]);
  });

  test("has the price lists of the market in order, and none for the own prices of the variants", async () => {
    const { shoppingContext: own } = await choose({ market: null, locale: null }, GUEST);
    const { shoppingContext: listed } = await choose({ market: "at", locale: null }, GUEST);

    expect([own.priceLists, priceListOf(own)]).toEqual([[], null]);
    expect([listed.priceLists, priceListOf(listed)]).toEqual([["pricelist_at"], "pricelist_at"]);
  });

  test("has the channel WEB for guests and STAFF for others", async () => {
    const channelOf = async (viewer: typeof GUEST) =>
      (await choose({ market: null, locale: null }, viewer)).shoppingContext.salesChannel;

    expect([await channelOf(GUEST), await channelOf(OPERATOR)]).toEqual(["WEB", "STAFF"]);
  });
});
