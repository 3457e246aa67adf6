import type { Location } from "../../domain/inventory/location.js";
import { text, word, type Columns } from "../shared/database/columns.js";
import { tableOf } from "../shared/database/table-of.js";

/** How a location is stored in `inventory_location`. */
const LOCATION_COLUMNS: Columns<Location> = {
  id: word("id"),
  key: text("location_key"),
  name: text("name"),
};

export const LOCATION_TABLE = tableOf(LOCATION_COLUMNS);
