import { placed } from "../../../domain/shared/domain-error.js";
import { StockItemNotFound } from "../../inventory/inventory.js";
import type { Bulk, BulkDone, ErrorPolicy } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import { changeStock, listedAs, type StockNews, type VariantEdited } from "./change-stock.js";
import type { EditStores } from "../products/take-products.js";

export interface StockAdjustment extends StockNews {
  /** -2 for two broken units, 3 for three that were found. */
  readonly by: number;
}

export interface AdjustStock {
  readonly adjustments: Bulk<StockAdjustment>["items"];
  readonly onError?: ErrorPolicy | null | undefined;
}

/** Writes units off that broke, and on that were found. Unlike a count it is right whatever was sold in between. */
export const adjustStock = change(
  mayWriteCatalog,
  (
    { adjustments, onError }: AdjustStock,
    work: Work<EditStores>,
  ): Promise<BulkDone<VariantEdited>> =>
    listedAs("adjustments", () =>
      changeStock(work, { items: adjustments, onError }, async ({ by }, stored, variantId) => {
        if (!stored) throw new StockItemNotFound(variantId).within(["variantId"]);
        await placed(
          () => ["by"],
          () => stored.adjust(by),
        );
        return { item: stored };
      }),
    ),
);
