import type { ProductEntry } from "../../../application/catalog/ports.js";
import { cut, type ProductSheet } from "../../../application/catalog/files/product-sheet.js";
import { refuseNameless, refuseTooMany, refuseTwoProducts } from "./doubtful-products.js";
import { Findings, type NumberStyle } from "./findings.js";
import type { Header } from "./header.js";
import { warnAboutLostCharacters } from "./lost-characters.js";
import type { ProductRows } from "./product-rows.js";
import { readBoolean, readStatus } from "./read-cells.js";
import { readImages } from "./read-images.js";
import { readMetafields } from "./read-metafields.js";
import { hasVariant, readOptions } from "./read-options.js";
import { readVariant } from "./read-variant.js";
import { refuseRepetitions } from "./repetitions.js";
import { refuseRaggedRows } from "./ragged-rows.js";
import type { Row } from "./records.js";
import type { Survey } from "./survey.js";

/** Everything that is the same for all products of a file. */
export interface Reading {
  readonly header: Header;
  readonly survey: Survey;
  readonly style: NumberStyle;
  readonly columns: Readonly<Record<string, string>>;
}

const LONGEST_NAME = 255;

/** One product out of its rows, with all that is wrong or odd about them. */
export const readProduct = (
  { key, rows, count }: ProductRows,
  { header, survey, style, columns }: Reading,
): ProductEntry => {
  const findings = new Findings(header, style);
  const [top] = rows;
  const entry = {
    name: cut(key, LONGEST_NAME),
    rows: count,
    variants: rows.filter((row) => hasVariant(findings, row)).length,
    images: new Set(rows.map((row) => findings.cell(row, "imageUrl")).filter(Boolean)).size,
    defects: findings.defects,
    warnings: findings.warnings,
  };
  if (
    !top ||
    refuseRaggedRows(findings, rows) ||
    refuseTooMany(findings, rows, top, count) ||
    refuseNameless(findings, rows, top, key)
  )
    return { ...entry, sheet: null };
  refuseTwoProducts(findings, rows, survey.beginnings.get(key));
  warnAboutLostCharacters(findings, rows);

  const { names, variants } = readOptions(findings, rows);
  const sheets = variants.map(({ row, optionValues }) => readVariant(findings, row, optionValues));
  const unique = refuseRepetitions(
    findings,
    variants.map(({ row }) => row),
    sheets,
    survey,
    key,
  );
  const metafields = readMetafields(findings, rows, survey.columnsWithLines);
  const images = readImages(findings, rows);
  const sheet: ProductSheet = {
    place: { line: top.line, column: null },
    columns,
    slug: key,
    ...productFields(findings, rows),
    ...(metafields && { metafields }),
    ...(names && unique.length > 0 && { options: names }),
    variants: unique,
    images,
  };
  return { ...entry, variants: variants.length, images: images.length, sheet };
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

type Fields = { -readonly [Name in keyof ProductSheet]?: ProductSheet[Name] };

function productFields(findings: Findings, rows: readonly Row[]): Fields {
  const fields: Fields = {};
  for (const field of TEXTS) {
    const found = findings.first(rows, field);
    if (found) fields[field] = found.value;
  }
  const tags = findings.first(rows, "tags");
  if (tags) fields.tags = readTags(findings, tags.row, tags.value);
  const published = findings.first(rows, "published");
  // Shopify: a blank cell publishes.
  if (published)
    fields.published =
      published.value === "" ||
      readBoolean(findings, published.row, "published", published.value) === true;
  const status = findings.first(rows, "status");
  const known = status?.value ? readStatus(findings, status.row, status.value) : undefined;
  if (known) fields.status = known;
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
      reason: "The tags hold blanks but no comma, so they are one tag.",
      advice: "Write commas between the tags when several are meant.",
    });
  return value
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
