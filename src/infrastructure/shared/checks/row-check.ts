import type { BrokenRow, RowKey } from "../../../application/shared/row-checks.js";
import type { SqlSession } from "../database/sql-session.js";

/** Statements that only read. */
export type Reader = Pick<SqlSession, "dialect" | "query">;

/**
 * What is always true of the rows of a table, and how rows that break it are found and corrected.
 * @typeParam Stores what a repair uses
 */
export interface RowCheck<Stores = never> {
  /** `stock-ledger` */
  readonly name: string;
  /** A sentence. */
  readonly rule: string;
  readonly table: string;
  /** The columns of its primary key, in their order. */
  readonly key: readonly [string, ...string[]];
  /** How many rows are read at once: 500 when left out. */
  readonly pageSize?: number;
  /**
   * Which of the rows break the rule. Outside of a unit of work each statement sees another state of
   * the shop; inside, the rows are locked.
   */
  broken(reader: Reader, keys: readonly RowKey[], now: Date): Promise<readonly BrokenRow[]>;
  /** Writes the values that other rows tell. The rows are locked. */
  repair?(session: SqlSession, keys: readonly RowKey[], stores: Stores): Promise<void>;
}
