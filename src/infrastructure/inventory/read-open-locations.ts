import type { ServingLocation } from "../../application/inventory/ports/choose-locations.js";
import type { RowSource } from "../shared/database/sql-session.js";
import { LOCATION_TABLE } from "./location-table.js";

/** What a strategy knows of the open locations, in one statement, by id. */
export const readOpenLocations = async (source: RowSource): Promise<readonly ServingLocation[]> => {
  const rows = await source.query(
    `SELECT ${LOCATION_TABLE.selection} FROM ${LOCATION_TABLE.name} WHERE closed_at IS NULL ORDER BY id`,
  );
  return rows.map((row) => {
    const { id, priority, marketIds, countries } = LOCATION_TABLE.toRecord(row);
    return { id, priority, marketIds, countries };
  });
};
