import { VariantNotFound } from "../../../domain/catalog/catalog.js";
import {
  InsufficientStock,
  InvalidQuantity,
  InvalidTransfer,
  StockItemNotFound,
} from "../../../domain/inventory/errors.js";
import { checkedReason } from "../../../domain/inventory/checked-reason.js";
import { StockItem, units } from "../../../domain/inventory/stock-item.js";
import type { MovementNote } from "../../../domain/inventory/stock-movement.js";
import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { checkBulkSize, IN_MEMORY, inBulk, type BulkOutcome } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { parseId, type Ids } from "../../shared/ids.js";
import { mayWriteInventory } from "../ports/permissions.js";
import { stockKeyText } from "../ports/stock-units.js";
import { saveStock, type StockChanged, type StockStores } from "./change-stock.js";
import { findLocations } from "./find-locations.js";
import { lockStock } from "./lock-stock.js";
import type { StockEdit } from "./stock-edit.js";

interface StockTransfer {
  readonly fromLocationId: string;
  readonly toLocationId: string;
  readonly reason?: string | null | undefined;
  readonly items: readonly { readonly variantId: string; readonly quantity: number }[];
}

/**
 * Moves units that are available from one location to another, all or none. Both movements of a
 * variant name the transfer as their cause.
 */
export const stockTransfer = change(
  mayWriteInventory,
  async (
    { fromLocationId, toLocationId, reason, items }: StockTransfer,
    { stores }: Work<StockStores>,
    { ids }: { readonly ids: Ids },
  ): Promise<BulkOutcome<StockChanged>> => {
    checkBulkSize(items);
    const locationOf = await findLocations(stores, [fromLocationId, toLocationId]);
    const from = locationOf(fromLocationId, ["fromLocationId"]);
    const to = locationOf(toLocationId, ["toLocationId"]);
    if (from === to) throw new InvalidTransfer(["toLocationId"]);
    const note: MovementNote = {
      kind: "TRANSFERRED",
      reason: checkedReason(reason),
      cause: ids.next("transfer"),
    };
    const variants = items.flatMap(({ variantId }) => parseId("variant", variantId) ?? []);
    const locked = await lockStock(
      stores,
      variants.flatMap((variantId) => [
        { variantId, locationId: from },
        { variantId, locationId: to },
      ]),
    );
    const edits = new Map<string, StockEdit>();
    const done = await inBulk({ items }, IN_MEMORY, async ({ variantId: raw, quantity }) => {
      const variantId = parseId("variant", raw);
      if (!variantId || !locked.isCountable({ variantId, locationId: from }))
        throw new VariantNotFound(raw, ["variantId"]);
      const [source, target] = [
        { variantId, locationId: from },
        { variantId, locationId: to },
      ] as const;
      const stored = locked.items.get(stockKeyText(source));
      if (!stored) throw new StockItemNotFound(variantId).prefixPath(["variantId"]);
      await withPathAsync(
        () => ["quantity"],
        () => {
          if (units(quantity) <= 0) throw new InvalidQuantity(quantity);
          if (stored.available < quantity)
            throw new InsufficientStock(variantId, quantity, Math.max(stored.available, 0));
        },
      );
      const arriving =
        edits.get(stockKeyText(target))?.item ?? locked.items.get(stockKeyText(target));
      noteEdit(edits, stockKeyText(source), stored);
      stored.adjust(-quantity, note);
      if (arriving) {
        noteEdit(edits, stockKeyText(target), arriving);
        arriving.adjust(quantity, note);
      } else
        edits.set(stockKeyText(target), {
          before: null,
          item: StockItem.stock(variantId, quantity, to, note),
          isDiscarded: false,
        });
      return { variantId, warnings: [] };
    });
    await saveStock(stores, [...edits.values()], locked.isFollowed);
    return done;
  },
);

/** Remembers what an item was before its first change. */
const noteEdit = (edits: Map<string, StockEdit>, key: string, item: StockItem): void => {
  if (!edits.has(key)) edits.set(key, { before: item.snapshot(), item, isDiscarded: false });
};
