import type { TableKind } from "../../shared/table-files.js";

export type PriceField =
  "list" | "sku" | "variantId" | "minimumQuantity" | "currency" | "price" | "compareAt";

/** The files of the prices in price lists. */
export const PRICE_FILE: TableKind<PriceField> = {
  name: "a price list file",
  columns: {
    list: { names: ["Price list", "Price list key", "List"], isRequired: true },
    sku: { names: ["SKU", "Variant SKU"] },
    variantId: { names: ["Variant id"] },
    minimumQuantity: { names: ["Minimum quantity", "Min quantity"] },
    currency: { names: ["Currency"] },
    price: { names: ["Price"], isNumber: true, isRequired: true },
    compareAt: {
      names: ["Compare-at price", "Compare at price", "Compare-at"],
      isNumber: true,
    },
  },
};
