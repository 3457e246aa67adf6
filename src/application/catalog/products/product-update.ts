import type { FieldChange } from "../../../domain/catalog/products/field-change.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { type Warning, nothingChanged } from "../../shared/warning.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editLocked, type ProductEdited } from "../product-edit/edit-product.js";
import { lockProduct, type EditStores, type LockedProduct } from "../product-edit/lock-products.js";
import { applyProductPatch, type ProductPatch } from "./product-patch.js";
import { catalogWarning } from "../ports/warnings.js";

export interface ProductUpdate extends Target {
  readonly changes: ProductPatch;
}

/** Changes texts and properties of a product. */
export const productUpdate = change(
  mayWriteCatalog,
  async (command: ProductUpdate, work: Work<EditStores>): Promise<ProductEdited> =>
    updateLocked(await lockProduct(work.stores, command), command, work),
);

/** @throws Refused, SlugTaken, StaleVersion */
export const updateLocked = async (
  locked: LockedProduct,
  { changes }: ProductUpdate,
  work: Work<EditStores>,
): Promise<ProductEdited> => {
  const edited = await editLocked(work, locked, ({ before }) => ({
    content: applyProductPatch(before, changes),
    toCommandPath: (path) => ["changes", ...path],
  }));
  return { ...edited, warnings: [...edited.warnings, ...warningsOf(edited.changes)] };
};

const warningsOf = (changes: readonly FieldChange[]): readonly Warning[] => {
  if (changes.length === 0) return [nothingChanged()];
  return changes.some(({ path }) => path === "slug")
    ? [
        catalogWarning(
          "OLD_SLUG_REDIRECTED",
          "Requests for the old slug are redirected to the new one.",
          ["changes", "slug"],
        ),
      ]
    : [];
};
