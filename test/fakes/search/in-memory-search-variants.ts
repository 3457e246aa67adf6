import type {
  SearchVariant,
  SearchVariantPrice,
} from "../../../src/application/search/ports/search-source.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import {
  effectivePrice,
  firstListed,
  type PriceTag,
} from "../../../src/domain/pricing/list-price.js";
import type { StoredOptionAvailability } from "../catalog/in-memory-products.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { rowsOf } from "../listing/in-memory-price-list-listings.js";
import { byVariant } from "../pricing/in-memory-list-prices.js";
import { listsOf } from "../pricing/in-memory-price-lists.js";
import type { StoredPrice } from "../pricing/in-memory-prices.js";
import { restoredMoney } from "../pricing/stored-money.js";

/** The variants of a product with their prices in all lists that the product is in. */
export const inMemorySearchVariants = (
  database: InMemoryDatabase,
  product: ProductSnapshot,
): readonly SearchVariant[] => {
  const stored = database.rows<StoredOptionAvailability>("choices").get(product.id) ?? [];
  const listings = [...rowsOf(database).values()].filter(
    ({ productId }) => productId === product.id,
  );
  return product.variants.map(({ id, optionValues, sku, metafields }, at) => {
    const price = database.rows<StoredPrice>("price").get(id);
    const own = price && {
      price: restoredMoney(price.price),
      compareAt: price.compareAt && restoredMoney(price.compareAt),
    };
    const available = stored[at]?.available ?? false;
    return {
      id,
      values: optionValues,
      sku,
      available,
      metafields,
      prices: [
        ...searchPrice(own, null, available),
        ...listings.flatMap(({ priceList, sellable }) => {
          const list = listsOf(database).get(priceList);
          const listed =
            list &&
            effectivePrice(
              list.currency,
              firstListed([list.id, ...list.fallbacks], byVariant(database, [id]).get(id)),
              own,
            );
          return searchPrice(listed, priceList, sellable ? (sellable[at] ?? false) : available);
        }),
      ],
    };
  });
};

const searchPrice = (
  tag: PriceTag | null | undefined,
  priceList: string | null,
  available: boolean,
): readonly SearchVariantPrice[] =>
  tag
    ? [
        {
          priceList,
          currency: tag.price.currency,
          amount: tag.price.minorUnits,
          onSale: tag.compareAt?.isAbove(tag.price) ?? false,
          available,
        },
      ]
    : [];
