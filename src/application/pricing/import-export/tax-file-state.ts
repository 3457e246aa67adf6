import type { TaxCategorySnapshot } from "../../../domain/pricing/tax-settings/tax-category-setting.js";
import type { TaxRateSnapshot } from "../../../domain/pricing/tax-settings/tax-rate-setting.js";
import type { TaxZoneSnapshot } from "../../../domain/pricing/tax-settings/tax-zone-setting.js";
import type { TaxRate } from "../../../domain/pricing/tax/tax-rate.js";
import type { ImportIssue } from "../../shared/file-format.js";
import type { Ids } from "../../shared/ids.js";
import { refusalsOf } from "../../shared/refusal.js";
import { refusalText, rowIssues } from "../../shared/table-import.js";
import type { TableFile, TableRow } from "../../shared/table-files.js";
import type { TaxWriteStores } from "../taxes/lock-taxes.js";
import type { TaxField } from "./tax-file.js";

export type TaxRow = TableRow<TaxField>;

/** What a rate is known by. */
export const rateName = ({
  zone,
  category,
  tax,
  from,
}: Pick<TaxRate, "zone" | "category" | "tax" | "from">): string =>
  JSON.stringify([zone, category, tax, from?.getTime() ?? null]);

/** Why a row is refused. */
export class RowRefused extends Error {
  constructor(
    readonly field: TaxField,
    readonly code: string,
    readonly reason: string,
    readonly advice: string,
  ) {
    super(reason);
  }
}

/** The taxes of the shop while a file is imported, and the issues of its rows. */
export class TaxFileState {
  readonly defects: ImportIssue[] = [];
  readonly refused = new Set<number>();
  readonly changed = new Set<number>();
  /** By the name of the rate. */
  readonly rates: Map<string, TaxRateSnapshot>;
  readonly #checked = new Set<string>();
  readonly #issue: ReturnType<typeof rowIssues<TaxField>>;

  constructor(
    readonly stores: TaxWriteStores,
    readonly ids: Ids,
    readonly now: Date,
    readonly zones: TaxZoneSnapshot[],
    readonly categories: TaxCategorySnapshot[],
    rates: readonly TaxRateSnapshot[],
    columns: TableFile<TaxField>["columns"],
  ) {
    this.rates = new Map(rates.map((rate) => [rateName(rate), rate]));
    this.#issue = rowIssues(columns);
  }

  /** Checks the same cells once: many rows name the same zone. @returns what the check returns */
  async once(cells: readonly unknown[], check: () => Promise<boolean>): Promise<boolean> {
    const text = JSON.stringify(cells);
    if (this.#checked.has(text)) return false;
    const result = await check();
    this.#checked.add(text);
    return result;
  }

  /** Does a part of a row; refuses the row when that is refused. */
  async attempt(row: TaxRow, part: () => Promise<void>): Promise<void> {
    if (this.refused.has(row.line)) return;
    try {
      await part();
    } catch (error) {
      this.refused.add(row.line);
      if (error instanceof RowRefused) {
        this.defects.push(this.#issue(row, error.field, error));
        return;
      }
      const refusals = refusalsOf(error);
      if (refusals === null) throw error;
      for (const refusal of refusals)
        this.defects.push(
          this.#issue(row, FIELDS[refusal.path[0] ?? ""] ?? "zone", refusalText(refusal)),
        );
    }
  }
}

const FIELDS: Readonly<Record<string, TaxField>> = {
  zone: "zone",
  areas: "areas",
  category: "category",
  isDefault: "isDefault",
  tax: "tax",
  rate: "percentage",
  percentage: "percentage",
  from: "from",
  until: "until",
};
