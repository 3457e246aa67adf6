import { inBulk, type Bulk, type BulkDone } from "../shared/bulk.js";
import { change, type Work } from "../shared/change.js";
import { mayWriteCatalog } from "../shared/viewer.js";
import type { ProductEdited } from "./edit-product.js";
import type { EditStores } from "./take-products.js";
import { reword, type UpdateProduct } from "./update-product.js";

/** Changes what people write about many products, each in its own way. */
export const updateProducts = change(mayWriteCatalog, (command: Bulk<UpdateProduct>, work: Work<EditStores>): Promise<BulkDone<ProductEdited>> =>
  inBulk(command, work, (item) => reword(item, work)),
);
