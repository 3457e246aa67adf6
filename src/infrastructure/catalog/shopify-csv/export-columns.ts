import type { ProductFileShape } from "../../../application/catalog/ports/product-files.js";
import type { MetafieldOwner } from "../../../domain/catalog/metafields/metafield-usage.js";
import { writeMetafieldHeader } from "../../../application/catalog/import-export/metafield-header.js";
import { safeCell } from "../../shared/csv/safe-cell.js";
import type {
  ImageRecord,
  ProductRecord,
  VariantRecord,
} from "../../../application/catalog/ports/product-record.js";
import { COLUMNS, GOOGLE, GOOGLE_COLUMNS, type Field } from "./columns.js";
import { writtenColumns } from "./file-field.js";
import { PRODUCT_FIELDS } from "./product-fields.js";
import { VARIANT_FIELDS } from "./variant-fields.js";
import { writtenText } from "./written-text.js";

/** One column of an exported file: its name, and the text of its cells. */
export interface Column {
  readonly name: string;
  readonly of:
    | { readonly handle: (record: ProductRecord) => string }
    | { readonly product: (record: ProductRecord) => string }
    | { readonly variant: (variant: VariantRecord, record: ProductRecord) => string }
    | { readonly image: (image: ImageRecord) => string };
}

const FEWEST_OPTIONS = 3;

const PRODUCT = writtenColumns(PRODUCT_FIELDS).map(({ column, cell }) => ({
  column,
  name: COLUMNS[column][0],
  of: { product: cell },
}));
const VARIANT = writtenColumns(VARIANT_FIELDS).map(({ column, cell }) => ({
  column,
  name: COLUMNS[column][0],
  of: { variant: cell },
}));
const image = (field: Field, cell: (record: ImageRecord) => string): Column => ({
  name: COLUMNS[field][0],
  of: { image: cell },
});

const BEFORE_OPTIONS: ReadonlySet<Field> = new Set<Field>(["sku", "barcode"]);
const AFTER_IMAGES: ReadonlySet<Field> = new Set<Field>([
  "variantImage",
  "giftCard",
  "seoTitle",
  "seoDescription",
  "publishedFrom",
  "publishedUntil",
]);
const isAfterImages = ({ column }: { readonly column: Field }) => AFTER_IMAGES.has(column);
const [TITLE, ...TEXTS] = PRODUCT.filter((one) => !isAfterImages(one));

/**
 * The columns of Shopify's sample file in its order, with as many options as the products have, and
 * their metafields.
 */
export const exportColumns = ({
  options,
  swatches,
  metafields,
}: ProductFileShape): readonly Column[] => [
  ...(TITLE ? [TITLE] : []),
  { name: COLUMNS.handle[0], of: { handle: ({ slug }) => slug } },
  ...TEXTS,
  ...VARIANT.filter(({ column }) => BEFORE_OPTIONS.has(column)),
  ...Array.from({ length: Math.max(options, FEWEST_OPTIONS) }, (_, index) =>
    optionColumns(index, swatches.includes(index)),
  ).flat(),
  ...VARIANT.filter((one) => !BEFORE_OPTIONS.has(one.column) && !isAfterImages(one)),
  { name: "Fulfillment service", of: { variant: () => "manual" } },
  image("imageUrl", ({ url }) => writtenText(url)),
  image("imagePosition", ({ position }) => (position === null ? "" : String(position))),
  image("imageAlt", ({ alt }) => writtenText(alt)),
  ...VARIANT.filter(isAfterImages),
  ...PRODUCT.filter(isAfterImages),
  ...metafields
    .filter(({ owner, namespace, key }) => owner !== "PRODUCT" || !isGoogle(namespace, key))
    .map((field) =>
      metafield(safeCell(writeMetafieldHeader(field)), field.namespace, field.key, field.owner),
    ),
  ...Object.entries(GOOGLE_COLUMNS).map(([key, [name]]) =>
    metafield(`Google Shopping / ${name}`, GOOGLE, key),
  ),
];

// Swatches are a column of this shop only, beside the values of an option that has any. Option names are in the first row only. "Linked To" is in the sample file, but the shop has no
// such field.
const optionColumns = (index: number, hasSwatches: boolean): readonly Column[] => [
  {
    name: `Option${index + 1} name`,
    of: {
      product: ({ options, variants }) =>
        variants.length > 0 ? writtenText(options?.[index]) : "",
    },
  },
  {
    name: `Option${index + 1} value`,
    of: { variant: ({ optionValues }) => writtenText(optionValues[index]) },
  },
  { name: `Option${index + 1} Linked To`, of: { product: () => "" } },
  ...(hasSwatches ? [swatchColumn(index)] : []),
];

const swatchColumn = (index: number): Column => ({
  name: `Option${index + 1} swatch`,
  of: {
    variant: ({ optionValues }, { swatches = [] }) => {
      const swatch = swatches[index]?.find(({ value }) => value === optionValues[index]);
      return swatch?.color ?? writtenText(swatch?.imageUrl);
    },
  },
});

const isGoogle = (namespace: string, key: string): boolean =>
  namespace === GOOGLE && Object.hasOwn(GOOGLE_COLUMNS, key);

const metafield = (
  name: string,
  namespace: string,
  key: string,
  owner: MetafieldOwner = "PRODUCT",
): Column => {
  const cell = ({ metafields }: Pick<ProductRecord, "metafields">): string =>
    writtenText(
      metafields?.find((field) => field.namespace === namespace && field.key === key)?.value,
    );
  return { name, of: owner === "VARIANT" ? { variant: cell } : { product: cell } };
};
