import { describe, expect, test } from "vitest";
import { chooseMarket } from "../../../src/application/pricing/markets/choose-market.js";
import type { MarketView } from "../../../src/application/pricing/ports/markets.js";
import { GUEST } from "../../../src/application/shared/viewer.js";

describe("the language of a request", () => {
  const market = (key: string, locales: readonly string[], isDefault: boolean) =>
    ({ key, locales, isDefault, currency: "EUR", priceList: null }) as unknown as MarketView;
  const chosen = async (key: string | null, locale: string | null) => {
    const markets = {
      all: async () => [market("default", ["en", "de"], true), market("at", ["de", "en"], false)],
    };
    const found = await chooseMarket({ markets })({ market: key, locale }, GUEST);
    return [found.locale, found.shoppingContext.locale];
  };

  test("is by default the first one of the market, and is translated unless the catalogue is written in it", async () => {
    expect(await chosen(null, null)).toEqual(["en", null]);
    expect(await chosen("at", null)).toEqual(["de", "de"]);
    expect(await chosen("at", "EN")).toEqual(["en", null]);
    expect(await chosen(null, "de")).toEqual(["de", "de"]);
  });
});
