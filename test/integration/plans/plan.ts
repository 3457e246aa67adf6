import type { AskedStatement } from "./large-shop.js";

/** What a database has done for a statement. */
export interface Plan {
  /** The plan, in the words of the database. */
  readonly text: string;
  /** How many rows were read in each step of the plan, also those that were filtered out. */
  readonly reads: readonly { readonly of: string; readonly rows: number }[];
}

export type ReadPlan = (statement: AskedStatement) => Promise<Plan>;

/** How many rows a statement of a shop may read, or sort, in one step. */
const MOST_ROWS = 1_000;

export interface Fault {
  readonly query: string;
  readonly sql: string;
  readonly reads: Plan["reads"];
  readonly plan: string;
}

/** A statement that reads too many rows, with its query; null for all others. */
export const faultOf = (
  query: string,
  { sql }: AskedStatement,
  { text, reads }: Plan,
): Fault | null => {
  const many = reads.filter(({ rows }) => rows > MOST_ROWS);
  return many.length === 0
    ? null
    : { query, sql: sql.replaceAll(/\s+/g, " "), reads: many, plan: text };
};
