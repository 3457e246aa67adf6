import type { LocationSnapshot } from "../../domain/inventory/location.js";
import {
  number,
  optionalJson,
  optionalTime,
  text,
  time,
  word,
  type Column,
  type Columns,
} from "../shared/database/columns.js";
import { fromSqlJson, toSqlJson } from "../shared/database/sql-value.js";
import { tableOf } from "../shared/database/table-of.js";

/** Null is an empty list: everything is served. */
const served = (name: string): Column<readonly string[]> => ({
  cells: { [name]: (ids) => (ids.length === 0 ? null : toSqlJson(ids)) },
  read: (row) => (row[name] == null ? [] : fromSqlJson<readonly string[]>(row[name])),
});

const LOCATION_COLUMNS: Columns<LocationSnapshot> = {
  id: word("id"),
  key: text("location_key"),
  name: text("name"),
  address: optionalJson("address"),
  priority: number("priority"),
  marketIds: served("market_ids"),
  countries: served("countries"),
  closedAt: optionalTime("closed_at"),
  version: number("version"),
  createdAt: time("created_at"),
  updatedAt: time("updated_at"),
};

/** How a location is stored in `inventory_location`. */
export const LOCATION_TABLE = {
  name: "inventory_location",
  keyColumn: "location_key",
  ...tableOf(LOCATION_COLUMNS),
} as const;
