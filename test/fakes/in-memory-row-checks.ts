import type {
  BrokenRow,
  RowCheckReads,
  RowCheckStores,
  RowRule,
} from "../../src/application/shared/row-checks.js";
import type { InMemoryDatabase } from "./in-memory-database.js";

/** A row of a rule, and what is wrong with it. */
export interface CheckedRow {
  readonly id: number;
  readonly problem: Omit<BrokenRow, "key"> | null;
}

const RULES: readonly RowRule[] = [
  { name: "shelves", rule: "Every shelf holds.", table: "shelf", isRepairable: true },
  { name: "doors", rule: "Every door closes.", table: "door", isRepairable: false },
];
const PAGE_SIZE = 2;

const rowsOf = (database: InMemoryDatabase, rule: string): Map<string, CheckedRow> =>
  database.rows<CheckedRow>(rule);

export const inMemoryRowCheckReads = (database: InMemoryDatabase): RowCheckReads => ({
  rules: RULES,
  page: async (rule, after) => {
    const rows = [...rowsOf(database, rule).values()]
      .filter(({ id }) => id > Number(after?.["id"] ?? 0))
      .slice(0, PAGE_SIZE);
    const last = rows.at(-1);
    return {
      rows: rows.length,
      suspects: rows.filter(({ problem }) => problem).map(({ id }) => ({ id })),
      next: last && rows.length === PAGE_SIZE ? { id: last.id } : null,
    };
  },
});

export const inMemoryRowChecks = (database: InMemoryDatabase): RowCheckStores => ({
  rowChecks: {
    broken: async (rule, keys) =>
      keys.flatMap((key) => {
        const problem = rowsOf(database, rule).get(String(key["id"]))?.problem;
        return problem ? [{ key, ...problem }] : [];
      }),
    repair: async (rule, keys) => {
      for (const { id } of keys)
        rowsOf(database, rule).set(String(id), { id: Number(id), problem: null });
    },
  },
});
