import type {
  SaleFacts,
  VariantFacts,
} from "../../../src/application/listing/ports/listing-stores.js";
import type { ProductId } from "../../../src/domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { availableOf, type StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import { effectivePrice, firstListed } from "../../../src/domain/pricing/pricing.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { byVariant } from "../pricing/in-memory-list-prices.js";
import { byKey, listsOf } from "../pricing/in-memory-price-lists.js";
import { type StoredPrice } from "../pricing/in-memory-prices.js";
import { restoredMoney } from "../pricing/stored-money.js";

export const inMemorySaleFacts = (database: InMemoryDatabase): SaleFacts => {
  const all = (): readonly VariantFacts[] => {
    const prices = database.rows<StoredPrice>("price");
    const stock = [...database.rows<StockItemSnapshot>("stock_item").values()];
    return [...database.rows<ProductSnapshot>("product").values()].flatMap((product) =>
      product.variants.map(({ id, tracked, soldOutPolicy }, position) => {
        const price = prices.get(id);
        const own = stock.filter(({ variantId }) => variantId === id);
        return {
          id,
          productId: product.id,
          position,
          tracked,
          soldOutPolicy,
          price: price ? restoredMoney(price.price) : null,
          compareAt: price?.compareAt ? restoredMoney(price.compareAt) : null,
          available: own.length === 0 ? null : availableInAll(own.map(availableOf)),
        };
      }),
    );
  };
  const ofProducts = (products: readonly ProductId[]) =>
    all().filter(({ productId }) => products.includes(productId));
  const grouped = (products: readonly ProductId[]) =>
    new Map(ofProducts(products).map(({ productId }) => [productId, ofProducts([productId])]));
  return {
    productsOf: async (variants) =>
      new Map(
        all()
          .filter(({ id }) => variants.includes(id))
          .map(({ id, productId }) => [id, productId]),
      ),
    ofVariants: async (variants) => all().filter(({ id }) => variants.includes(id)),
    ofProducts: async (products) => grouped(products),
    withListPricesOf: async (products) => ({
      variants: grouped(products),
      lists: [...listsOf(database).values()]
        .toSorted(byKey)
        .map(({ id, currency, fallbacks }) => ({ id, currency, fallbacks })),
      prices: byVariant(
        database,
        ofProducts(products).map(({ id }) => id),
      ),
    }),
    offersOf: async (variants) =>
      new Map(
        all()
          .filter(({ id }) => variants.includes(id))
          .map(({ id, price, compareAt }) => {
            const listed = byVariant(database, [id]).get(id) ?? [];
            const offered = [...listsOf(database).values()].filter((list) =>
              effectivePrice(
                list.currency,
                firstListed([list.id, ...list.fallbacks], listed),
                price ? { price, compareAt } : undefined,
              ),
            );
            return [id, new Set(offered.map((list) => list.id))] as const;
          }),
      ),
  };
};

const availableInAll = (units: readonly number[]): number => {
  const sumOf = (some: readonly number[]) => some.reduce((sum, one) => sum + one, 0);
  return sumOf(units.filter((one) => one > 0)) || sumOf(units);
};
