import type { Condition } from "../shared/database/condition.js";
import { insertRows } from "../shared/database/insert-rows.js";
import { overwriteRows, removeRows } from "../shared/database/overwrite-rows.js";
import type { RowValues, SqlSession } from "../shared/database/sql-session.js";

interface PriceTable {
  readonly table: string;
  readonly idColumn: string;
  readonly where?: Condition;
}

/** A price that changed, with the version that was decided on; 0 when it had no row. */
interface ChangedPrice {
  readonly id: string;
  readonly replaces: number;
  /** Null removes the row. */
  readonly row: RowValues | null;
}

/** Writes changed prices of one table. @throws StaleVersion */
export const savePriceRows = async (
  session: SqlSession,
  table: PriceTable,
  changes: readonly ChangedPrice[],
): Promise<void> => {
  const stored = changes.filter(({ replaces }) => replaces > 0);
  await removeRows(
    session,
    table,
    stored.filter(({ row }) => row === null),
  );
  await overwriteRows(
    session,
    table,
    stored.flatMap(({ id, replaces, row }) => (row ? [{ id, replaces, values: row }] : [])),
  );
  await insertRows(
    session,
    table.table,
    changes.flatMap(({ replaces, row }) => (replaces === 0 && row ? [row] : [])),
  );
};
