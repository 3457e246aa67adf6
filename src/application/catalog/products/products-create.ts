import { inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductEdited } from "../product-edit/edit-product.js";
import type { EditNeeds, EditStores } from "../product-edit/lock-products.js";
import { addProduct } from "./add-product.js";
import type { ProductInput } from "./product-input.js";

/** Creates many products, one after the other. */
export const productsCreate = change(
  mayWriteCatalog,
  (
    command: Bulk<ProductInput>,
    work: Work<EditStores>,
    needs: EditNeeds,
  ): Promise<BulkOutcome<ProductEdited>> =>
    inBulk(command, work, (item) => addProduct(item, work, needs)),
);
