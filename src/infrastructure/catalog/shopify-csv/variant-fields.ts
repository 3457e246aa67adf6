import type { VariantRecord } from "../../../application/catalog/ports/product-record.js";
import { grams } from "../../../domain/catalog/variants/milligrams.js";
import type { WeightUnit } from "../../../domain/catalog/variants/variant.js";
import { findCountry } from "../../../domain/shared/countries.js";
import { addressesIn } from "./addresses-in.js";
import { readBarcode, readSku, writtenBarcode, writtenSku } from "./as-written.js";
import type { FileField, FileFields } from "./file-field.js";
import type { ProductCells } from "./product-cells.js";
import { readBoolean, readPolicy, readWeightUnit } from "./read-enum.js";
import { readMeasure } from "./read-measure.js";
import { readPrice } from "./read-price.js";
import { readQuantity } from "./read-quantity.js";
import { readWeight } from "./read-weight.js";
import type { Row } from "../../shared/csv/records.js";
import { OPEN_POINT } from "../../shared/csv/to-decimal.js";
import { asWritten, writtenFlag, writtenText } from "./written-text.js";

/** The columns of variants: the name in current Shopify files first, then other names. */
export const VARIANT_COLUMNS = {
  sku: ["SKU", "Variant SKU"],
  barcode: ["Barcode", "Variant Barcode"],
  price: ["Price", "Variant Price"],
  compareAt: ["Compare-at price", "Variant Compare At Price", "Compare At Price"],
  cost: ["Cost per item"],
  taxable: ["Charge tax", "Variant Taxable"],
  taxCode: ["Tax code", "Variant Tax Code"],
  measureTotal: ["Unit price total measure"],
  measureTotalUnit: ["Unit price total measure unit"],
  measureBase: ["Unit price base measure"],
  measureBaseUnit: ["Unit price base measure unit"],
  tracker: ["Inventory tracker", "Variant Inventory Tracker"],
  quantity: ["Inventory quantity", "Variant Inventory Qty", "Variant Inventory Quantity"],
  policy: ["Continue selling when out of stock", "Variant Inventory Policy"],
  grams: ["Weight value (grams)", "Variant Grams"],
  weight: ["Variant Weight"],
  weightUnit: ["Weight unit for display", "Variant Weight Unit"],
  requiresShipping: ["Requires shipping", "Variant Requires Shipping"],
  countryOfOrigin: ["Variant Country of Origin", "Country of Origin", "COO"],
  variantImage: ["Variant image URL", "Variant Image", "Variant Images"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

type VariantColumn = keyof typeof VARIANT_COLUMNS;
type Field<Value> = FileField<Value, Row, VariantColumn>;

/** A field with a column of its own. @param read the value of a cell, which may be blank */
const inColumn = <Value>(
  column: VariantColumn,
  read: (value: string, cells: ProductCells<VariantColumn>, row: Row) => Value | undefined,
  write: (value: Value | undefined) => string,
): Field<Value> => ({
  read: (cells, row) => {
    const value = cells.cell(row, column);
    return value === undefined ? undefined : read(value, cells, row);
  },
  write: { [column]: write },
});

const text = (column: VariantColumn): Field<string | null> =>
  inColumn(column, (value) => value || null, writtenText);

/** A blank cell means no. */
const flag = (column: VariantColumn): Field<boolean> =>
  inColumn(
    column,
    (value, cells, row) => value !== "" && readBoolean(cells, row, column, value) === true,
    writtenFlag,
  );

const price = (column: VariantColumn): Field<string | null> =>
  inColumn(column, (value, cells, row) => readPrice(cells, row, column, value), asWritten);

/** An unknown country is no reason to refuse the product: the stored one stays. */
const readCountry = (
  value: string,
  cells: ProductCells<VariantColumn>,
  row: Row,
): string | null | undefined => {
  const country = findCountry(value);
  if (value === "" || country !== null) return country;
  cells.warn(row, "countryOfOrigin", value, {
    code: "UNKNOWN_COUNTRY",
    reason: `"${value}" is not a country, so the country of origin is not imported.`,
    advice: "Write the code of ISO 3166-1, such as PT, or the English name of the country.",
  });
  return undefined;
};

/** Three decimals get a fourth one, because `1.200` may be read as 1200. */
const withoutThousands = (decimal: string): string =>
  OPEN_POINT.test(decimal) ? `${decimal}0` : decimal;

/** A variant shows one image; further ones are images of the product. */
const readImage = (value: string, cells: ProductCells<VariantColumn>, row: Row): string | null => {
  const [first = null, ...others] = addressesIn(value);
  if (others.length > 0)
    cells.warn(row, "variantImage", value, {
      code: "SEVERAL_ADDRESSES",
      reason: `The cell has ${others.length + 1} addresses. The variant shows the first one; the others become images of the product.`,
      advice: "Put the image that the variant shall show first.",
    });
  return first;
};

const UNITS: Readonly<Record<WeightUnit, string>> = {
  GRAMS: "g",
  KILOGRAMS: "kg",
  OUNCES: "oz",
  POUNDS: "lb",
};

/** What an exported file has of a variant, in the order of Shopify's sample file. */
export const VARIANT_FIELDS: FileFields<
  Omit<VariantRecord, "location" | "optionValues" | "metafields">,
  Row,
  VariantColumn
> = {
  sku: {
    read: (cells, row) => {
      const cell = cells.rawCell(row, "sku");
      return cell === undefined ? undefined : readSku(cell) || null;
    },
    write: { sku: writtenSku },
  },
  barcode: {
    read: (cells, row) => {
      const cell = cells.rawCell(row, "barcode");
      return cell === undefined ? undefined : readBarcode(cell) || null;
    },
    write: { barcode: writtenBarcode },
  },
  price: price("price"),
  compareAt: price("compareAt"),
  cost: price("cost"),
  taxable: flag("taxable"),
  taxCode: text("taxCode"),
  unitPriceMeasure: {
    read: readMeasure,
    write: {
      measureTotal: (measure) => withoutThousands(measure?.total ?? ""),
      measureTotalUnit: (measure) => writtenText(measure?.totalUnit),
      measureBase: (measure) => withoutThousands(measure?.base ?? ""),
      measureBaseUnit: (measure) => writtenText(measure?.baseUnit),
    },
  },
  tracked: inColumn(
    "tracker",
    (value) => value !== "",
    (tracked) => (tracked ? "shopify" : ""),
  ),
  onHand: inColumn(
    "quantity",
    (value, cells, row) => readQuantity(cells, row, value),
    (onHand) => (onHand == null ? "" : String(onHand)),
  ),
  soldOutPolicy: inColumn(
    "policy",
    (value, cells, row) => (value === "" ? undefined : readPolicy(cells, row, value)),
    (policy = "DENY") => policy.toLowerCase(),
  ),
  weightMilligrams: {
    read: readWeight,
    write: {
      grams: (milligrams) => (milligrams == null ? "" : withoutThousands(grams(milligrams))),
    },
  },
  weightUnit: inColumn(
    "weightUnit",
    (value, cells, row) => (value === "" ? undefined : readWeightUnit(cells, row, value)),
    (unit) => (unit ? UNITS[unit] : ""),
  ),
  requiresShipping: flag("requiresShipping"),
  countryOfOrigin: inColumn("countryOfOrigin", readCountry, asWritten),
  imageUrl: inColumn("variantImage", readImage, writtenText),
};

/**
 * Whether a row has a value that only variants have. Shopify fills the other columns in rows of
 * images too.
 */
export const hasValueOfVariant = (cells: ProductCells<VariantColumn>, row: Row): boolean =>
  TELLING.some((column) => cells.peek(row, column));

const IN_EVERY_ROW: ReadonlySet<VariantColumn> = new Set<VariantColumn>([
  "taxable",
  "requiresShipping",
  "weightUnit",
  "variantImage",
  "measureTotal",
  "measureTotalUnit",
  "measureBase",
  "measureBaseUnit",
]);
const TELLING = (Object.keys(VARIANT_COLUMNS) as VariantColumn[]).filter(
  (column) => !IN_EVERY_ROW.has(column),
);
