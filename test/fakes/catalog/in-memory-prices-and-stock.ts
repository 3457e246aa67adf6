import type {
  PriceAndStockRequest,
  PriceAndStockView,
  PricesAndStock,
} from "../../../src/application/catalog/ports/prices-and-stock.js";
import type { ShoppingContext } from "../../../src/application/shared/shopping-context.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import { availableOf, type StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { expiredUnits } from "../inventory/in-memory-stock-units.js";
import type { StoredListPrice } from "../pricing/in-memory-list-prices.js";
import { type StoredPrice } from "../pricing/in-memory-prices.js";
import { restoredMoney } from "../pricing/stored-money.js";

export const inMemoryPricesAndStock = (database: InMemoryDatabase): PricesAndStock => ({
  byVariant: async (ids, fields, shoppingContext) => {
    const existing = new Set(
      [...database.rows<ProductSnapshot>("product").values()].flatMap(({ variants }) =>
        variants.map(({ id }) => id),
      ),
    );
    const found = ids.filter((id) => existing.has(id));
    return new Map(
      found.map((id) => [
        id,
        priceAndStockOf(database, id, { fields, ...(shoppingContext && { shoppingContext }) }),
      ]),
    );
  },
  pricesOfProducts: async (products, shoppingContext) =>
    new Map(
      products.flatMap((id) => {
        const variants = database.rows<ProductSnapshot>("product").get(id)?.variants ?? [];
        const prices = variants.flatMap(({ id: variant, taxable, taxCode }) => {
          const { price } = allPriceAndStockOf(database, variant, shoppingContext);
          return price ? [{ price, taxable, taxCode }] : [];
        });
        return prices.length > 0 ? [[id, prices] as const] : [];
      }),
    ),
});

export const priceAndStockOf = (
  database: InMemoryDatabase,
  id: string,
  { fields, shoppingContext }: PriceAndStockRequest,
): Partial<PriceAndStockView> =>
  Object.fromEntries(
    Object.entries(allPriceAndStockOf(database, id, shoppingContext)).filter(([field]) =>
      (fields as ReadonlySet<string>).has(field),
    ),
  );

const allPriceAndStockOf = (
  database: InMemoryDatabase,
  id: string,
  shoppingContext: ShoppingContext | undefined,
): PriceAndStockView => {
  const price = database.rows<StoredPrice>("price").get(id);
  const stock = [...database.rows<StockItemSnapshot>("stock_item").values()].filter(
    ({ variantId }) => variantId === id,
  );
  const sum = (unitsOf: (item: StockItemSnapshot) => number): number | null =>
    stock.length === 0 ? null : stock.reduce((total, item) => total + unitsOf(item), 0);
  const now = database.clock.now();
  const priceLists = shoppingContext?.priceLists ?? [];
  const listPrice = priceLists
    .map((list) => database.rows<StoredListPrice>("list_price").get(`${id} ${list}`))
    .find((one) => one !== undefined);
  const isListed = priceLists.length > 0;
  const valid = isListed
    ? (listPrice ?? (price?.price.currency === shoppingContext?.currency ? price : undefined))
    : price;
  return {
    price: valid ? restoredMoney(valid.price) : null,
    compareAt: valid?.compareAt ? restoredMoney(valid.compareAt) : null,
    cost: price?.cost ? restoredMoney(price.cost) : null,
    priceVersion: price?.version ?? null,
    onHand: sum(({ onHand }) => onHand),
    stockVersion:
      stock.find(({ locationId }) => locationId === DEFAULT_LOCATION.id)?.version ?? null,
    isOffered: valid !== undefined,
    available: availableUnitsOf(database, id, now, shoppingContext?.locations ?? null),
  };
};

/** The units of a variant that can be sold at a moment; null when its stock is not counted. */
export const availableUnitsOf = (
  database: InMemoryDatabase,
  id: string,
  at: Date,
  locations: readonly string[] | null = null,
): number | null => {
  const stock = [...database.rows<StockItemSnapshot>("stock_item").values()].filter(
    ({ variantId }) => variantId === id,
  );
  return stock.length === 0
    ? null
    : stock.reduce(
        (sum, item) =>
          locations && !locations.includes(item.locationId)
            ? sum
            : sum + Math.max(availableOf(item) + expiredUnits(database, item, at), 0),
        0,
      );
};
