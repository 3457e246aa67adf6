import type { ProductEntry } from "../../../application/catalog/ports/product-files.js";
import { truncated } from "../../../application/shared/truncated.js";
import type { ProductRecord } from "../../../application/catalog/ports/product-record.js";
import { checkProductRows } from "./check-product-rows.js";
import { Findings, type NumberStyle } from "./findings.js";
import type { Header } from "./header.js";
import { warnAboutLostCharacters } from "./warn-about-lost-characters.js";
import type { ProductRows } from "./product-rows.js";
import { readBoolean, readStatus } from "./read-enum.js";
import { readImages } from "./read-images.js";
import { readMetafields } from "./read-metafields.js";
import { hasVariant, readOptions } from "./read-options.js";
import { readVariant } from "./read-variant.js";
import { refuseDuplicateVariants } from "./refuse-duplicate-variants.js";
import type { Row } from "./records.js";
import type { FileScan } from "./scan-file.js";

/** What is the same for all products of a file. */
export interface ReadingContext {
  readonly header: Header;
  readonly scan: FileScan;
  readonly style: NumberStyle;
  readonly columns: Readonly<Record<string, string>>;
}

const LONGEST_NAME = 255;

/** One product from its rows, with all their issues. */
export const readProduct = (product: ProductRows, context: ReadingContext): ProductEntry => {
  const { key, rows, count } = product;
  const { header, scan, style, columns } = context;
  const findings = new Findings(header, style);
  const entry = {
    name: truncated(key, LONGEST_NAME),
    rows: count,
    variants: rows.filter((row) => hasVariant(findings, row)).length,
    images: new Set(rows.map((row) => findings.cell(row, "imageUrl")).filter(Boolean)).size,
    defects: findings.defects,
    warnings: findings.warnings,
  };
  const [top] = rows;
  if (!top || !checkProductRows(findings, product, scan.beginnings.get(key)))
    return { ...entry, record: null };
  warnAboutLostCharacters(findings, rows);

  const { names, variants: variantRows } = readOptions(findings, rows);
  const variants = refuseDuplicateVariants(
    findings,
    variantRows.map(({ row }) => row),
    variantRows.map(({ row, optionValues }) => readVariant(findings, row, optionValues)),
    scan,
    key,
  );
  const metafields = readMetafields(findings, rows, scan.columnsWithLines);
  const images = readImages(findings, rows);
  const record: ProductRecord = {
    location: { line: top.line, column: null },
    columns,
    slug: key,
    ...productFields(findings, rows),
    ...(metafields && { metafields }),
    ...(names && variants.length > 0 && { options: names }),
    variants,
    images,
  };
  return { ...entry, variants: variantRows.length, images: images.length, record };
};

const TEXTS = [
  "title",
  "descriptionHtml",
  "vendor",
  "category",
  "productType",
  "seoTitle",
  "seoDescription",
] as const;

type Fields = { -readonly [Name in keyof ProductRecord]?: ProductRecord[Name] };

function productFields(findings: Findings, rows: readonly Row[]): Fields {
  const fields: Fields = {};
  for (const field of TEXTS) {
    const found = findings.first(rows, field);
    if (found) fields[field] = found.value;
  }
  const tags = findings.first(rows, "tags");
  if (tags) fields.tags = readTags(findings, tags.row, tags.value);
  const published = findings.first(rows, "published");
  // As in Shopify, a blank cell publishes the product.
  if (published)
    fields.published =
      published.value === "" ||
      readBoolean(findings, published.row, "published", published.value) === true;
  const status = findings.first(rows, "status");
  const value = status?.value ? readStatus(findings, status.row, status.value) : undefined;
  if (value) fields.status = value;
  const giftCard = findings.first(rows, "giftCard");
  if (giftCard)
    fields.giftCard =
      giftCard.value !== "" &&
      readBoolean(findings, giftCard.row, "giftCard", giftCard.value) === true;
  const collection = findings.first(rows, "collection");
  if (collection?.value) fields.collection = collection.value;
  return fields;
}

function readTags(findings: Findings, row: Row, value: string): readonly string[] {
  if (!value.includes(",") && value.split(/\s+/).length > 2)
    findings.warn(row, "tags", value, {
      code: "ONE_LONG_TAG",
      reason: "The tags contain spaces but no comma, so they are one tag.",
      advice: "Write commas between the tags if these are several.",
    });
  return value
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
