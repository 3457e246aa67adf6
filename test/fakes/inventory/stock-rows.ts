import type { StockKey } from "../../../src/application/inventory/ports/stock-units.js";
import type { CollectionSnapshot } from "../../../src/domain/catalog/collections/collection-content.js";
import { DEFAULT_LOCATION } from "../../../src/domain/inventory/location.js";
import type { StockItemSnapshot } from "../../../src/domain/inventory/stock-item.js";
import type { InMemoryDatabase } from "../in-memory-database.js";

/** The key of a row: the variant alone at the default location. */
export const stockKeyOf = ({ variantId, locationId }: StockKey): string =>
  locationId === DEFAULT_LOCATION.id ? variantId : `${variantId} ${locationId}`;

export const stockRows = (database: InMemoryDatabase): Map<string, StockItemSnapshot> =>
  database.rows<StockItemSnapshot>("stock_item");

export const isStockFollowed = (database: InMemoryDatabase): boolean =>
  [...database.rows<CollectionSnapshot>("collection").values()].some(({ rules }) =>
    rules?.conditions.some(({ field }) => field === "STOCK" || field === "AVAILABLE"),
  );
