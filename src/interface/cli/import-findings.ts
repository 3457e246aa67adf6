import type { ImportReport } from "../../application/catalog/import-export/import-report.js";
import type { ProductReport } from "../../application/catalog/import-export/product-report.js";
import type { ProductFile } from "../../application/catalog/ports/product-files.js";
import type { ImportIssue } from "../../application/shared/file-format.js";
import { KeptIssues } from "./kept-issues.js";

const MOST_PRODUCTS = 10_000;

export interface FoundIssue extends ImportIssue {
  readonly product: string | null;
}

/** The issues of a file. All are counted; so many are kept that memory is bounded. */
export class ImportFindings {
  readonly defects = new KeptIssues<FoundIssue>();
  readonly warnings = new KeptIssues<FoundIssue>();
  readonly refused: string[] = [];

  constructor(private readonly file: ProductFile) {
    for (const issue of file.warnings) this.warnings.add({ product: null, ...issue });
  }

  add({ name, outcome: fate, defects, warnings }: ProductReport): void {
    if (fate === "refused" && this.refused.length < MOST_PRODUCTS) this.refused.push(name);
    for (const issue of defects) this.defects.add({ product: name, ...issue });
    for (const issue of warnings) this.warnings.add({ product: name, ...issue });
  }

  *json(
    report: ImportReport,
    { dryRun = false, strict = false }: { readonly dryRun?: boolean; readonly strict?: boolean },
  ): Generator<string> {
    const { path, dialect, rows, products, unknownColumns, columnsNotKept } = this.file;
    const { refused, defects, warnings } = this;
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
      counts: { defects: defects.counts(), warnings: warnings.counts() },
      remarksLeftOut: defects.leftOut + warnings.leftOut,
    };
    yield `${JSON.stringify({ ...head, refused, defects: defects.kept, warnings: warnings.kept }, null, 2)}\n`;
  }
}
