import type { VariantId } from "../../../domain/catalog/ids.js";
import type { StockItem } from "../../../domain/inventory/inventory.js";
import { mayWriteInventory } from "../../inventory/ports/permissions.js";
import { authorise, type Viewer } from "../../shared/viewer.js";
import type { EditStores } from "../product-edit/lock-products.js";
import type { VariantPatch } from "./variant-patch.js";

/** Locks the stock that patches of stored variants change, after the products and their prices. */
export const lockPatchedStock = ({ stockItems }: EditStores, edits: readonly PatchedVariant[]) =>
  lockedStock(
    stockItems,
    edits.filter(({ patch }) => patchesStock(patch)).map(({ id }) => id),
  );

interface PatchedVariant {
  readonly id: VariantId;
  readonly patch: VariantPatch;
}

const lockedStock = async (
  stockItems: EditStores["stockItems"],
  ids: readonly VariantId[],
): Promise<ReadonlyMap<VariantId, StockItem>> =>
  ids.length === 0 ? new Map() : stockItems.byVariant(ids);

/**
 * Checks that a viewer who sends stock with products may write stock.
 * @throws PermissionDenied
 */
export const authoriseStock = (viewer: Viewer, patches: readonly VariantPatch[]): void => {
  if (patches.some(patchesStock)) authorise(mayWriteInventory, viewer);
};

const patchesStock = ({ onHand }: VariantPatch): boolean => onHand !== undefined;
