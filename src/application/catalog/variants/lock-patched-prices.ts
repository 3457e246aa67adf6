import type { VariantId } from "../../../domain/catalog/ids.js";
import type { OwnPrice } from "../../../domain/pricing/pricing.js";
import { mayWritePricing } from "../../pricing/ports/permissions.js";
import { isAboutPrice } from "../../pricing/pricing.js";
import { authorise, type Viewer } from "../../shared/viewer.js";
import type { EditStores } from "../product-edit/lock-products.js";
import type { VariantPatch } from "./variant-patch.js";

/** Locks the prices that patches of stored variants change, after the products. */
export const lockPatchedPrices = async (
  { prices }: EditStores,
  edits: readonly { readonly id: VariantId; readonly patch: VariantPatch }[],
): Promise<ReadonlyMap<VariantId, OwnPrice>> =>
  prices.lock(edits.flatMap(({ id, patch }) => (patchesPrice(patch) ? [id] : [])));

/**
 * Checks that a viewer who sends prices with products may write prices.
 * @throws PermissionDenied
 */
export const authorisePrices = (viewer: Viewer, patches: readonly VariantPatch[]): void => {
  if (patches.some(patchesPrice)) authorise(mayWritePricing, viewer);
};

const patchesPrice = ({ price, compareAtPrice: compareAt, cost }: VariantPatch): boolean =>
  isAboutPrice({ price, compareAt, cost });
