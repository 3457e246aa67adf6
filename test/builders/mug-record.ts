import type { ProductEntry } from "../../src/application/catalog/ports/product-files.js";
import type { ImportIssue } from "../../src/application/shared/file-format.js";
import type {
  ProductRecord,
  VariantRecord,
} from "../../src/application/catalog/ports/product-record.js";

/** A variant on line 2. */
export const variantRecord = (more: Partial<VariantRecord> = {}): VariantRecord => ({
  location: { line: 2, column: null },
  optionValues: ["Default Title"],
  ...more,
});

export const imageRecord = (name: string, position: number | null = null, alt?: string) => ({
  location: { line: 2, column: "Image Src" },
  url: `https://img.example/${name}.jpg`,
  position,
  ...(alt !== undefined && { alt }),
});

/** A mug without options for 4.50, with 7 on hand. */
export const mugRecord = (more: Partial<ProductRecord> = {}): ProductRecord => ({
  location: { line: 2, column: null },
  columns: { title: "Title", sku: "Variant SKU", handle: "Handle" },
  slug: "mug",
  title: "Mug",
  options: ["Title"],
  variants: [variantRecord({ sku: "MUG", price: "4.50", onHand: 7, tracked: true })],
  images: [],
  ...more,
});

const entry = (record: ProductRecord, defects: readonly ImportIssue[] = []): ProductEntry => ({
  name: record.slug,
  rows: 1,
  variants: record.variants.length,
  images: record.images.length,
  record,
  defects,
  warnings: [],
});

/** A file with these records. */
export const fileOf = (...records: readonly (ProductRecord | ProductEntry)[]) => ({
  has: (slug: string) =>
    records.some((one) => ("defects" in one ? one.record?.slug : one.slug) === slug),
  hasSku: (sku: string) =>
    records.some((one) =>
      ("defects" in one ? one.record : one)?.variants.some((variant) => variant.sku === sku),
    ),
  declared: [],
  issuesOfNew: { products: null, variants: null },
  entries: async function* (): AsyncGenerator<ProductEntry> {
    for (const record of records) yield "defects" in record ? record : entry(record);
  },
});

/** A record with a defect in a cell. */
export const withDefect = (record: ProductRecord): ProductEntry =>
  entry(record, [
    {
      code: "INVALID_PRICE",
      line: 2,
      column: "Variant Price",
      value: "$4",
      reason: "That is not a price.",
      advice: "Write 4.",
    },
  ]);
