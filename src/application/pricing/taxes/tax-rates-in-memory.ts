import type { TaxRateId } from "../../../domain/pricing/ids.js";
import type { TaxRateSnapshot } from "../../../domain/pricing/tax-settings/tax-rate-setting.js";
import type { TaxCategories, TaxRates, TaxZones } from "../ports/tax-stores.js";

/** What a change of one rate is decided on. */
export interface TaxRateStores {
  readonly taxZones: Pick<TaxZones, "all">;
  readonly taxCategories: Pick<TaxCategories, "all">;
  readonly taxRates: Pick<TaxRates, "get" | "of" | "count" | "save">;
}

/**
 * The stores with all taxes read at once, so that a bulk change takes one statement for each rate.
 * The taxes are locked.
 */
export const taxRatesInMemory = async (
  stores: TaxRateStores & { readonly taxRates: Pick<TaxRates, "all"> },
): Promise<TaxRateStores> => {
  const zones = await stores.taxZones.all();
  const categories = await stores.taxCategories.all();
  const rates = new Map<TaxRateId, TaxRateSnapshot>();
  for (const rate of await stores.taxRates.all()) rates.set(rate.id, rate);
  return {
    taxZones: { all: async () => zones },
    taxCategories: { all: async () => categories },
    taxRates: {
      get: (id) => stores.taxRates.get(id),
      count: async () => rates.size,
      of: async (zone, category) =>
        [...rates.values()].filter((rate) => rate.zone === zone && rate.category === category),
      async save(rate) {
        await stores.taxRates.save(rate);
        rates.set(rate.id, rate.snapshot());
      },
    },
  };
};
