import type { DeliveryZoneSnapshot } from "../../domain/delivery/delivery-zone.js";
import { json, number, text, time, word, type Columns } from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** How a delivery zone is stored in `delivery_zone`. */
const ZONE_COLUMNS: Columns<DeliveryZoneSnapshot> = {
  id: word("id"),
  key: text("zone_key"),
  name: text("name"),
  areas: json("areas"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

export const DELIVERY_ZONE_TABLE = {
  name: "delivery_zone",
  keyColumn: "zone_key",
  ...tableOf(ZONE_COLUMNS),
} as const;
