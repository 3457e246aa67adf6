import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxCategory, type TaxWriteStores } from "./lock-taxes.js";
import type { TaxCategoryEdited } from "./tax-category-create.js";

interface TaxCategoryUpdate extends Target {
  readonly changes: {
    /** Null: the key. */
    readonly name?: string | null | undefined;
    readonly isDefault?: boolean | null | undefined;
  };
}

/** Changes a tax category. Its key cannot be changed, because variants and rates name it. */
export const taxCategoryUpdate = change(
  mayWriteTaxes,
  async (
    { changes: { name, isDefault }, ...target }: TaxCategoryUpdate,
    { stores, now }: Work<TaxWriteStores>,
  ): Promise<TaxCategoryEdited> => {
    const category = await lockTaxCategory(stores, target);
    const stored = category.snapshot();
    const all = await stores.taxCategories.all();
    const hasChanged = await withPathAsync(
      (path) => ["changes", ...path],
      () =>
        category.revise(
          {
            name: name === null ? stored.key : (name ?? stored.name),
            isDefault: isDefault ?? stored.isDefault,
          },
          all,
          now,
        ),
    );
    await stores.taxCategories.save(category);
    return { taxCategoryId: category.id, warnings: hasChanged ? [] : [nothingChanged()] };
  },
);
