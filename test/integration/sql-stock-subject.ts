import type { Store } from "../../src/infrastructure/store.js";
import type { Row } from "../../src/infrastructure/shared/database/sql-session.js";
import type { LocationsSubject } from "../contracts/inventory/locations.contract.js";
import { outboxTypes } from "./embedded-store.js";

/** What the contracts of stock ask of a store in SQL. */
export const sqlStockSubject = (store: Store): LocationsSubject => {
  const figures = (row: Row, suffix = "") => ({
    variantId: String(row["variant_id"]),
    locationId: String(row["location_id"]),
    onHand: Number(row[`on_hand${suffix}`]),
    reserved: Number(row[`reserved${suffix}`]),
    claimed: Number(row[`claimed${suffix}`]),
  });
  return {
    unitOfWork: store.unitOfWork,
    pricesAndStock: store.pricesAndStock,
    locationReads: store.locationReads,
    stockReads: store.stockReads,
    items: async () =>
      (await store.readSource.query("SELECT * FROM inventory_stock_item")).map((row) =>
        figures(row),
      ),
    movements: async () =>
      (await store.readSource.query("SELECT * FROM inventory_stock_movement ORDER BY id")).map(
        (row) => ({
          ...figures(row, "_by"),
          kind: String(row["kind"]),
          cause: row["cause"] == null ? null : String(row["cause"]),
        }),
      ),
    reservationsOf: async (holder) =>
      (
        await store.readSource.query(
          "SELECT state, quantity FROM inventory_reservation WHERE holder = ? ORDER BY id",
          [holder],
        )
      ).map((row) => [String(row["state"]), Number(row["quantity"])] as const),
    outboxTypes: () => outboxTypes(store),
    close: () => store.close(),
  };
};
