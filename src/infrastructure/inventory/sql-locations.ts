import type { LocationReads } from "../../application/inventory/ports/location-reads.js";
import type { Locations } from "../../application/inventory/ports/stock-items.js";
import type { ReadSource } from "../shared/database/read-source.js";
import { readByKey } from "../shared/database/read-page.js";
import type { SqlSession } from "../shared/database/sql-session.js";
import { LOCATION_TABLE } from "./location-table.js";

const TABLE = "inventory_location";

export const sqlLocations = (session: SqlSession): Locations => ({
  has: async (id) => (await session.query(`SELECT id FROM ${TABLE} WHERE id = ?`, [id])).length > 0,
});

export const sqlLocationReads = (source: ReadSource): LocationReads => ({
  locationsById: async (ids) => {
    const found = await readByKey(source, "id", ids, {
      columns: [LOCATION_TABLE.selection],
      from: TABLE,
      where: [],
      read: LOCATION_TABLE.toRecord,
    });
    return new Map(found.map((one) => [one.id, one]));
  },
});
