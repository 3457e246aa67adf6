import type { VariantId } from "../catalog/ids.js";

export type StockEvent =
  | { readonly type: "inventory.stock-counted"; readonly variantId: VariantId; readonly version: number; readonly onHand: number }
  | { readonly type: "inventory.stock-reserved"; readonly variantId: VariantId; readonly version: number; readonly quantity: number }
  | { readonly type: "inventory.stock-exhausted"; readonly variantId: VariantId; readonly version: number };
