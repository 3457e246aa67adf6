import { compareText } from "../../../domain/pricing/compare-text.js";
import { percentage } from "../../../domain/pricing/tax/percentage.js";
import type { Page, PageRequest } from "../../shared/page.js";
import { useCase } from "../../shared/use-case.js";
import { mayReadTaxes } from "../ports/permissions.js";
import type { TaxCategoryView, TaxRateView, TaxReads, TaxZoneView } from "../ports/tax-reads.js";
import { areaText } from "./area-text.js";
import type { TaxField } from "./tax-file.js";

type ExportedRate = Readonly<Record<TaxField, string>>;

/**
 * Exports the tax rates with their zones and categories, by zone, category, tax and start. A zone or
 * a category without a rate has a row of its own.
 */
export const exportTaxRates = useCase(
  mayReadTaxes,
  ({ taxReads }: { readonly taxReads: TaxReads }) =>
    async (_: Record<never, never>): Promise<AsyncIterable<ExportedRate>> => {
      const [zones, categories, rates] = [
        await all((page) => taxReads.zones.list(page)),
        await all((page) => taxReads.categories.list(page)),
        await all((page) => taxReads.rates.list({}, page)),
      ];
      return rows(zones, categories, rates.toSorted(byZoneCategoryAndStart));
    },
);

const all = async <View>(
  list: (page: PageRequest) => Promise<Page<View>>,
): Promise<readonly View[]> => {
  const found: View[] = [];
  for (let after: string | null = null; ;) {
    const { items, hasNextPage } = await list({
      size: 500,
      direction: "forward",
      after,
      before: null,
    });
    found.push(...items.map(({ item }) => item));
    if (!hasNextPage) return found;
    after = items.at(-1)?.cursor ?? null;
  }
};

const byZoneCategoryAndStart = (a: TaxRateView, b: TaxRateView): number =>
  compareText(a.zone, b.zone) ||
  compareText(a.category, b.category) ||
  compareText(a.tax, b.tax) ||
  startOf(a) - startOf(b);

const startOf = ({ from }: TaxRateView): number => from?.getTime() ?? -8.64e15;

async function* rows(
  zones: readonly TaxZoneView[],
  categories: readonly TaxCategoryView[],
  rates: readonly TaxRateView[],
): AsyncGenerator<ExportedRate> {
  const zoneOf = new Map(zones.map((zone) => [zone.key, zoneCells(zone)]));
  const categoryOf = new Map(categories.map((one) => [one.key, categoryCells(one)]));
  for (const rate of rates)
    yield {
      ...BLANK,
      ...zoneOf.get(rate.zone),
      ...categoryOf.get(rate.category),
      zone: rate.zone,
      category: rate.category,
      tax: rate.tax,
      percentage: percentage(rate.partsPerMillion),
      isCompound: flagText(rate.isCompound),
      from: timeText(rate.from),
      until: timeText(rate.until),
    };
  const [used, usedCategories] = [
    new Set(rates.map(({ zone }) => zone)),
    new Set(rates.map(({ category }) => category)),
  ];
  for (const [key, cells] of zoneOf) if (!used.has(key)) yield { ...BLANK, ...cells };
  for (const [key, cells] of categoryOf) if (!usedCategories.has(key)) yield { ...BLANK, ...cells };
}

const BLANK: ExportedRate = {
  zone: "",
  zoneName: "",
  areas: "",
  chargeTaxation: "",
  category: "",
  categoryName: "",
  isDefault: "",
  tax: "",
  percentage: "",
  isCompound: "",
  from: "",
  until: "",
};

const zoneCells = ({ key, name, areas, chargeTaxation }: TaxZoneView) => ({
  zone: key,
  zoneName: name,
  areas: areaText(areas),
  chargeTaxation,
});

const categoryCells = ({ key, name, isDefault }: TaxCategoryView) => ({
  category: key,
  categoryName: name,
  isDefault: flagText(isDefault),
});

const flagText = (flag: boolean): string => (flag ? "TRUE" : "FALSE");

/** A date, or with a time in UTC if it is not midnight. */
const timeText = (time: Date | null): string =>
  time?.toISOString().replace("T00:00:00.000Z", "") ?? "";
