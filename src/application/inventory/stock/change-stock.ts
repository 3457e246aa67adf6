import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import type { VariantId } from "../../../domain/catalog/ids.js";
import { DEFAULT_LOCATION } from "../../../domain/inventory/location.js";
import type { StockItem } from "../../../domain/inventory/stock-item.js";
import { checkVersion } from "../../../domain/shared/stale-version.js";
import type { CollectionUpkeep } from "../../catalog/ports/collection-upkeep.js";
import { refreshListings } from "../../listing/listing.js";
import type { ListingStores } from "../../listing/ports/listing-stores.js";
import {
  checkBulkSize,
  IN_MEMORY,
  inBulk,
  type Bulk,
  type BulkOutcome,
} from "../../shared/bulk.js";
import type { Work } from "../../shared/change.js";
import { parseId } from "../../shared/ids.js";
import type { Warning } from "../../shared/warning.js";
import type { InventoryStores } from "../ports/stock-items.js";
import { stockKeyText, type StockKey } from "../ports/stock-units.js";
import { inventoryWarning } from "../ports/warnings.js";
import { findLocations } from "./find-locations.js";
import { lockStock, type CountableVariants } from "./lock-stock.js";
import { isFlipped, saveStockEdits, type StockEdit } from "./stock-edit.js";

/** The variant of a stock change, and the version of its stock that the caller has read. */
export interface StockTarget {
  /** As received: anything that is not the id of a variant is not found. */
  readonly variantId: string;
  /** As received; the default location when left out. */
  readonly locationId?: string | null | undefined;
  /** 0 expects that its stock is not counted yet. */
  readonly expectedVersion?: number | null | undefined;
}

/** The result of a change of stock. Plain JSON. */
export interface StockChanged {
  readonly variantId: VariantId;
  readonly warnings: readonly Warning[];
}

/** The new stock of a variant. */
export interface StockDecision {
  readonly item: StockItem;
  readonly warnings?: readonly Warning[];
}

/** The stores of a change of stock: its own, and those of what depends on stock. */
export type StockStores = InventoryStores &
  CountableVariants &
  ListingStores & { readonly collectionUpkeep: Pick<CollectionUpkeep, "noteDueOfVariants"> };

/**
 * Changes the stock of many variants, without their products.
 * @throws InvalidBulk; with ABORT Refused with every VariantNotFound, LocationNotFound,
 * LocationClosed, StaleVersion and error of a decision
 */
export const changeStock = async <Item extends StockTarget>(
  { stores }: Pick<Work<StockStores>, "stores">,
  { items, onError }: Bulk<Item>,
  decide: (item: Item, stored: StockItem | undefined, key: StockKey) => Promise<StockDecision>,
): Promise<BulkOutcome<StockChanged>> => {
  checkBulkSize(items);
  const locationOf = await findLocations(
    stores,
    items.map(({ locationId }) => locationId),
  );
  const locked = await lockStock(
    stores,
    items.flatMap(({ variantId: raw, locationId }) => {
      const variantId = parseId("variant", raw);
      // Where there is no such location, nothing is found, and the item is refused below.
      const location = locationId == null ? DEFAULT_LOCATION.id : parseId("location", locationId);
      return variantId && location ? [{ variantId, locationId: location }] : [];
    }),
  );
  const changes = new Map<string, StockEdit>();
  const done = await inBulk({ items, onError }, IN_MEMORY, async (input) => {
    const locationId = locationOf(input.locationId);
    const variantId = parseId("variant", input.variantId);
    if (!variantId || !locked.isCountable({ variantId, locationId }))
      throw new VariantNotFound(input.variantId, ["variantId"]);
    const key = stockKeyText({ variantId, locationId });
    const earlier = changes.get(key);
    const stored = earlier?.item ?? locked.items.get(key);
    checkVersion(variantId, input.expectedVersion, stored?.snapshot().version ?? 0);
    const before = earlier ? earlier.before : (stored?.snapshot() ?? null);
    const { item, warnings = [] } = await decide(input, stored, { variantId, locationId });
    changes.set(key, { before, item, isDiscarded: false });
    return { variantId, warnings: [...warnings, ...shortageWarnings(item)] };
  });
  await saveStock(stores, [...changes.values()], locked.isFollowed);
  return done;
};

/** Saves changed stock, and lets lists and collections know. @throws StaleVersion */
export const saveStock = async (
  stores: StockStores,
  edits: readonly StockEdit[],
  isFollowed: boolean,
): Promise<void> => {
  const changed = edits.filter(({ before, item }) => before?.version !== item.snapshot().version);
  await saveStockEdits(stores, changed);
  await refreshListings(stores, {
    availability: [
      ...new Set(changed.filter((edit) => isFlipped(edit)).map(({ item }) => item.variantId)),
    ],
  });
  if (isFollowed)
    await stores.collectionUpkeep.noteDueOfVariants(changed.map(({ item }) => item.variantId));
};

const shortageWarnings = (item: StockItem): readonly Warning[] =>
  item.isShort
    ? [
        inventoryWarning(
          "STOCK_SHORT",
          `More units of ${item.variantId} are promised than are on hand: ${item.missing} are missing.`,
        ),
      ]
    : [];
