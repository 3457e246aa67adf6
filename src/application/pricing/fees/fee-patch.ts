import { FeeInOtherCurrency } from "../../../domain/pricing/fees/errors.js";
import type { FeeAmount, FeeBasis, FeeContent } from "../../../domain/pricing/fees/fee-content.js";
import { TaxCategoryNotFound } from "../../../domain/pricing/tax-settings/errors.js";
import { Money } from "../../../domain/shared/money.js";
import { Problems } from "../../../domain/shared/problems.js";
import { patchedValue } from "../../shared/patch.js";
import type { FeeWriteStores } from "./lock-fee.js";

/** What a fee is in a currency, as it is entered: decimals. */
interface FeeAmountInput {
  readonly currency: string;
  readonly amount: string;
  readonly below?: string | null | undefined;
}

/** Changes to a fee. A list is the whole list; null clears a field. */
export interface FeePatch {
  readonly key?: string | null | undefined;
  /** Null: the key. */
  readonly name?: string | null | undefined;
  readonly per?: FeeBasis | null | undefined;
  readonly amounts?: readonly FeeAmountInput[] | null | undefined;
  readonly taxCategory?: string | null | undefined;
  readonly position?: number | null | undefined;
  readonly isActive?: boolean | null | undefined;
}

/**
 * The content after a patch.
 * @throws Refused with InvalidAmount, UnknownCurrency, FeeInOtherCurrency, TaxCategoryNotFound
 */
export const patchedFee = async (
  stores: FeeWriteStores,
  patch: FeePatch,
  stored: FeeContent,
): Promise<FeeContent> => {
  const problems = new Problems();
  const key = patch.key ?? stored.key;
  const taxCategory = patchedValue(patch.taxCategory, stored.taxCategory, null);
  const amounts = patch.amounts ? amountsOf(patch.amounts, problems) : stored.amounts;
  if (taxCategory !== null && taxCategory !== stored.taxCategory) {
    const categories = await stores.taxCategories.all();
    if (!categories.some((category) => category.key === taxCategory))
      problems.add(new TaxCategoryNotFound(taxCategory, ["taxCategory"]));
  }
  if (patch.amounts) await checkCurrencies(stores, amounts, problems);
  problems.throwIfAny();
  return {
    key,
    name: patchedValue(patch.name, stored.name, key),
    kind: stored.kind,
    per: patch.per ?? stored.per,
    amounts,
    taxCategory,
    position: patch.position ?? stored.position,
    isActive: patch.isActive ?? stored.isActive,
  };
};

const amountsOf = (amounts: readonly FeeAmountInput[], problems: Problems): readonly FeeAmount[] =>
  amounts.map(({ currency, amount, below }, index) => {
    const parsed = (raw: string, field: string): number =>
      problems.collect(
        () => Money.parse(raw, currency).minorUnits,
        "amounts",
        String(index),
        field,
      ) ?? 0;
    return {
      currency,
      amount: parsed(amount, "amount"),
      below: below == null ? null : parsed(below, "below"),
    };
  });

const checkCurrencies = async (
  { markets }: FeeWriteStores,
  amounts: readonly FeeAmount[],
  problems: Problems,
): Promise<void> => {
  const sold = [...new Set((await markets.all()).map(({ currency }) => currency))].toSorted();
  for (const [index, { currency }] of amounts.entries())
    if (!sold.includes(currency))
      problems.add(new FeeInOtherCurrency(currency, sold, ["amounts", String(index), "currency"]));
};
