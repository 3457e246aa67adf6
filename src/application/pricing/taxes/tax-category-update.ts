import type { TaxCategoryId } from "../../../domain/pricing/ids.js";
import type { TaxCategorySnapshot } from "../../../domain/pricing/tax-settings/tax-category-setting.js";
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
    /** Whether another default ceases to be one; otherwise it is in the way. */
    readonly replacesDefault?: boolean | null | undefined;
  };
}

/** Changes a tax category. Its key cannot be changed, because variants and rates name it. */
export const taxCategoryUpdate = change(
  mayWriteTaxes,
  async (
    { changes: { name, isDefault, replacesDefault }, ...target }: TaxCategoryUpdate,
    { stores, now }: Work<TaxWriteStores>,
  ): Promise<TaxCategoryEdited> => {
    const category = await lockTaxCategory(stores, target);
    const stored = category.snapshot();
    const found = await stores.taxCategories.all();
    const all =
      isDefault && replacesDefault ? await withoutDefault(stores, found, category.id, now) : found;
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

/** Makes another default an ordinary category. @returns the categories after that */
const withoutDefault = async (
  { taxCategories }: TaxWriteStores,
  all: readonly TaxCategorySnapshot[],
  id: TaxCategoryId,
  now: Date,
): Promise<readonly TaxCategorySnapshot[]> => {
  const former = all.find((one) => one.isDefault && one.id !== id);
  if (!former) return all;
  const category = await taxCategories.get(former.id);
  category.revise({ name: former.name, isDefault: false }, all, now);
  await taxCategories.save(category);
  return all.map((one) => (one === former ? category.snapshot() : one));
};
