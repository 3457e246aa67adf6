import type { VariantId } from "../../../domain/catalog/ids.js";
import type { FieldChange } from "../../../domain/catalog/products/field-change.js";
import type { ListPrice, OwnPrice, VariantPrice } from "../../../domain/pricing/pricing.js";
import type { PricingStores } from "../../pricing/ports/pricing-stores.js";
import { priceChanges } from "../../pricing/pricing.js";
import type { EditedProduct } from "./edited-product.js";

/** What an edit of a product writes about prices. */
export interface PlannedPrices {
  /** The prices of stored variants that change. */
  readonly changed: readonly OwnPrice[];
  /** The prices of new variants. */
  readonly added: readonly VariantPrice[];
  readonly addedToLists: readonly ListPrice[];
  /** The changes for the history. */
  readonly changes: readonly FieldChange[];
}

/** @param remaining the variants that the product has after the edit */
export const plannedPrices = (
  { prices, storedPrices = NONE, listPrices = [] }: EditedProduct,
  remaining: ReadonlySet<VariantId>,
): PlannedPrices => {
  const edits = [...prices].filter(([id]) => remaining.has(id));
  const changed = edits.flatMap(([id, price]) => {
    const stored = storedPrices.get(id);
    return stored?.set(price) ? [stored] : [];
  });
  const added = edits.flatMap(([id, price]) => (price && !storedPrices.has(id) ? [price] : []));
  return {
    changed,
    added,
    addedToLists: listPrices,
    changes: [
      ...changed,
      ...added.map((price) => ({ variantId: price.variantId, before: null, price })),
    ].flatMap(priceChanges),
  };
};

const NONE: ReadonlyMap<VariantId, OwnPrice> = new Map();

/** Hands the prices to pricing, in the unit of work of the edit. @throws StaleVersion */
export const savePlannedPrices = async (
  { prices, listPrices }: PricingStores,
  planned: readonly PlannedPrices[],
  removedVariants: readonly VariantId[],
): Promise<void> => {
  await prices.save(planned.flatMap(({ changed }) => changed));
  await prices.add(planned.flatMap(({ added }) => added));
  await listPrices.add(planned.flatMap(({ addedToLists }) => addedToLists));
  await prices.remove(removedVariants);
  await listPrices.removeOfVariants(removedVariants);
};
