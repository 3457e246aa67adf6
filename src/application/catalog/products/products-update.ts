import { inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductEdited } from "../product-edit/edit-product.js";
import { lockAhead, type EditStores } from "../product-edit/lock-products.js";
import { updateLocked, type ProductUpdate } from "./product-update.js";

/** Changes texts and properties of many products, each in its own way. */
export const productsUpdate = change(
  mayWriteCatalog,
  async (
    command: Bulk<ProductUpdate>,
    work: Work<EditStores>,
  ): Promise<BulkOutcome<ProductEdited>> => {
    const lock = await lockAhead(work.stores, command.items);
    return inBulk(command, work, async (item) => updateLocked(await lock(item), item, work));
  },
);
