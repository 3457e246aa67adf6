import type { ImportReport, ProductReport } from "../../application/catalog/files/import-report.js";
import type { ProductFile } from "../../application/catalog/ports.js";
import type { Remark } from "../../application/catalog/files/product-sheet.js";

const MOST_KEPT = 10_000;

export interface FoundRemark extends Remark {
  readonly product: string | null;
}

/** Everything that was found in a file, up to a number that people and memory can bear; beyond it, it is counted. */
export class ImportFindings {
  readonly defects: FoundRemark[] = [];
  readonly warnings: FoundRemark[] = [];
  readonly refused: string[] = [];
  #left = 0;

  constructor(private readonly file: ProductFile) {
    this.#keep(this.warnings, file.warnings, null);
  }

  add({ name, fate, defects, warnings }: ProductReport): void {
    if (fate === "refused" && this.refused.length < MOST_KEPT) this.refused.push(name);
    this.#keep(this.defects, defects, name);
    this.#keep(this.warnings, warnings, name);
  }

  *json(
    report: ImportReport,
    { dryRun = false, strict = false }: { readonly dryRun?: boolean; readonly strict?: boolean },
  ): Generator<string> {
    const { path, dialect, rows, products, unknownColumns, columnsNotKept } = this.file;
    const head = {
      file: path,
      usable: true,
      dryRun,
      strict,
      dialect,
      rows,
      products,
      unknownColumns,
      columnsNotKept,
      result: report,
      remarksLeftOut: this.#left,
    };
    yield `${JSON.stringify({ ...head, refused: this.refused, defects: this.defects, warnings: this.warnings }, null, 2)}\n`;
  }

  #keep(kept: FoundRemark[], remarks: readonly Remark[], product: string | null): void {
    for (const remark of remarks)
      if (kept.length < MOST_KEPT) kept.push({ product, ...remark });
      else this.#left += 1;
  }
}
