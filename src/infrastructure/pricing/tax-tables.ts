import type { TaxCategorySnapshot } from "../../domain/pricing/tax-settings/tax-category-setting.js";
import type { TaxRateSnapshot } from "../../domain/pricing/tax-settings/tax-rate-setting.js";
import type { TaxZoneSnapshot } from "../../domain/pricing/tax-settings/tax-zone-setting.js";
import {
  flag,
  json,
  number,
  optionalTime,
  text,
  time,
  word,
  type Columns,
} from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";
import { DEFAULT_MARK } from "./market-table.js";

const CATEGORY_COLUMNS: Columns<TaxCategorySnapshot> = {
  id: word("id"),
  key: text("category_key"),
  name: text("name"),
  isDefault: {
    cells: { default_mark: (isDefault) => (isDefault ? DEFAULT_MARK : null) },
    read: (row) => row["default_mark"] === DEFAULT_MARK,
  },
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

const ZONE_COLUMNS: Columns<TaxZoneSnapshot> = {
  id: word("id"),
  key: text("zone_key"),
  name: text("name"),
  areas: json("areas"),
  chargeTaxation: word("charge_taxation"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

const RATE_COLUMNS: Columns<TaxRateSnapshot> = {
  id: word("id"),
  zone: text("zone_key"),
  category: text("category_key"),
  tax: text("tax"),
  partsPerMillion: number("parts_per_million"),
  isCompound: flag("is_compound"),
  from: optionalTime("valid_from"),
  until: optionalTime("valid_until"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

/** How tax settings are stored: `pricing_tax_category`, `pricing_tax_zone`, `pricing_tax_rate`. */
export const TAX_TABLES = {
  category: {
    name: "pricing_tax_category",
    keyColumn: "category_key",
    ...tableOf(CATEGORY_COLUMNS),
  },
  zone: { name: "pricing_tax_zone", keyColumn: "zone_key", ...tableOf(ZONE_COLUMNS) },
  rate: { name: "pricing_tax_rate", ...tableOf(RATE_COLUMNS) },
} as const;
