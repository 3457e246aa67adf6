import type { ProductEntry } from "../../../application/catalog/ports/product-files.js";
import { truncated } from "../../../application/shared/truncated.js";
import type { ProductRecord } from "../../../application/catalog/ports/product-record.js";
import { checkProductRows } from "./check-product-rows.js";
import { fieldsReader } from "./file-field.js";
import { Findings } from "./findings.js";
import type { NumberStyle } from "./product-cells.js";
import type { Header } from "./header.js";
import { warnAboutLostCharacters } from "./warn-about-lost-characters.js";
import { warnAboutUnusedCells } from "./warn-about-unused-cells.js";
import { PRODUCT_FIELDS } from "./product-fields.js";
import { slugOfKey } from "./product-key.js";
import type { ProductRows } from "./product-rows.js";
import { readImages } from "./read-images.js";
import { readMetafields } from "./read-metafields.js";
import { hasVariant, readOptions } from "./read-options.js";
import { readSwatches } from "./read-swatches.js";
import { readVariant } from "./read-variant.js";
import { refuseDuplicateVariants } from "./refuse-duplicate-variants.js";
import type { FileScan } from "./scan-file.js";

/** What is the same for all products of a file. */
export interface ReadingContext {
  readonly header: Header;
  readonly scan: FileScan;
  readonly style: NumberStyle;
  readonly columns: Readonly<Record<string, string>>;
}

const LONGEST_NAME = 255;
const readFields = fieldsReader(PRODUCT_FIELDS);

/** One product from its rows, with all their issues. */
export const readProduct = (product: ProductRows, context: ReadingContext): ProductEntry => {
  const { key, rows, count } = product;
  const { header, scan, style, columns } = context;
  const findings = new Findings(header, style);
  const entry = {
    name: truncated(key, LONGEST_NAME),
    rows: count,
    variants: rows.filter((row) => hasVariant(findings, row)).length,
    images: new Set(rows.map((row) => findings.peek(row, "imageUrl")).filter(Boolean)).size,
    defects: findings.defects,
    warnings: findings.warnings,
  };
  const [top] = rows;
  if (!top || !checkProductRows(findings, product, scan)) return { ...entry, record: null };
  warnAboutLostCharacters(findings, rows);

  const { names, swatchColumns, variants: variantRows } = readOptions(findings, rows);
  findings.variantRows = new Set(variantRows.map(({ row }) => row));
  const variants = refuseDuplicateVariants(
    findings,
    variantRows.map(({ row }) => row),
    variantRows.map(({ row, optionValues }) =>
      readVariant(findings, row, optionValues, scan.columnsWithLines),
    ),
    scan,
    key,
  );
  const metafields = readMetafields(findings, rows, scan.columnsWithLines);
  const swatches = swatchColumns.map((column, axis) =>
    readSwatches(findings, variantRows, axis, column),
  );
  const images = withSwatchImages(
    readImages(findings, rows),
    variants.length > 0 ? swatches.flatMap((one) => one.images) : [],
  );
  const record: ProductRecord = {
    location: { line: top.line, column: null },
    columns,
    slug: slugOfKey(key),
    ...readFields({}, findings, rows),
    ...(metafields && { metafields }),
    ...(names &&
      variants.length > 0 && {
        options: names,
        swatches: swatches.map((one) => one.swatches),
      }),
    variants,
    images,
  };
  warnAboutUnusedCells(findings, rows);
  return { ...entry, variants: variantRows.length, images: images.length, record };
};

/** Those that only swatches show are the last ones. */
const withSwatchImages = (
  images: ProductRecord["images"],
  ofSwatches: ProductRecord["images"],
): ProductRecord["images"] => {
  const byUrl = new Map(images.map((image) => [image.url, image]));
  for (const image of ofSwatches) if (!byUrl.has(image.url)) byUrl.set(image.url, image);
  return [...byUrl.values()];
};
