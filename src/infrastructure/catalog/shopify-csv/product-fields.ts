import type { ProductRecord } from "../../../application/catalog/ports/product-record.js";
import type { FileField, FileFields } from "./file-field.js";
import type { ProductCells } from "./product-cells.js";
import { readBoolean, readStatus } from "./read-enum.js";
import { readTime } from "./read-time.js";
import type { Row } from "../../shared/csv/records.js";
import { writtenFlag, writtenText } from "./written-text.js";

/** The columns of products: the name in current Shopify files first, then other names. */
export const PRODUCT_COLUMNS = {
  title: ["Title"],
  handle: ["URL handle", "Handle"],
  descriptionHtml: ["Description", "Body (HTML)", "Body HTML", "Body"],
  vendor: ["Vendor", "Vendors"],
  category: ["Product category", "Standardized Product Type"],
  productType: ["Type", "Custom Product Type"],
  tags: ["Tags"],
  published: ["Published on online store", "Published"],
  publishedFrom: ["Published from"],
  publishedUntil: ["Published until"],
  status: ["Status"],
  giftCard: ["Gift card"],
  seoTitle: ["SEO title", "Metafields Global Title Tag"],
  seoDescription: ["SEO description", "Metafields Global Description Tag"],
  collection: ["Collection"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

type ProductColumn = keyof typeof PRODUCT_COLUMNS;
type Field<Value> = FileField<Value, readonly Row[], ProductColumn>;

/**
 * A field with a column of its own: its value is in the first row that has one.
 * @param read the value of a cell, which is blank when it is blank in all rows
 */
const inColumn = <Value>(
  column: ProductColumn,
  read: (value: string, cells: ProductCells<ProductColumn>, row: Row) => Value | undefined,
  write?: (value: Value | undefined) => string,
): Field<Value> => ({
  read: (cells, rows) => {
    const found = cells.first(rows, column);
    return found && read(found.value, cells, found.row);
  },
  write: write ? { [column]: write } : {},
});

const text = (column: ProductColumn): Field<string> =>
  inColumn(column, (value) => value, writtenText);

const time = (column: ProductColumn): Field<Date | null> =>
  inColumn(
    column,
    (value, cells, row) => readTime(cells, row, column, value),
    (at) => at?.toISOString() ?? "",
  );

/** The fields of a product, in the order of Shopify's sample file. */
export const PRODUCT_FIELDS: FileFields<
  Omit<
    ProductRecord,
    "location" | "columns" | "slug" | "options" | "swatches" | "metafields" | "variants" | "images"
  >,
  readonly Row[],
  ProductColumn
> = {
  title: text("title"),
  descriptionHtml: text("descriptionHtml"),
  vendor: text("vendor"),
  category: text("category"),
  productType: text("productType"),
  tags: inColumn(
    "tags",
    (value, cells, row) => readTags(cells, row, value),
    (tags) => writtenText(tags?.join(", ")),
  ),
  // As in Shopify, a blank cell publishes the product.
  published: inColumn(
    "published",
    (value, cells, row) => value === "" || readBoolean(cells, row, "published", value) === true,
    writtenFlag,
  ),
  status: inColumn(
    "status",
    (value, cells, row) => (value === "" ? undefined : readStatus(cells, row, value)),
    (status = "DRAFT") => status.toLowerCase(),
  ),
  giftCard: inColumn(
    "giftCard",
    (value, cells, row) => value !== "" && readBoolean(cells, row, "giftCard", value) === true,
    writtenFlag,
  ),
  seoTitle: text("seoTitle"),
  seoDescription: text("seoDescription"),
  publishedFrom: time("publishedFrom"),
  publishedUntil: time("publishedUntil"),
  // Only imported: a product may be in any number of collections.
  collection: inColumn("collection", (value) => value || undefined),
};

function readTags(cells: ProductCells<ProductColumn>, row: Row, value: string): readonly string[] {
  if (!value.includes(",") && value.split(/\s+/).length > 2)
    cells.warn(row, "tags", value, {
      code: "ONE_LONG_TAG",
      reason: "The tags contain spaces but no comma, so they are one tag.",
      advice: "Write commas between the tags if these are several.",
    });
  return value
    .split(",")
    .map((tag) => tag.trim())
    .filter((tag) => tag !== "");
}
