import type { Offers, OfferView } from "../../../src/application/catalog/ports.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { restoredMoney, type StoredPrice } from "../pricing/in-memory-prices.js";

export const inMemoryOffers = (database: InMemoryDatabase): Offers => ({
  byVariant: async (ids, fields) => {
    const known = new Set([...database.rows<ProductSnapshot>("product").values()].flatMap(({ variants }) => variants.map(({ id }) => id)));
    const found = ids.filter((id) => known.has(id));
    return new Map(found.map((id) => [id, Object.fromEntries(Object.entries(offer(database, id)).filter(([field]) => (fields as ReadonlySet<string>).has(field)))]));
  },
});

const offer = (database: InMemoryDatabase, id: string): OfferView => {
  const price = database.rows<StoredPrice>("price").get(id);
  const stock = database.rows<StockItemSnapshot>("stock_item").get(id);
  return {
    price: price ? restoredMoney(price.price) : null,
    compareAt: price?.compareAt ? restoredMoney(price.compareAt) : null,
    cost: price?.cost ? restoredMoney(price.cost) : null,
    onHand: stock?.onHand ?? null,
    stockVersion: stock?.version ?? null,
    available: stock ? stock.onHand - stock.reserved : null,
  };
};
