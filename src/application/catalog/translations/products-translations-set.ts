import { inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductEdited } from "../product-edit/edit-product.js";
import { lockAhead, type EditStores } from "../product-edit/lock-products.js";
import { translateLocked, type ProductTranslationsSet } from "./product-translations-set.js";

/** Sets texts of many products in other languages. */
export const productsTranslationsSet = change(
  mayWriteCatalog,
  async (
    command: Bulk<ProductTranslationsSet>,
    work: Work<EditStores>,
  ): Promise<BulkOutcome<ProductEdited>> => {
    const lock = await lockAhead(work.stores, command.items);
    return inBulk(command, work, async (item) => translateLocked(await lock(item), item, work));
  },
);
