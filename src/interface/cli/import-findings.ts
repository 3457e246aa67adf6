import type { ImportReport } from "../../application/catalog/import-export/import-report.js";
import type { ProductReport } from "../../application/catalog/import-export/product-report.js";
import type { ProductFile } from "../../application/catalog/ports/product-files.js";
import type { ImportIssue } from "../../application/shared/file-format.js";

const MOST_ISSUES = 10_000;

export interface FoundIssue extends ImportIssue {
  readonly product: string | null;
}

/**
 * The issues of a file. The first ones are kept, further ones are only counted, so that memory is
 * bounded.
 */
export class ImportFindings {
  readonly defects: FoundIssue[] = [];
  readonly warnings: FoundIssue[] = [];
  readonly refused: string[] = [];
  #leftOut = 0;

  constructor(private readonly file: ProductFile) {
    this.#keep(this.warnings, file.warnings, null);
  }

  add({ name, outcome: fate, defects, warnings }: ProductReport): void {
    if (fate === "refused" && this.refused.length < MOST_ISSUES) this.refused.push(name);
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
      remarksLeftOut: this.#leftOut,
    };
    const { refused, defects, warnings } = this;
    yield `${JSON.stringify({ ...head, refused, defects, warnings }, null, 2)}\n`;
  }

  #keep(kept: FoundIssue[], issues: readonly ImportIssue[], product: string | null): void {
    for (const issue of issues)
      if (kept.length < MOST_ISSUES) kept.push({ product, ...issue });
      else this.#leftOut += 1;
  }
}
