import type { VariantId } from "../../../domain/catalog/ids.js";
import type { VariantPriceAndStock } from "../../../domain/listing/listing.js";
import type { VariantPrice } from "../../../domain/pricing/pricing.js";
import type { StockItem } from "../../../domain/inventory/inventory.js";

/** The own prices and the available stock of variants, without price lists. */
export const pricesAndStockOf = (
  variants: readonly { readonly id: VariantId }[],
  priceOf: (id: VariantId) => VariantPrice | null | undefined,
  stockOf: (id: VariantId) => StockItem | null | undefined,
): ReadonlyMap<VariantId, VariantPriceAndStock> =>
  new Map(
    variants.map(({ id }) => {
      const price = priceOf(id);
      return [
        id,
        {
          price: price?.price ?? null,
          compareAt: price?.compareAt ?? null,
          available: stockOf(id)?.available ?? null,
        },
      ];
    }),
  );
