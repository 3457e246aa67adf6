/** The columns of the primary key of a row, with their values. */
export type RowKey = Readonly<Record<string, string | number>>;

/** A row that breaks a rule. */
export interface BrokenRow {
  readonly key: RowKey;
  readonly expected: string;
  readonly found: string;
}

/** What is always true of the rows of a table. */
export interface RowRule {
  readonly name: string;
  /** A sentence. */
  readonly rule: string;
  readonly table: string;
  /** Whether other rows tell the right values of a broken one. */
  readonly isRepairable: boolean;
}

export interface RowPage {
  /** How many rows were read. */
  readonly rows: number;
  /** The rows that break the rule, unless they have changed meanwhile. */
  readonly suspects: readonly RowKey[];
  /** The last row; null when there are no more. */
  readonly next: RowKey | null;
}

/** Reads the rows of a rule page by page, and locks none. */
export interface RowCheckReads {
  /** The rules of all contexts. */
  readonly rules: readonly RowRule[];
  page(rule: string, after: RowKey | null, now: Date): Promise<RowPage>;
}

export interface RowChecks {
  /** Locks rows. @returns those that break the rule */
  broken(rule: string, keys: readonly RowKey[]): Promise<readonly BrokenRow[]>;
  /** Writes what other rows tell. */
  repair(rule: string, keys: readonly RowKey[]): Promise<void>;
}

export interface RowCheckStores {
  readonly rowChecks: RowChecks;
}
