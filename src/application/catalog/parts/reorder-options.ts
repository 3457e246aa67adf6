import { reorderOptions as inNewOrder } from "../../../domain/catalog/edit-options.js";
import { placedNow } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { editProduct, type ProductEdited } from "../products/edit-product.js";
import type { EditStores, Target } from "../products/take-products.js";

export interface ReorderOptions extends Target {
  /** In the new order; those that are left out keep theirs behind them. */
  readonly names: readonly string[];
}

/** Puts what buyers choose by in order; the values of variants follow. */
export const reorderOptions = change(
  mayWriteCatalog,
  ({ names, ...target }: ReorderOptions, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => ({
      content: {
        ...before,
        ...placedNow(
          (path) => ["names", ...path],
          () => inNewOrder(before, names),
        ),
      },
    })),
);
