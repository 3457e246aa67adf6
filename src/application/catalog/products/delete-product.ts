import type { ProductId } from "../../../domain/catalog/ids.js";
import { inBulk, type Bulk, type BulkDone } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { removeProducts, sayFarewell } from "./farewell.js";
import {
  pick,
  takeProduct,
  takeTargets,
  type EditStores,
  type TakenProduct,
  type Target,
} from "./take-products.js";

export interface ProductDeleted {
  readonly deletedProductId: ProductId;
}

/** Takes a product out with its prices, its stock, its places in collections and what leads to it, unless units of it are promised. */
export const deleteProduct = change(
  mayWriteCatalog,
  async (target: Target, work: Work<EditStores>): Promise<ProductDeleted> => {
    const taken = await takeProduct(work.stores, target);
    sayFarewell(taken);
    await removeProducts(work, [taken]);
    return { deletedProductId: taken.product.id };
  },
);

/** The same for many products. One that is named again is not there any more. */
export const deleteManyProducts = change(
  mayWriteCatalog,
  async (command: Bulk<Target>, work: Work<EditStores>): Promise<BulkDone<ProductDeleted>> => {
    const there = new Map(await takeTargets(work.stores, command.items));
    const gone: TakenProduct[] = [];
    const done = await inBulk(command, work, async (item) => {
      const taken = pick(there, item);
      sayFarewell(taken);
      there.delete(taken.product.id);
      gone.push(taken);
      return { deletedProductId: taken.product.id };
    });
    await removeProducts(work, gone);
    return done;
  },
);
