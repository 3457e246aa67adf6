import type { AskedOffers, Offers, OfferView } from "../../../src/application/catalog/ports.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/product.js";
import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import type { Place } from "../../../src/application/shared/viewer.js";
import type { StoredListPrice } from "../pricing/in-memory-markets.js";
import { restoredMoney, type StoredPrice } from "../pricing/in-memory-prices.js";

export const inMemoryOffers = (database: InMemoryDatabase): Offers => ({
  byVariant: async (ids, fields, place) => {
    const known = new Set(
      [...database.rows<ProductSnapshot>("product").values()].flatMap(({ variants }) =>
        variants.map(({ id }) => id),
      ),
    );
    const found = ids.filter((id) => known.has(id));
    return new Map(
      found.map((id) => [id, offerOf(database, id, { fields, ...(place && { place }) })]),
    );
  },
});

export const offerOf = (
  database: InMemoryDatabase,
  id: string,
  { fields, place }: AskedOffers,
): Partial<OfferView> =>
  Object.fromEntries(
    Object.entries(offer(database, id, place)).filter(([field]) =>
      (fields as ReadonlySet<string>).has(field),
    ),
  );

const offer = (database: InMemoryDatabase, id: string, place: Place | undefined): OfferView => {
  const price = database.rows<StoredPrice>("price").get(id);
  const stock = database.rows<StockItemSnapshot>("stock_item").get(id);
  const listed = place?.priceList
    ? database.rows<StoredListPrice>("list_price").get(`${id} ${place.priceList}`)
    : undefined;
  const here = place?.priceList
    ? (listed ?? (price?.price.currency === place.currency ? price : undefined))
    : price;
  return {
    price: here ? restoredMoney(here.price) : null,
    compareAt: here?.compareAt ? restoredMoney(here.compareAt) : null,
    cost: price?.cost ? restoredMoney(price.cost) : null,
    onHand: stock?.onHand ?? null,
    stockVersion: stock?.version ?? null,
    isOffered: !place?.priceList || here !== undefined,
    available: stock ? stock.onHand - stock.reserved : null,
  };
};
