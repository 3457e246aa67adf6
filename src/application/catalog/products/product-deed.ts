import { inBulk, type Bulk, type BulkDone } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import type { Warning } from "../../shared/warning.js";
import type { ProductEdited } from "./edit-product.js";
import { nothingChanged } from "../nothing-changed.js";
import { asEdited, putProducts } from "./put-products.js";
import {
  pick,
  takeProduct,
  takeTargets,
  type EditStores,
  type TakenProduct,
  type Target,
} from "./take-products.js";

/** Something that is done to a product by one verb, alone or to many products in the same way; doing it twice is doing it once. */
export interface ProductDeed<Command> {
  /** Looks at what is said of all products together. @throws DomainError, Refused */
  readonly check?: (command: Command, now: Date) => void;
  /** Changes the product or throws, with places as seen from the product's item. @returns what else there is to say */
  readonly act: (taken: TakenProduct, command: Command, now: Date) => readonly Warning[];
}

/** The deed as an operation on one product. */
export const onOne = <Command>({ check, act }: ProductDeed<Command>) =>
  change(
    mayWriteCatalog,
    async (command: Command & Target, work: Work<EditStores>): Promise<ProductEdited> => {
      check?.(command, work.now);
      const taken = await takeProduct(work.stores, command);
      const warnings = act(taken, command, work.now);
      const { id } = taken.product;
      const changes = (await putProducts(work, [asEdited(taken)])).get(id) ?? [];
      return {
        productId: id,
        changes,
        warnings: [...(changes.length === 0 ? [nothingChanged()] : []), ...warnings],
      };
    },
  );

/** The deed as an operation on many: they are loaded together, looked at one by one, and stored together. */
export const onMany = <Command>({ check, act }: ProductDeed<Command>) =>
  change(
    mayWriteCatalog,
    async (
      command: Command & Bulk<Target>,
      work: Work<EditStores>,
    ): Promise<BulkDone<ProductEdited>> => {
      check?.(command, work.now);
      const taken = await takeTargets(work.stores, command.items);
      const done = await inBulk(command, work, async (item) => {
        const one = pick(taken, item);
        return { productId: one.product.id, warnings: act(one, command, work.now) };
      });
      const changes = new Map(
        await putProducts(
          work,
          [...taken.values()].map((one) => asEdited(one)),
        ),
      );
      const items = done.items.map(({ result, ...item }) => {
        if (!result) return { ...item, result };
        const own = changes.get(result.productId) ?? [];
        // A product that is named again was changed the first time.
        changes.delete(result.productId);
        return {
          ...item,
          result: {
            productId: result.productId,
            changes: own,
            warnings: [...(own.length === 0 ? [nothingChanged()] : []), ...result.warnings],
          },
        };
      });
      return { items };
    },
  );
