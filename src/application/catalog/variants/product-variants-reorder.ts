import { reorder } from "../../../domain/catalog/reorder.js";
import { VariantNotFound } from "../../../domain/catalog/variants/errors.js";
import { Problems } from "../../../domain/shared/problems.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { editProduct, type ProductEdited } from "../product-edit/edit-product.js";
import type { EditStores } from "../product-edit/lock-products.js";

interface ProductVariantsReorder extends Target {
  /** In the new order. Variants that are left out keep their order and follow. */
  readonly variantIds: readonly string[];
}

/** Changes the order of the variants of a product. */
export const productVariantsReorder = change(
  mayWriteCatalog,
  (
    { variantIds, ...target }: ProductVariantsReorder,
    work: Work<EditStores>,
  ): Promise<ProductEdited> =>
    editProduct(work, target, ({ before }) => {
      const problems = new Problems();
      const variants = reorder(
        before.variants,
        variantIds,
        problems,
        (index) => ["variantIds", index],
        (id, path) => new VariantNotFound(id, path),
      );
      return { content: { ...before, variants }, problems };
    }),
);
