import type { ProductId, VariantId } from "../../domain/catalog/ids.js";
import { id } from "../../domain/shared/id.js";
import type { ProductIndex } from "./product-index.js";
import type { VariantFilter } from "./variant-filter.js";

/**
 * The variant of a product to show where variants are filtered: of those that meet the conditions
 * one that can be bought, then the cheapest, then the first.
 * @returns null when there is none
 */
export const matchingVariant = (
  index: ProductIndex,
  variants: VariantFilter,
  product: ProductId,
): VariantId | null => {
  const slot = index.slotOf(product);
  const best = slot === undefined ? null : bestOf(index, variants, slot);
  if (slot === undefined || best === null) return null;
  const first = index.columns.variants.rows.start[slot] ?? 0;
  const found = index.entries[slot]?.variantIds.split(" ")[best.row - first];
  return found ? id<VariantId>(found) : null;
};

/**
 * The price of the matching variant of each product, worked out when it is asked for, once.
 * @returns a function of the slot; minor units, infinite without a price
 */
export const matchingPrices = (
  index: ProductIndex,
  variants: VariantFilter,
): ((slot: number) => number) => {
  let known: Float64Array | null = null;
  return (slot) => {
    known ??= new Float64Array(index.entries.length).fill(Number.NaN);
    const before = known[slot] ?? Number.NaN;
    if (!Number.isNaN(before)) return before;
    const price = bestOf(index, variants, slot)?.price ?? Number.POSITIVE_INFINITY;
    known[slot] = price;
    return price;
  };
};

const bestOf = (index: ProductIndex, variants: VariantFilter, slot: number): Rank | null => {
  const { start, end } = index.columns.variants.rows;
  const first = start[slot] ?? 0;
  let best: Rank | null = null;
  for (let row = first, last = end[slot] ?? 0; row < last; row += 1) {
    if (variants.failedBy(slot, row) !== 0) continue;
    const amount = variants.prices?.amount[row] ?? Number.NaN;
    const rank = {
      row,
      available: variants.isAvailable(row),
      price: Number.isNaN(amount) ? Number.POSITIVE_INFINITY : amount,
    };
    if (best === null || isBetter(rank, best)) best = rank;
  }
  return best;
};

interface Rank {
  readonly row: number;
  readonly available: boolean;
  readonly price: number;
}

const isBetter = (one: Rank, other: Rank): boolean =>
  one.available === other.available ? one.price < other.price : one.available;
