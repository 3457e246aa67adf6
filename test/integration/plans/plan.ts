import type { AskedStatement } from "./large-shop.js";

/** What a database has done for a statement. */
export interface Plan {
  /** As the database tells it. */
  readonly text: string;
  /** How many rows it has looked at in each place of the plan, whether they were let through or not. */
  readonly reads: readonly { readonly of: string; readonly rows: number }[];
}

export type ReadPlan = (statement: AskedStatement) => Promise<Plan>;

/** More rows than this no statement of a shop may look at in one place, and so sort none. */
export const MOST_ROWS = 1_000;

export interface Fault {
  readonly query: string;
  readonly sql: string;
  readonly reads: Plan["reads"];
  readonly plan: string;
}

/** A statement that reads too much, with the query that asked for it; null for all others. */
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
