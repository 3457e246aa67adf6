import type { ProductEntry } from "../../src/application/catalog/ports.js";
import type {
  ProductSheet,
  Remark,
  VariantSheet,
} from "../../src/application/catalog/files/product-sheet.js";

/** A variant on line 2. */
export const variantSheet = (more: Partial<VariantSheet> = {}): VariantSheet => ({
  place: { line: 2, column: null },
  optionValues: ["Default Title"],
  ...more,
});

export const imageSheet = (name: string, position: number | null = null, alt?: string) => ({
  place: { line: 2, column: "Image Src" },
  url: `https://img.example/${name}.jpg`,
  position,
  ...(alt !== undefined && { alt }),
});

/** A mug without a choice, priced 4.50, with 7 on hand. */
export const mugSheet = (more: Partial<ProductSheet> = {}): ProductSheet => ({
  place: { line: 2, column: null },
  columns: { title: "Title", sku: "Variant SKU", handle: "Handle" },
  slug: "mug",
  title: "Mug",
  options: ["Title"],
  variants: [variantSheet({ sku: "MUG", price: "4.50", onHand: 7, tracked: true })],
  images: [],
  ...more,
});

const entry = (sheet: ProductSheet, defects: readonly Remark[] = []): ProductEntry => ({
  name: sheet.slug,
  rows: 1,
  variants: sheet.variants.length,
  images: sheet.images.length,
  sheet,
  defects,
  warnings: [],
});

/** Sheets as if they came out of a file. */
export const fileOf = (...sheets: readonly (ProductSheet | ProductEntry)[]) => ({
  entries: async function* (): AsyncGenerator<ProductEntry> {
    for (const sheet of sheets) yield "defects" in sheet ? sheet : entry(sheet);
  },
});

/** A sheet in which a cell was faulty. */
export const faulty = (sheet: ProductSheet): ProductEntry =>
  entry(sheet, [
    {
      code: "INVALID_PRICE",
      line: 2,
      column: "Variant Price",
      value: "$4",
      reason: "That is no price.",
      advice: "Write 4.",
    },
  ]);
