import type { Remark } from "./product-sheet.js";

export const FATES = ["created", "updated", "unchanged", "refused"] as const;
/** What became of a product, a variant or an image. */
export type Fate = (typeof FATES)[number];
export type Counts = Readonly<Record<Fate, number>>;

/** What became of one product of a file. */
export interface ProductReport {
  readonly name: string;
  readonly rows: number;
  readonly fate: Fate;
  readonly variants: Counts;
  readonly images: Counts;
  /** Empty unless the product is refused. */
  readonly defects: readonly Remark[];
  readonly warnings: readonly Remark[];
}

/** What became of a file. */
export interface ImportReport {
  readonly rows: number;
  readonly products: Counts;
  readonly variants: Counts;
  readonly images: Counts;
  /** Whether the import was stopped before the last product; what is counted is in. */
  readonly interrupted: boolean;
  /** Whether a strict import met a defect, so that nothing of the file was taken. */
  readonly refusedWhole: boolean;
}

export const NONE: Counts = { created: 0, updated: 0, unchanged: 0, refused: 0 };
export const only = (fate: Fate, count: number): Counts => ({ ...NONE, [fate]: count });
export const count = (fates: readonly Fate[]): Counts => {
  const counts = { ...NONE };
  for (const fate of fates) counts[fate] += 1;
  return counts;
};

const sum = (a: Counts, b: Counts): Counts => ({
  created: a.created + b.created,
  updated: a.updated + b.updated,
  unchanged: a.unchanged + b.unchanged,
  refused: a.refused + b.refused,
});

export const NOTHING_IMPORTED: ImportReport = {
  rows: 0,
  products: NONE,
  variants: NONE,
  images: NONE,
  interrupted: false,
  refusedWhole: false,
};

export const plus = (
  report: ImportReport,
  { rows, fate, variants, images }: ProductReport,
): ImportReport => ({
  ...report,
  rows: report.rows + rows,
  products: sum(report.products, only(fate, 1)),
  variants: sum(report.variants, variants),
  images: sum(report.images, images),
});
