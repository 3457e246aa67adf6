import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductEdited } from "../product-edit/edit-product.js";
import type { EditNeeds, EditStores } from "../product-edit/lock-products.js";
import { addProduct } from "./add-product.js";
import type { ProductInput } from "./product-input.js";

interface ProductCreate {
  readonly product: ProductInput;
}

/**
 * Creates a product with its options, variants, prices, stock and images. The shop does not show it
 * before it is published.
 */
export const productCreate = change(
  mayWriteCatalog,
  async (
    { product }: ProductCreate,
    work: Work<EditStores>,
    needs: EditNeeds,
  ): Promise<ProductEdited> => {
    const created = await withPathAsync(inProduct, () => addProduct(product, work, needs));
    return {
      ...created,
      warnings: created.warnings.map((warning) => ({ ...warning, path: inProduct(warning.path) })),
    };
  },
);

const inProduct = (path: readonly string[]): readonly string[] => ["product", ...path];
