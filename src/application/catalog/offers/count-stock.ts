import { placed } from "../../../domain/shared/domain-error.js";
import { StockItem } from "../../inventory/inventory.js";
import type { Bulk, BulkDone, ErrorPolicy } from "../../shared/bulk.js";
import { change, type Work } from "../../shared/change.js";
import { mayWriteCatalog } from "../../shared/viewer.js";
import {
  changeStock,
  listedAs,
  type StockDecision,
  type StockNews,
  type VariantEdited,
} from "./change-stock.js";
import type { EditStores } from "../products/take-products.js";

export interface StockCount extends StockNews {
  /** The units that were counted. */
  readonly onHand: number;
}

export interface CountStock {
  readonly counts: Bulk<StockCount>["items"];
  readonly onError?: ErrorPolicy | null | undefined;
}

/** Takes over what was counted on the shelf; a variant of which no quantity was kept is kept from now on. */
export const countStock = change(
  mayWriteCatalog,
  ({ counts, onError }: CountStock, work: Work<EditStores>): Promise<BulkDone<VariantEdited>> =>
    listedAs("counts", () =>
      changeStock(work, { items: counts, onError }, ({ onHand }, stored, variantId) =>
        placed(
          () => ["onHand"],
          (): StockDecision => {
            if (!stored) return { item: StockItem.stock(variantId, onHand) };
            return stored.count(onHand)
              ? { item: stored }
              : {
                  item: stored,
                  warnings: [
                    {
                      code: "NOTHING_CHANGED",
                      message: `${onHand} units of ${variantId} were on hand already.`,
                      path: ["onHand"],
                    },
                  ],
                };
          },
        ),
      ),
    ),
);
