import { findByIds } from "../../../domain/catalog/find-by-ids.js";
import { VariantInUse, VariantNotFound } from "../../../domain/catalog/variants/errors.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";

interface ProductVariantsRemove extends Target {
  readonly variantIds: readonly string[];
}

/**
 * Removes variants from a product with their prices and their stock, unless units of them are
 * promised to buyers.
 */
export const productVariantsRemove = change(
  mayWriteCatalog,
  (
    { variantIds, ...target }: ProductVariantsRemove,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    editProduct(work, target, async ({ before }) => {
      const problems = new Problems();
      const found = findByIds(
        before.variants,
        variantIds,
        problems,
        (index) => ["variantIds", index],
        (id, path) => new VariantNotFound(id, path),
      );
      const promisedUnits = await work.stores.stockItems.lockPromised(
        found.map(({ item }) => item.id),
      );
      for (const { item, index } of found) {
        const promised = promisedUnits.get(item.id) ?? 0;
        if (promised > 0)
          problems.add(new VariantInUse(item.id, promised, ["variantIds", String(index)]));
      }
      const removed = new Set(found.map(({ item }) => item.id));
      return {
        content: { ...before, variants: before.variants.filter(({ id }) => !removed.has(id)) },
        problems,
      };
    }),
);
