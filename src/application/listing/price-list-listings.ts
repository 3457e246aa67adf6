import type { VariantId } from "../../domain/catalog/ids.js";
import {
  priceListListing,
  type ListedProduct,
  type PriceListListing,
  type VariantPriceAndStock,
} from "../../domain/listing/listing.js";
import { effectivePrice, firstListed } from "../../domain/pricing/pricing.js";
import type { ListPriceFacts } from "./ports/listing-stores.js";

/**
 * What product lists show of a product in the markets of each price list.
 * @param own the prices outside of price lists, and the stock
 */
export const priceListListings = (
  product: ListedProduct,
  own: ReadonlyMap<VariantId, VariantPriceAndStock>,
  { lists, prices }: ListPriceFacts,
): readonly PriceListListing[] =>
  lists.map(({ id, currency, fallbacks }) => {
    const inList = product.variants.map(
      ({ id: variantId }): readonly [VariantId, VariantPriceAndStock] => {
        const listed = firstListed([id, ...fallbacks], prices.get(variantId));
        const { price = null, compareAt = null, available = null } = own.get(variantId) ?? {};
        const effective = effectivePrice(
          currency,
          listed,
          price ? { price, compareAt } : undefined,
        );
        return [
          variantId,
          { price: effective?.price ?? null, compareAt: effective?.compareAt ?? null, available },
        ];
      },
    );
    return priceListListing(id, product, new Map(inList), own);
  });
