import { OPERATOR } from "../src/application/shared/viewer.js";
import type { App } from "../src/interface/app.js";
import { accepted } from "./accepted.js";

/** The category of what the demo sells and of its delivery. */
export const DEMO_TAX_CATEGORY = "demo-goods";

const ZONE = { key: "demo-switzerland", name: "Switzerland", countries: ["CH", "LI"] };
const CATEGORY = { key: DEMO_TAX_CATEGORY, name: "Goods" };
const RATES = [{ tax: "VAT", percentage: "8.1" }];
const ALL = { size: 100, direction: "forward", after: null, before: null } as const;

/** The tax of the second market, so that there is something to explain about its prices. */
export const demoTaxes = ({ pricing }: Pick<App, "pricing">) => {
  const category = async () => (await pricing.taxCategories.byKey([CATEGORY.key], OPERATOR))[0];
  const zone = async () => (await pricing.taxZones.byKey([ZONE.key], OPERATOR))[0];
  const rates = async () =>
    (await pricing.taxRates.list({ filter: { zone: ZONE.key }, page: ALL }, OPERATOR)).items.map(
      ({ item }) => item,
    );

  return {
    /** Creates what is missing. */
    open: async (): Promise<void> => {
      const { countries, ...names } = ZONE;
      const areas = countries.map((country) => ({ country }));
      if (!(await category()))
        accepted(await pricing.taxCategoryCreate({ taxCategory: CATEGORY }, OPERATOR));
      if (!(await zone()))
        accepted(await pricing.taxZoneCreate({ taxZone: { ...names, areas } }, OPERATOR));
      const known = await rates();
      for (const rate of RATES.filter(({ tax }) => !known.some((one) => one.tax === tax)))
        accepted(
          await pricing.taxRateCreate(
            { taxRate: { zone: ZONE.key, category: CATEGORY.key, ...rate } },
            OPERATOR,
          ),
        );
    },

    /** Deletes the zone with its rates, and the category unless rates of other zones use it. */
    close: async (): Promise<void> => {
      for (const { id } of await rates()) accepted(await pricing.taxRateDelete({ id }, OPERATOR));
      const [oldZone, oldCategory] = [await zone(), await category()];
      if (oldZone) accepted(await pricing.taxZoneDelete({ id: oldZone.id }, OPERATOR));
      if (oldCategory) await pricing.taxCategoryDelete({ id: oldCategory.id }, OPERATOR);
    },
  };
};
