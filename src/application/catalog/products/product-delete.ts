import type { ProductId } from "../../../domain/catalog/ids.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import { lockProduct, type EditStores } from "../product-edit/lock-products.js";
import { deleteProducts, markDeleted } from "./delete-products.js";

export interface ProductDeleted {
  readonly deletedProductId: ProductId;
}

/**
 * Deletes a product with its prices, its stock, its positions in collections and its redirects,
 * unless units of it are reserved.
 */
export const productDelete = change(
  mayWriteCatalog,
  async (target: Target, work: Work<EditStores>): Promise<ProductDeleted> => {
    const locked = await lockProduct(work.stores, target);
    await markDeleted(work.stores, locked);
    await deleteProducts(work, [locked]);
    return { deletedProductId: locked.product.id };
  },
);
