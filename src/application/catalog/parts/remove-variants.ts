import { VariantInUse, VariantNotFound } from "../../../domain/catalog/errors.js";
import { findParts } from "../../../domain/catalog/find-parts.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface RemoveVariants extends Target {
  readonly variantIds: readonly string[];
}

/** Takes variants out of a product with their prices and their stock, provided that no unit of them is promised to a buyer. */
export const removeVariants = change(
  mayWriteCatalog,
  ({ variantIds, ...target }: RemoveVariants, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before, stock }) => {
      const problems = new Problems();
      const doomed = findParts(
        before.variants,
        variantIds,
        problems,
        (index) => ["variantIds", index],
        (id, place) => new VariantNotFound(id, place),
      );
      for (const { part, index } of doomed) {
        const promised = stock.get(part.id)?.snapshot().reserved ?? 0;
        if (promised > 0)
          problems.add(new VariantInUse(part.id, promised, ["variantIds", String(index)]));
      }
      const gone = new Set(doomed.map(({ part }) => part.id));
      return {
        content: { ...before, variants: before.variants.filter(({ id }) => !gone.has(id)) },
        problems,
      };
    }),
);
