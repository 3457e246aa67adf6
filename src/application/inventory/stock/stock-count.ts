import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { StockItem } from "../../../domain/inventory/stock-item.js";
import {
  withItemsNamed,
  type Bulk,
  type BulkOutcome,
  type ErrorPolicy,
} from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteInventory } from "../ports/permissions.js";
import { nothingChanged } from "../../shared/warning.js";
import {
  changeStock,
  type StockChanged,
  type StockDecision,
  type StockStores,
  type StockTarget,
} from "./change-stock.js";

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
  ({ counts, onError }: StockCount, work: Work<StockStores>): Promise<BulkOutcome<StockChanged>> =>
    withItemsNamed("counts", () =>
      changeStock(
        work,
        { items: counts, onError },
        ({ onHand }, stored, { variantId, locationId }) =>
          withPathAsync(
            () => ["onHand"],
            (): StockDecision => {
              if (!stored) return { item: StockItem.stock(variantId, onHand, locationId) };
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
