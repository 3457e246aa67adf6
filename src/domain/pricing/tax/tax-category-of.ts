import type { TaxCategory } from "./tax-category.js";

/** What a variant says of its taxes. */
export interface TaxedVariant {
  readonly taxable: boolean;
  /** The key of a category, in any case. */
  readonly taxCode: string | null;
}

/**
 * The key of the category of a variant: the one that its tax code names, otherwise the default of
 * the shop; null for one that is never taxed.
 */
export const taxCategoryOf = (
  { taxable, taxCode }: TaxedVariant,
  categories: readonly TaxCategory[],
): string | null => {
  if (!taxable) return null;
  return (named(taxCode, categories) ?? categories.find(({ isDefault }) => isDefault))?.key ?? null;
};

/** Whether a tax code names no category of a shop that has categories. */
export const isUnknownTaxCode = (
  taxCode: string | null,
  categories: readonly TaxCategory[],
): boolean => taxCode !== null && categories.length > 0 && !named(taxCode, categories);

const named = (
  taxCode: string | null,
  categories: readonly TaxCategory[],
): TaxCategory | undefined => {
  const key = taxCode?.trim().toLowerCase();
  return categories.find((category) => category.key === key);
};
