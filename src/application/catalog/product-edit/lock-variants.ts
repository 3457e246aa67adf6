import type { VariantId } from "../../../domain/catalog/ids.js";
import { VariantNotFound } from "../../../domain/catalog/variants/errors.js";
import { parseId } from "../../shared/ids.js";
import { lockProducts, type EditStores, type LockedProduct } from "./lock-products.js";

/** Locked products by the ids of their variants. */
export type LockedByVariant = ReadonlyMap<VariantId, LockedProduct>;

/**
 * Locks the products of variants. Missing variants and anything that is not the id of a variant are
 * absent.
 */
export const lockVariants = async (
  stores: EditStores,
  raw: readonly string[],
): Promise<LockedByVariant> => {
  const ids = new Set(raw.flatMap((one) => parseId("variant", one) ?? []));
  const owners = await stores.products.ownersOfVariants([...ids]);
  const locked = await lockProducts(stores, [...new Set(owners.values())]);
  // Read from the locked product: the variant may have been removed since its owner was looked up.
  return new Map(
    [...locked.values()].flatMap((product) =>
      product.before.variants.flatMap(({ id }) => (ids.has(id) ? [[id, product] as const] : [])),
    ),
  );
};

/** The locked product of a variant. @throws VariantNotFound */
export const lockedVariant = (
  lockedByVariant: LockedByVariant,
  raw: string,
  path: readonly string[],
): { readonly variantId: VariantId; readonly locked: LockedProduct } => {
  const variantId = parseId("variant", raw);
  const locked = variantId && lockedByVariant.get(variantId);
  if (!locked) throw new VariantNotFound(raw, path);
  return { variantId, locked };
};
