import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { StockItem } from "../../inventory/inventory.js";
import type { Bulk, BulkOutcome, ErrorPolicy } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteInventory } from "../../inventory/ports/permissions.js";
import { nothingChanged } from "../../shared/warning.js";
import type { EditStores } from "../product-edit/lock-products.js";
import {
  editStock,
  withItemsNamed,
  type StockDecision,
  type StockTarget,
  type VariantEdited,
} from "./edit-stock.js";

export interface CountedStock extends StockTarget {
  /** The counted units. */
  readonly onHand: number;
}

interface StockCount {
  readonly counts: Bulk<CountedStock>["items"];
  readonly onError?: ErrorPolicy | null | undefined;
}

/**
 * Sets the stock of variants to the counted units. The stock of a variant is counted from its first
 * count on.
 */
export const stockCount = change(
  mayWriteInventory,
  ({ counts, onError }: StockCount, work: Work<EditStores>): Promise<BulkOutcome<VariantEdited>> =>
    withItemsNamed("counts", () =>
      editStock(work, { items: counts, onError }, ({ onHand }, stored, variantId) =>
        withPathAsync(
          () => ["onHand"],
          (): StockDecision => {
            if (!stored) return { item: StockItem.stock(variantId, onHand) };
            return stored.count(onHand)
              ? { item: stored }
              : {
                  item: stored,
                  warnings: [
                    nothingChanged(
                      ["onHand"],
                      `${onHand} units of ${variantId} are already on hand.`,
                    ),
                  ],
                };
          },
        ),
      ),
    ),
);
