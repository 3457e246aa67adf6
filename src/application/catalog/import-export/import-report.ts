import { countOf, NONE, type Counts } from "./import-outcome.js";
import type { ProductReport } from "./product-report.js";

/** The result of the import of a file. */
export interface ImportReport {
  readonly rows: number;
  readonly products: Counts;
  readonly variants: Counts;
  readonly images: Counts;
  /** Whether the import was stopped before the last product. The counted products are imported. */
  readonly interrupted: boolean;
  /** Whether a strict import found a defect, so that nothing was imported. */
  readonly refusedWhole: boolean;
}

export const NOTHING_IMPORTED: ImportReport = {
  rows: 0,
  products: NONE,
  variants: NONE,
  images: NONE,
  interrupted: false,
  refusedWhole: false,
};

export const addToReport = (
  report: ImportReport,
  { rows, outcome, variants, images }: ProductReport,
): ImportReport => ({
  ...report,
  rows: report.rows + rows,
  products: sum(report.products, countOf(outcome, 1)),
  variants: sum(report.variants, variants),
  images: sum(report.images, images),
});

/** The report of a file of which nothing is imported: only what is refused counts. */
export const refusedWhole = (trial: ImportReport): ImportReport => ({
  ...NOTHING_IMPORTED,
  rows: trial.rows,
  products: countOf("refused", trial.products.refused),
  variants: countOf("refused", trial.variants.refused),
  images: countOf("refused", trial.images.refused),
  interrupted: trial.interrupted,
  refusedWhole: true,
});

const sum = (a: Counts, b: Counts): Counts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  refused: a.refused + b.refused,
});
