import { CURRENCIES, fractionDigits } from "../../../domain/shared/currencies.js";
import type { TableKind } from "../../shared/table-files.js";

export type PriceField =
  "list" | "sku" | "variantId" | "minimumQuantity" | "currency" | "price" | "compareAt";

/** Exported files name the currency in each row: in dinars 1.290 is an ordinary price. */
const hasThreeDecimals = (cell: (field: PriceField) => string): boolean => {
  const currency = cell("currency").toUpperCase();
  return CURRENCIES.includes(currency) && fractionDigits(currency) === THREE;
};
const THREE = 3;

/** The files of the prices in price lists. */
export const PRICE_FILE: TableKind<PriceField> = {
  name: "a price list file",
  columns: {
    list: { names: ["Price list", "Price list key", "List"], isRequired: true },
    sku: { names: ["SKU", "Variant SKU"] },
    variantId: { names: ["Variant id"] },
    minimumQuantity: { names: ["Minimum quantity", "Min quantity"] },
    currency: { names: ["Currency"] },
    price: { names: ["Price"], isNumber: true, hasThreeDecimals, isRequired: true },
    compareAt: {
      names: ["Compare-at price", "Compare at price", "Compare-at"],
      isNumber: true,
      hasThreeDecimals,
    },
  },
};
