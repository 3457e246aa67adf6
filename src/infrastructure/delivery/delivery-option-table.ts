import type { DeliveryOptionSnapshot } from "../../domain/delivery/delivery-option.js";
import {
  flag,
  json,
  number,
  optionalJson,
  optionalNumber,
  optionalText,
  optionalWord,
  text,
  time,
  word,
  type Column,
  type Columns,
} from "../shared/database/columns.js";
import { fromSqlJson, toSqlJson } from "../shared/database/sql-value.js";
import { tableOf } from "../shared/database/table-of.js";

type Windows = DeliveryOptionSnapshot["windows"];

interface StoredWindow {
  readonly from: string | null;
  readonly until: string | null;
}

/** In JSON a time is a text. */
const windows: Column<Windows> = {
  cells: { windows: toSqlJson },
  read: (row) =>
    fromSqlJson<readonly StoredWindow[]>(row["windows"]).map(({ from, until }) => ({
      from: from === null ? null : new Date(from),
      until: until === null ? null : new Date(until),
    })),
};

/** How a delivery option is stored in `delivery_option`. */
const OPTION_COLUMNS: Columns<DeliveryOptionSnapshot> = {
  id: word("id"),
  key: text("option_key"),
  name: text("name"),
  description: text("description"),
  translations: json("translations"),
  kind: word("kind"),
  rates: json("rates"),
  zones: json("zones"),
  markets: json("markets"),
  maxWeight: optionalNumber("max_weight"),
  windows,
  pickupLocation: optionalWord("pickup_location_id"),
  carrier: optionalJson("carrier"),
  taxCategory: optionalText("tax_category"),
  position: number("position"),
  isActive: flag("is_active"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const DELIVERY_OPTION_TABLE = {
  name: "delivery_option",
  keyColumn: "option_key",
  ...tableOf(OPTION_COLUMNS),
} as const;
