import { inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import {
  lockedProduct,
  lockTargets,
  type EditStores,
  type LockedProduct,
} from "../product-edit/lock-products.js";
import { deleteProducts, markDeleted } from "./delete-products.js";
import type { ProductDeleted } from "./product-delete.js";

/** Deletes many products. A product that is named twice is not found the second time. */
export const productsDelete = change(
  mayWriteCatalog,
  async (command: Bulk<Target>, work: Work<EditStores>): Promise<BulkOutcome<ProductDeleted>> => {
    const remaining = new Map(await lockTargets(work.stores, command.items));
    const deleted: LockedProduct[] = [];
    const done = await inBulk(command, work, async (item) => {
      const locked = lockedProduct(remaining, item);
      await markDeleted(work.stores, locked);
      remaining.delete(locked.product.id);
      deleted.push(locked);
      return { deletedProductId: locked.product.id };
    });
    await deleteProducts(work, deleted);
    return done;
  },
);
