import type { Markets } from "../../application/pricing/ports.js";

/** The one market of a shop that has opened no others, as the settings describe it. */
export const defaultMarket = (currency: string, locale: string): Markets => ({
  all: async () => [{ key: "default", name: "Default", countries: [], currency, locales: [locale], pricesIncludeTax: true, priceList: null, isDefault: true }],
});
