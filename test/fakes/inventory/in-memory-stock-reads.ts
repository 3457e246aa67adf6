import type {
  StockItemFilter,
  StockItemView,
  StockMovementFilter,
  StockMovementView,
  StockReads,
} from "../../../src/application/inventory/ports/stock-reads.js";
import type { VariantId } from "../../../src/domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../src/domain/catalog/products/product-content.js";
import { availableOf } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";
import { pageOf, type Order } from "../page-of.js";
import { expiredUnits } from "./in-memory-stock-units.js";
import { stockRows } from "./stock-rows.js";

const BY_VARIANT: Order<StockItemView> = {
  name: "stock",
  key: ({ variantId }) => variantId,
  id: ({ locationId }) => locationId,
  reverse: false,
};

const NEWEST_FIRST: Order<StockMovementView> = {
  name: "stock movements",
  key: ({ key }) => key,
  id: ({ key }) => String(key),
  reverse: true,
  isId: (text) => /^[1-9]\d{0,15}$/.test(text),
};

export const inMemoryStockReads = (database: InMemoryDatabase): StockReads => {
  const items = (): readonly StockItemView[] => {
    const now = database.clock.now();
    return [...stockRows(database).values()].map((row) => {
      const item = { ...row, reserved: row.reserved - expiredUnits(database, row, now) };
      return { ...item, available: availableOf(item) };
    });
  };
  const foundItems = ({ locations, variants, products, low, short }: StockItemFilter) => {
    const own = products && variantsOf(database, products);
    return items().filter(
      (one) =>
        (!locations || locations.includes(one.locationId)) &&
        (!variants || variants.includes(one.variantId)) &&
        (!own || own.has(one.variantId)) &&
        (low === undefined ||
          low === (one.lowStockAt !== null && one.available <= one.lowStockAt)) &&
        (short === undefined || short === one.reserved + one.claimed > one.onHand),
    );
  };
  const movements = ({ locations, variants, kinds }: StockMovementFilter) =>
    [...database.rows<StockMovementView>("stock_movement").values()].filter(
      (one) =>
        (!locations || locations.includes(one.locationId)) &&
        (!variants || variants.includes(one.variantId)) &&
        (!kinds || kinds.includes(one.kind)),
    );
  return {
    items: async (filter, page) => pageOf(foundItems(filter), BY_VARIANT, page, (one) => one),
    countItems: async (filter) => foundItems(filter).length,
    itemsOfVariants: async (ids) => {
      const found = items().toSorted((a, b) => (a.locationId < b.locationId ? -1 : 1));
      const counted = ids.filter((id) => found.some(({ variantId }) => variantId === id));
      return new Map(counted.map((id) => [id, found.filter(({ variantId }) => variantId === id)]));
    },
    movements: async (filter, page) => pageOf(movements(filter), NEWEST_FIRST, page, (one) => one),
    countMovements: async (filter) => movements(filter).length,
  };
};

const variantsOf = (
  database: InMemoryDatabase,
  products: readonly string[],
): ReadonlySet<VariantId> =>
  new Set(
    [...database.rows<ProductSnapshot>("product").values()]
      .filter(({ id }) => products.includes(id))
      .flatMap(({ variants }) => variants.map(({ id }) => id)),
  );
