import type { MigrationInterface, QueryRunner } from "typeorm";

const TABLE = "pricing_list_price";

export class KeyListPricesByQuantity1764001600001 implements MigrationInterface {
  readonly name = "KeyListPricesByQuantity1764001600001";

  up(runner: QueryRunner): Promise<void> {
    return setPrimaryKey(runner, ["variant_id", "price_list_id", "min_quantity"]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`DELETE FROM ${TABLE} WHERE min_quantity > 1`);
    await setPrimaryKey(runner, ["variant_id", "price_list_id"]);
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
