import type { VariantId } from "../catalog/ids.js";

export type StockEvent =
  | {
      readonly type: "inventory.stock-counted";
      readonly variantId: VariantId;
      readonly version: number;
      readonly onHand: number;
    }
  /** Units were broken, found, given away. */
  | {
      readonly type: "inventory.stock-adjusted";
      readonly variantId: VariantId;
      readonly version: number;
      readonly by: number;
      readonly onHand: number;
    }
  /** The quantity is no longer kept. Should it be kept again, the versions start anew. */
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
