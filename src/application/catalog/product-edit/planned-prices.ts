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
}

/** @param remaining the variants that the product has after the edit */
export const plannedPrices = (
  { prices, storedPrices = NONE, listPrices = [] }: EditedProduct,
  remaining: ReadonlySet<VariantId>,
): PlannedPrices => {
  const [changed, added]: [OwnPrice[], VariantPrice[]] = [[], []];
  for (const [id, price] of prices) {
    if (!remaining.has(id)) continue;
    const stored = storedPrices.get(id);
    if (stored?.set(price)) changed.push(stored);
    else if (!stored && price) added.push(price);
  }
  return { changed, added, addedToLists: listPrices };
};

/** The changes for the history. */
export const plannedPriceChanges = ({ changed, added }: PlannedPrices): readonly FieldChange[] =>
  [
    ...changed,
    ...added.map((price) => ({ variantId: price.variantId, before: null, price })),
  ].flatMap(priceChanges);

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
