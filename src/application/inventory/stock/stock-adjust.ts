import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { checkedReason } from "../../../domain/inventory/checked-reason.js";
import { StockItemNotFound } from "../../../domain/inventory/errors.js";
import {
  withItemsNamed,
  type Bulk,
  type BulkOutcome,
  type ErrorPolicy,
} from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteInventory } from "../ports/permissions.js";
import {
  changeStock,
  type StockChanged,
  type StockStores,
  type StockTarget,
} from "./change-stock.js";

interface StockAdjustment extends StockTarget {
  /** The difference in units: -2 for two broken ones, 3 for three that were found. */
  readonly by: number;
  /** Why, for the ledger. */
  readonly reason?: string | null | undefined;
}

interface StockAdjust {
  readonly adjustments: Bulk<StockAdjustment>["items"];
  readonly onError?: ErrorPolicy | null | undefined;
}

/**
 * Adds units to the stock of variants, or subtracts them. Sales that happen meanwhile do not
 * matter, unlike with a count.
 */
export const stockAdjust = change(
  mayWriteInventory,
  (
    { adjustments, onError }: StockAdjust,
    work: Work<StockStores>,
  ): Promise<BulkOutcome<StockChanged>> =>
    withItemsNamed("adjustments", () =>
      changeStock(
        work,
        { items: adjustments, onError },
        async ({ by, ...input }, stored, { variantId }) => {
          if (!stored) throw new StockItemNotFound(variantId).prefixPath(["variantId"]);
          const reason = checkedReason(input.reason);
          await withPathAsync(
            () => ["by"],
            () => stored.adjust(by, { kind: "ADJUSTED", reason }),
          );
          return { item: stored };
        },
      ),
    ),
);
