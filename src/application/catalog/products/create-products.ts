import { inBulk, type Bulk, type BulkDone } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { VariantNeeds } from "../parts/add-variants.js";
import { addProduct } from "./create-product.js";
import type { ProductDraft } from "./draft-product.js";
import type { ProductEdited } from "./edit-product.js";
import type { EditStores } from "./take-products.js";

/** Puts many new products into the catalogue, one after the other. */
export const createProducts = change(
  mayWriteCatalog,
  (
    command: Bulk<ProductDraft>,
    work: Work<EditStores>,
    needs: VariantNeeds,
  ): Promise<BulkDone<ProductEdited>> =>
    inBulk(command, work, (item) => addProduct(item, work, needs)),
);
