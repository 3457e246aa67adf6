import type { VariantId } from "../../../domain/catalog/ids.js";
import { inBulk, type Bulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import type { Target } from "../../shared/lock-target.js";
import { type Warning, nothingChanged } from "../../shared/warning.js";
import { mayWriteCatalog } from "../ports/permissions.js";
import type { ProductEdited } from "../product-edit/edit-product.js";
import { asEdited } from "../product-edit/edited-product.js";
import {
  lockedProduct,
  lockProduct,
  lockTargets,
  type EditStores,
  type LockedProduct,
} from "../product-edit/lock-products.js";
import { saveProducts } from "../product-edit/save-products.js";

/**
 * An action on one product, or on many in the same way. Applying it twice has the effect of
 * applying it once.
 */
export interface ProductAction<Command> {
  /** Checks what the command says about all products. @throws DomainError, Refused */
  readonly check?: (command: Command, now: Date) => void;
  /**
   * Changes the product or throws, with paths relative to the product's item.
   * @returns further warnings
   */
  readonly apply: (locked: LockedProduct, command: Command, now: Date) => readonly Warning[];
  /** Warnings about products whose variants have no price. @param priced those that have one */
  readonly warnUnpriced?: (
    locked: LockedProduct,
    priced: ReadonlySet<VariantId>,
  ) => readonly Warning[];
}

/** The action as an operation on one product. */
export const asSingle = <Command>(action: ProductAction<Command>) =>
  change(
    mayWriteCatalog,
    async (command: Command & Target, work: Work<EditStores>): Promise<ProductEdited> => {
      action.check?.(command, work.now);
      const locked = await lockProduct(work.stores, command);
      const warnings = [
        ...action.apply(locked, command, work.now),
        ...(await unpricedWarnings(work.stores, action, [locked]))(locked),
      ];
      const { id } = locked.product;
      const changes = (await saveProducts(work, [asEdited(locked)])).changes.get(id) ?? [];
      return {
        productId: id,
        changes,
        warnings: [...(changes.length === 0 ? [nothingChanged()] : []), ...warnings],
      };
    },
  );

/**
 * The action as an operation on many products: they are loaded together, changed one by one, and
 * saved together.
 */
export const asBulk = <Command>(action: ProductAction<Command>) =>
  change(
    mayWriteCatalog,
    async (
      command: Command & Bulk<Target>,
      work: Work<EditStores>,
    ): Promise<BulkOutcome<ProductEdited>> => {
      action.check?.(command, work.now);
      const locked = await lockTargets(work.stores, command.items);
      const warnUnpriced = await unpricedWarnings(work.stores, action, [...locked.values()]);
      const done = await inBulk(command, work, async (item) => {
        const one = lockedProduct(locked, item);
        const warnings = [...action.apply(one, command, work.now), ...warnUnpriced(one)];
        return { productId: one.product.id, warnings };
      });
      const saved = await saveProducts(
        work,
        [...locked.values()].map((one) => asEdited(one)),
      );
      const changes = new Map(saved.changes);
      const items = done.items.map(({ result, ...item }) => {
        if (!result) return { ...item, result };
        const own = changes.get(result.productId) ?? [];
        // A product that is named twice was changed by its first item.
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

const unpricedWarnings = async <Command>(
  { saleFacts }: EditStores,
  { warnUnpriced }: ProductAction<Command>,
  products: readonly LockedProduct[],
): Promise<(locked: LockedProduct) => readonly Warning[]> => {
  if (!warnUnpriced) return () => [];
  const facts = await saleFacts.ofProducts(products.map(({ product }) => product.id));
  const priced = new Set(
    [...facts.values()].flat().flatMap(({ id, price }) => (price ? [id] : [])),
  );
  return (locked) => warnUnpriced(locked, priced);
};
