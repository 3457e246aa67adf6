import { reorderOptions } from "../../../domain/catalog/options/reorder-options.js";
import { withPath } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";

interface ProductOptionsReorder extends Target {
  /** In the new order. Options that are left out keep their order and follow. */
  readonly names: readonly string[];
}

/** Changes the order of the options of a product. The values of its variants follow. */
export const productOptionsReorder = change(
  mayWriteCatalog,
  ({ names, ...target }: ProductOptionsReorder, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => ({
      content: {
        ...before,
        ...withPath(
          (path) => ["names", ...path],
          () => reorderOptions(before, names),
        ),
      },
    })),
);
