import type { TaxCategoryId } from "../../../domain/pricing/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxCategory, type TaxWriteStores } from "./lock-taxes.js";

/** Deletes a tax category without rates. Variants that name it are in the default one after that. */
export const taxCategoryDelete = change(
  mayWriteTaxes,
  async (
    target: Target,
    { stores }: Work<TaxWriteStores>,
  ): Promise<{ readonly deletedTaxCategoryId: TaxCategoryId }> => {
    const category = await lockTaxCategory(stores, target);
    category.delete(await stores.taxRates.countOfCategory(category.snapshot().key));
    await stores.taxCategories.remove(category);
    return { deletedTaxCategoryId: category.id };
  },
);
