import { TooManyOfAKind } from "../../../domain/pricing/errors.js";
import type { TaxCategoryId } from "../../../domain/pricing/ids.js";
import { TaxCategorySetting } from "../../../domain/pricing/tax-settings/tax-category-setting.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Ids } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import { mayWriteTaxes } from "../ports/permissions.js";
import { lockTaxes, type TaxWriteStores } from "./lock-taxes.js";

/** Every quote reads all of them. */
export const MAX_TAX_CATEGORIES = 50;

interface TaxCategoryCreate {
  readonly taxCategory: {
    readonly key: string;
    /** The key when left out. */
    readonly name?: string | null | undefined;
    /** Left out: only for the first category of the shop. */
    readonly isDefault?: boolean | null | undefined;
  };
}

/** The result of a change of a tax category. Plain JSON. */
export interface TaxCategoryEdited {
  readonly taxCategoryId: TaxCategoryId;
  readonly warnings: readonly Warning[];
}

/** Creates a tax category. Variants name it by its key, as their tax code. */
export const taxCategoryCreate = change(
  mayWriteTaxes,
  (
    { taxCategory: { key, name, isDefault } }: TaxCategoryCreate,
    { stores, now }: Work<TaxWriteStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<TaxCategoryEdited> =>
    withPathAsync(
      (path) => ["taxCategory", ...path],
      async () => {
        await lockTaxes(stores);
        const all = await stores.taxCategories.all();
        const content = { key, name: name ?? key, isDefault: isDefault ?? all.length === 0 };
        const category = TaxCategorySetting.create(ids.next("taxcategory"), content, all, now);
        if (all.length >= MAX_TAX_CATEGORIES)
          throw new TooManyOfAKind("tax categories", all.length + 1, MAX_TAX_CATEGORIES);
        await stores.taxCategories.save(category);
        return { taxCategoryId: category.id, warnings: [] };
      },
    ),
);
