import { describe, expect, test } from "vitest";
import { chooseMarket } from "../../../src/application/pricing/markets/choose-market.js";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import { priceListOf } from "../../../src/application/shared/shopping-context.js";
import type { AimedPriceList } from "../../../src/domain/pricing/aimed-price-list.js";
import { id } from "../../../src/domain/shared/id.js";
import { GUEST, OPERATOR } from "../../../src/application/shared/viewer.js";

const EVER = {
  currency: "EUR",
  isReady: true,
  validFrom: null,
  validUntil: null,
  market: null,
  customerGroup: null,
};

describe("the shopping context of a request", () => {
  let now = new Date("2026-01-01T12:00:00.000Z");
  const market = (
    key: string,
    locales: readonly string[],
    isDefault: boolean,
    priceList: string | null = null,
    priceLists: readonly Partial<AimedPriceList>[] = [],
  ) =>
    ({
      id: `market_${key}`,
      key,
      locales,
      isDefault,
      currency: "EUR",
      priceList,
      priceLists: priceLists.map((list) => ({ ...EVER, ...list })),
    }) as unknown as MarketView;
  const choose = chooseMarket({
    markets: {
      all: async () => [
        market("default", ["en", "de"], true),
        market("at", ["de", "en"], false, "pricelist_at", [
          { id: id("pricelist_at"), key: "at" },
          {
            id: id("pricelist_sale"),
            key: "sale",
            market: id("market_at"),
            validFrom: new Date("2026-01-01T12:00:01.000Z"),
            validUntil: new Date("2026-01-01T12:00:03.000Z"),
          },
        ]),
      ],
    },
    clock: { now: () => now },
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

  test("has a price list with a window from its first to before its last second, before that of the market", async () => {
    const listsAt = async (time: string) => {
      now = new Date(`2026-01-01T${time}Z`);
      const { shoppingContext } = await choose({ market: "at", locale: null }, GUEST);
      return shoppingContext.priceLists.length;
    };

    expect(await listsAt("12:00:00.999")).toBe(1);
    expect(await listsAt("12:00:01.000")).toBe(2);
    const { shoppingContext } = await choose({ market: "at", locale: null }, GUEST);
    expect(shoppingContext.priceLists).toEqual(["pricelist_sale", "pricelist_at"]);
    expect(shoppingContext.moment).toEqual(now);
    expect(await listsAt("12:00:02.999")).toBe(2);
    expect(await listsAt("12:00:03.000")).toBe(1);
  });

  test("has the channel WEB for guests and STAFF for others", async () => {
    const channelOf = async (viewer: typeof GUEST) =>
      (await choose({ market: null, locale: null }, viewer)).shoppingContext.salesChannel;

    expect([await channelOf(GUEST), await channelOf(OPERATOR)]).toEqual(["WEB", "STAFF"]);
  });
});
