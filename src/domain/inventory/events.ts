import type { VariantId } from "../catalog/ids.js";

export type StockEvent =
  | {
      readonly type: "inventory.stock-counted";
      readonly variantId: VariantId;
      readonly version: number;
      readonly onHand: number;
    }
  /** The number of units was corrected, for example because some broke or were found. */
  | {
      readonly type: "inventory.stock-adjusted";
      readonly variantId: VariantId;
      readonly version: number;
      readonly by: number;
      readonly onHand: number;
    }
  /** Stock is no longer counted. If it is counted again, versions start at 1 again. */
  | {
      readonly type: "inventory.stock-discarded";
      readonly variantId: VariantId;
      readonly version: number;
    }
  | {
      readonly type: "inventory.stock-reserved";
      readonly variantId: VariantId;
      readonly version: number;
      readonly quantity: number;
    }
  | {
      readonly type: "inventory.stock-exhausted";
      readonly variantId: VariantId;
      readonly version: number;
    };
