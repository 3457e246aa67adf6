import {
  TaxCategoryNotFound,
  TaxZoneNotFound,
} from "../../../domain/pricing/tax-settings/errors.js";
import { parsePercentage } from "../../../domain/pricing/tax/parse-percentage.js";
import type { TaxRate } from "../../../domain/pricing/tax/tax-rate.js";
import { Problems } from "../../../domain/shared/problems.js";
import type { TaxRateStores } from "./tax-rates-in-memory.js";

/** Changes to a rate. A field that is left out stays. */
export interface TaxRatePatch {
  /** The key of the zone. */
  readonly zone?: string | null | undefined;
  /** The key of the category. */
  readonly category?: string | null | undefined;
  readonly tax?: string | null | undefined;
  /** A percentage with at most four decimals: `9.975`. */
  readonly percentage?: string | null | undefined;
  readonly isCompound?: boolean | null | undefined;
  /** Null: always was. */
  readonly from?: Date | null | undefined;
  /** Null: without end. */
  readonly until?: Date | null | undefined;
}

/**
 * @param stored null for a new rate
 * @throws Refused with TaxZoneNotFound, TaxCategoryNotFound, InvalidTaxRate
 */
export const taxRateContent = async (
  stores: Pick<TaxRateStores, "taxZones" | "taxCategories">,
  patch: TaxRatePatch,
  stored: TaxRate | null,
): Promise<TaxRate> => {
  const problems = new Problems();
  const { percentage } = patch;
  const [zone, category] = [
    patch.zone ?? stored?.zone ?? "",
    patch.category ?? stored?.category ?? "",
  ];
  if (zone !== stored?.zone && !hasKey(await stores.taxZones.all(), zone))
    problems.add(new TaxZoneNotFound(zone, ["zone"]));
  if (category !== stored?.category && !hasKey(await stores.taxCategories.all(), category))
    problems.add(new TaxCategoryNotFound(category, ["category"]));
  const partsPerMillion =
    percentage == null
      ? (stored?.partsPerMillion ?? 0)
      : (problems.collect(() => parsePercentage(percentage, ["percentage"])) ?? 0);
  problems.throwIfAny();
  return {
    zone,
    category,
    tax: patch.tax ?? stored?.tax ?? "",
    partsPerMillion,
    isCompound: patch.isCompound ?? stored?.isCompound ?? false,
    from: patch.from === undefined ? (stored?.from ?? null) : patch.from,
    until: patch.until === undefined ? (stored?.until ?? null) : patch.until,
  };
};

const hasKey = (settings: readonly { readonly key: string }[], key: string): boolean =>
  settings.some((one) => one.key === key);

/** The path in a command of a path in a rate: commands call the rate its `percentage`. */
export const toTaxRatePath = (path: readonly string[]): readonly string[] =>
  path.map((step) => (step === "rate" ? "percentage" : step));
