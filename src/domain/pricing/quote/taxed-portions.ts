import { compareText } from "../compare-text.js";
import { allocate } from "../rounding/allocate.js";
import { combinedRate } from "../tax/combined-rate.js";
import type { TaxTable } from "../tax/tax-table.js";
import type { ChargeTaxation } from "../tax/tax-zone.js";
import type { PricedItem } from "./priced-item.js";

/** What of a line, a delivery or a fee is taxed by one category. */
export interface TaxedPortion {
  readonly item: PricedItem;
  /** Minor units. */
  readonly amount: number;
  readonly taxCategory: string | null;
}

/**
 * The portions of lines and charges, in the order that decides ties: lines, then charges.
 * @param lines and charges in the order of their ids
 */
export const taxedPortions = (
  lines: readonly PricedItem[],
  charges: readonly PricedItem[],
  table: TaxTable,
): readonly TaxedPortion[] => {
  const rule = table.zone?.chargeTaxation ?? "OWN_CATEGORY";
  const categories = rule === "OWN_CATEGORY" ? [] : amountsByCategory(lines);
  return [
    ...lines.map((item) => whole(item, item.taxCategory)),
    ...charges.flatMap((charge) => chargePortions(charge, rule, categories, table)),
  ];
};

const whole = (item: PricedItem, taxCategory: string | null): TaxedPortion => ({
  item,
  amount: item.amount,
  taxCategory,
});

interface CategoryAmount {
  readonly category: string | null;
  amount: number;
}

/** What the lines of each category cost, sorted by category; that of untaxed lines first. */
const amountsByCategory = (lines: readonly PricedItem[]): readonly CategoryAmount[] => {
  const amounts = new Map<string | null, CategoryAmount>();
  for (const { taxCategory: category, amount } of lines) {
    const known = amounts.get(category);
    if (known) known.amount += amount;
    else amounts.set(category, { category, amount });
  }
  return [...amounts.values()].toSorted((a, b) => compareText(a.category ?? "", b.category ?? ""));
};

/** A charge that has no category is never taxed; one beside no lines is taxed by its own. */
const chargePortions = (
  charge: PricedItem,
  rule: ChargeTaxation,
  categories: readonly CategoryAmount[],
  table: TaxTable,
): readonly TaxedPortion[] => {
  const [first] = categories;
  if (charge.taxCategory === null || rule === "OWN_CATEGORY" || !first)
    return [whole(charge, charge.taxCategory)];
  if (rule === "HIGHEST_RATE") {
    const rateOf = ({ category }: CategoryAmount): number => combinedRate(table.taxesOn(category));
    const highest = categories.reduce((best, one) => (rateOf(one) > rateOf(best) ? one : best));
    return [whole(charge, highest.category)];
  }
  const weights = categories.map(({ amount }) => amount);
  if (weights.every((weight) => weight === 0)) return [whole(charge, charge.taxCategory)];
  return allocate(charge.amount, weights).flatMap((amount, index) =>
    amount === 0
      ? []
      : [{ item: charge, amount, taxCategory: categories[index]?.category ?? null }],
  );
};
