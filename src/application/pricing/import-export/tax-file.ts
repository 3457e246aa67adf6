import type { TableKind } from "../../shared/table-files.js";

export type TaxField =
  | "zone"
  | "zoneName"
  | "areas"
  | "chargeTaxation"
  | "category"
  | "categoryName"
  | "isDefault"
  | "tax"
  | "percentage"
  | "isCompound"
  | "from"
  | "until";

/** The files of tax rates, with their zones and categories. */
export const TAX_FILE: TableKind<TaxField> = {
  name: "a tax rate file",
  columns: {
    zone: { names: ["Zone", "Tax zone", "Zone key"], isRequired: true },
    zoneName: { names: ["Zone name"] },
    areas: { names: ["Areas", "Zone areas"] },
    chargeTaxation: { names: ["Delivery and fees", "Charge taxation"] },
    category: { names: ["Category", "Tax category", "Category key"], isRequired: true },
    categoryName: { names: ["Category name"] },
    isDefault: { names: ["Default category"] },
    tax: { names: ["Tax"] },
    percentage: { names: ["Percentage", "Rate"], isNumber: true, hasThreeDecimals: () => true },
    isCompound: { names: ["Compound"] },
    from: { names: ["Valid from"] },
    until: { names: ["Valid until"] },
  },
};

/** The most rows of a file: all of them are imported together. */
export const MAX_TAX_ROWS = 10_000;
