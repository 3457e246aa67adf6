import { removeOption } from "../../../domain/catalog/options/remove-option.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";

interface ProductOptionRemove extends Target {
  readonly name: string;
}

/** Removes an option from a product, unless two variants differ in this option only. */
export const productOptionRemove = change(
  mayWriteCatalog,
  ({ name, ...target }: ProductOptionRemove, work: Work<EditStores>): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => ({
      content: { ...before, ...removeOption(before, name) },
      toCommandPath: () => ["name"],
    })),
);
