import { inBulk, type Bulk, type BulkDone } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { ProductEdited } from "./edit-product.js";
import { takeAhead, type EditStores } from "./take-products.js";
import { reword, type UpdateProduct } from "./update-product.js";

/** Changes what people write about many products, each in its own way. */
export const updateProducts = change(
  mayWriteCatalog,
  async (
    command: Bulk<UpdateProduct>,
    work: Work<EditStores>,
  ): Promise<BulkDone<ProductEdited>> => {
    const take = await takeAhead(work.stores, command.items);
    return inBulk(command, work, async (item) => reword(await take(item), item, work));
  },
);
