import { VariantNotFound } from "../../../domain/catalog/errors.js";
import { inOrder } from "../../../domain/catalog/in-order.js";
import { Problems } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface ReorderVariants extends Target {
  /** In the new order; those that are left out keep theirs behind them. */
  readonly variantIds: readonly string[];
}

/** Puts the variants of a product in order. */
export const reorderVariants = change(
  mayWriteCatalog,
  ({ variantIds, ...target }: ReorderVariants, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const variants = inOrder(
        before.variants,
        variantIds,
        problems,
        (index) => ["variantIds", index],
        (id, place) => new VariantNotFound(id, place),
      );
      return { content: { ...before, variants }, problems };
    }),
);
