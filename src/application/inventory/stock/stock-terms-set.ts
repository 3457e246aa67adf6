import { withPathAsync } from "../../../domain/shared/domain-error.js";
import { StockItemNotFound } from "../../../domain/inventory/errors.js";
import {
  withItemsNamed,
  type Bulk,
  type BulkOutcome,
  type ErrorPolicy,
} from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { nothingChanged } from "../../shared/warning.js";
import { mayWriteInventory } from "../ports/permissions.js";
import {
  changeStock,
  type StockChanged,
  type StockStores,
  type StockTarget,
} from "./change-stock.js";

interface StockTerms extends StockTarget {
  /** Left out: it stays. */
  readonly safety?: number | null | undefined;
  /** Null: stock is never low. Left out: it stays. */
  readonly lowStockAt?: number | null | undefined;
}

interface StockTermsSet {
  readonly terms: Bulk<StockTerms>["items"];
  readonly onError?: ErrorPolicy | null | undefined;
}

/** Sets how many units are kept back from sale, and at how many available ones stock is low. */
export const stockTermsSet = change(
  mayWriteInventory,
  (
    { terms, onError }: StockTermsSet,
    work: Work<StockStores>,
  ): Promise<BulkOutcome<StockChanged>> =>
    withItemsNamed("terms", () =>
      changeStock(
        work,
        { items: terms, onError },
        async ({ safety, lowStockAt }, stored, { variantId }) => {
          if (!stored) throw new StockItemNotFound(variantId).prefixPath(["variantId"]);
          const hasChanged = await withPathAsync(
            () => [(safety ?? 0) < 0 ? "safety" : "lowStockAt"],
            () =>
              stored.setTerms({
                ...(safety != null && { safety }),
                ...(lowStockAt !== undefined && { lowStockAt }),
              }),
          );
          return { item: stored, warnings: hasChanged ? [] : [nothingChanged()] };
        },
      ),
    ),
);
