import type { DataSource } from "typeorm";
import { expect, test } from "vitest";

/** A database that is migrated. */
export interface Migrating {
  readonly migrateOnce: () => Promise<unknown>;
  /** The database before a migration, with the rows of that time. */
  readonly before: (
    migration: string,
    store: (dataSource: DataSource) => Promise<unknown>,
  ) => Promise<void>;
  readonly onDatabase: <T>(sql: string) => Promise<T>;
}

/** What migrations make of the stock of previous releases. */
export const stockMigrations = ({ migrateOnce, before, onDatabase }: Migrating): void => {
  test("stock of the previous release is kept, at the default location", async () => {
    await before("CreateInventoryLocation1764001300000", async (dataSource) => {
      await dataSource.query(
        "INSERT INTO inventory_stock_item (variant_id, on_hand, reserved, version) VALUES ('variant_1', 3, 2, 4), ('variant_2', -1, 0, 1)",
      );
    });
    await migrateOnce();
    await onDatabase("DELETE FROM plinth_migration WHERE name LIKE '%17640013%'");
    await migrateOnce();
    await onDatabase(
      "INSERT INTO inventory_stock_item (variant_id, location_id, on_hand, reserved, version) VALUES ('variant_1', 'elsewhere', 1, 0, 1)",
    );

    const location = "location_00000000000000000000000000";
    const rows = await onDatabase<readonly object[]>(
      "SELECT variant_id, location_id, on_hand, reserved, version FROM inventory_stock_item WHERE location_id <> 'elsewhere' ORDER BY variant_id",
    );
    expect(rows.map((row) => Object.values(row).map(String))).toEqual([
      ["variant_1", location, "3", "2", "4"],
      ["variant_2", location, "-1", "0", "1"],
    ]);
    expect(await onDatabase("SELECT location_key FROM inventory_location")).toMatchObject([
      { location_key: "default" },
    ]);
  });

  test("the stock of today becomes the first movements of the ledger, once, also after an interruption", async () => {
    await before("AddStockItemFigures1764003500000", async (dataSource) => {
      await dataSource.query(
        "INSERT INTO inventory_stock_item (variant_id, on_hand, reserved, version) VALUES ('variant_1', 3, 2, 4), ('variant_2', -1, 0, 1), ('variant_3', 0, 0, 1)",
      );
    });
    await migrateOnce();
    await onDatabase("DELETE FROM inventory_stock_movement WHERE variant_id = 'variant_2'");
    await onDatabase("DELETE FROM plinth_migration WHERE name LIKE '%17640035%'");
    await migrateOnce();

    const rows = await onDatabase<readonly object[]>(
      "SELECT s.variant_id, m.kind, m.on_hand_by, m.reserved_by, m.claimed_by, s.claimed, s.safety FROM inventory_stock_item s JOIN inventory_stock_movement m ON m.variant_id = s.variant_id AND m.location_id = s.location_id ORDER BY s.variant_id",
    );
    expect(rows.map((row) => Object.values(row).map(String))).toEqual([
      ["variant_1", "OPENING", "3", "2", "0", "0", "0"],
      ["variant_2", "OPENING", "-1", "0", "0", "0", "0"],
      ["variant_3", "OPENING", "0", "0", "0", "0", "0"],
    ]);
  });
};
