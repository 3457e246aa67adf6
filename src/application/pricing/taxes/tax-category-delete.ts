import type { TaxCategoryId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxCategory, type TaxWriteStores } from "./lock-taxes.js";

const MOST_NAMES = 5;

/** Deletes a tax category without rates that no fee, delivery option or variant names. */
export const taxCategoryDelete = change(
  mayWriteTaxes,
  async (
    target: Target,
    { stores }: Work<TaxWriteStores>,
  ): Promise<{ readonly deletedTaxCategoryId: TaxCategoryId }> => {
    const category = await lockTaxCategory(stores, target);
    const { key } = category.snapshot();
    category.delete(
      await stores.taxRates.countOfCategory(key),
      await stores.taxCategories.usesOf(key, MOST_NAMES),
    );
    await stores.taxCategories.remove(category);
    return { deletedTaxCategoryId: category.id };
  },
);
