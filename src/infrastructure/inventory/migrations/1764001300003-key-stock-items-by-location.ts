import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLE = "inventory_stock_item";

export class KeyStockItemsByLocation1764001300003 implements MigrationInterface {
  readonly name = "KeyStockItemsByLocation1764001300003";

  up(runner: QueryRunner): Promise<void> {
    return setPrimaryKey(runner, ["variant_id", "location_id"]);
  }

  down(runner: QueryRunner): Promise<void> {
    return setPrimaryKey(runner, ["variant_id"]);
  }
}

/** One statement on MySQL; SQLite copies the table, and copies it back when it is interrupted. */
const setPrimaryKey = async (runner: QueryRunner, columns: readonly string[]): Promise<void> => {
  const stored = (await runner.getTable(TABLE))?.primaryColumns ?? [];
  if (stored.length === columns.length) return;
  if (runner.connection.options.type === "mysql") {
    await runner.query(
      `ALTER TABLE ${TABLE} DROP PRIMARY KEY, ADD PRIMARY KEY (${columns.join(", ")})`,
    );
    return;
  }
  await runner.dropPrimaryKey(TABLE);
  await runner.createPrimaryKey(TABLE, [...columns]);
};
