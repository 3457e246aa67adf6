import type { VariantId } from "../../../domain/catalog/ids.js";
import { VariantNotFound } from "../../../domain/catalog/errors.js";
import { parseId } from "../../shared/ids.js";
import { takeProducts, type EditStores, type TakenProduct } from "../products/take-products.js";

/** Products as they are stored, locked, found by their variants. */
export type TakenByVariant = ReadonlyMap<VariantId, TakenProduct>;

/** Locks the products of variants. What is not the id of a variant, or of one that is there, is absent. */
export const takeVariants = async (
  stores: EditStores,
  raw: readonly string[],
): Promise<TakenByVariant> => {
  const wanted = new Set(raw.flatMap((one) => parseId("variant", one) ?? []));
  const owners = await stores.products.ownersOfVariants([...wanted]);
  const taken = await takeProducts(stores, [...new Set(owners.values())]);
  // Asked of the locked product: the variant may have been taken out since its owner was looked up.
  return new Map(
    [...taken.values()].flatMap((product) =>
      product.before.variants.flatMap(({ id }) => (wanted.has(id) ? [[id, product] as const] : [])),
    ),
  );
};

/** @throws VariantNotFound */
export const takenBy = (
  taken: TakenByVariant,
  raw: string,
  path: readonly string[],
): { readonly variantId: VariantId; readonly taken: TakenProduct } => {
  const variantId = parseId("variant", raw);
  const product = variantId && taken.get(variantId);
  if (!product) throw new VariantNotFound(raw, path);
  return { variantId, taken: product };
};
