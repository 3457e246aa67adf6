import type { ProductFileShape } from "../../../application/catalog/ports/product-files.js";
import type {
  ImageRecord,
  ProductRecord,
  VariantRecord,
} from "../../../application/catalog/ports/product-record.js";
import type { WeightUnit } from "../../../domain/catalog/variants/variant.js";
import { grams } from "../../../domain/catalog/variants/milligrams.js";
import { COLUMNS, GOOGLE, GOOGLE_COLUMNS, type Field } from "./columns.js";
import { safeCell, toSafeBarcode } from "./safe-cell.js";

/** One column of an exported file: its name, and the text of its cells. */
export interface Column {
  readonly name: string;
  readonly of:
    | { readonly handle: (record: ProductRecord) => string }
    | { readonly product: (record: ProductRecord) => string }
    | { readonly variant: (variant: VariantRecord) => string }
    | { readonly image: (image: ImageRecord) => string };
}

const UNITS: Readonly<Record<WeightUnit, string>> = {
  GRAMS: "g",
  KILOGRAMS: "kg",
  OUNCES: "oz",
  POUNDS: "lb",
};
const FEWEST_OPTIONS = 3;

const text = (value: string | null | undefined): string => (value ? safeCell(value) : "");
const flag = (value: boolean | undefined): string => (value ? "TRUE" : "FALSE");

const product = (field: Field, cell: (record: ProductRecord) => string): Column => ({
  name: COLUMNS[field][0],
  of: { product: cell },
});
const variant = (field: Field, cell: (record: VariantRecord) => string): Column => ({
  name: COLUMNS[field][0],
  of: { variant: cell },
});
const image = (field: Field, cell: (record: ImageRecord) => string): Column => ({
  name: COLUMNS[field][0],
  of: { image: cell },
});

/**
 * The columns of Shopify's sample file in its order, with as many options as the products have, and
 * their metafields.
 */
export const exportColumns = ({ options, metafields }: ProductFileShape): readonly Column[] => [
  product("title", ({ title }) => text(title)),
  { name: COLUMNS.handle[0], of: { handle: ({ slug }) => slug } },
  product("descriptionHtml", ({ descriptionHtml }) => text(descriptionHtml)),
  product("vendor", ({ vendor }) => text(vendor)),
  product("category", ({ category }) => text(category)),
  product("productType", ({ productType }) => text(productType)),
  product("tags", ({ tags }) => text(tags?.join(", "))),
  product("published", ({ published }) => flag(published)),
  product("status", ({ status }) => (status ?? "").toLowerCase()),
  variant("sku", ({ sku }) => text(sku)),
  variant("barcode", ({ barcode }) => (barcode ? toSafeBarcode(barcode) : "")),
  ...Array.from({ length: Math.max(options, FEWEST_OPTIONS) }, (_, index) =>
    optionColumns(index),
  ).flat(),
  variant("price", ({ price }) => price ?? ""),
  variant("compareAt", ({ compareAt }) => compareAt ?? ""),
  variant("cost", ({ cost }) => cost ?? ""),
  variant("taxable", ({ taxable }) => flag(taxable)),
  variant("taxCode", ({ taxCode }) => text(taxCode)),
  variant("measureTotal", ({ unitPriceMeasure }) => unitPriceMeasure?.total ?? ""),
  variant("measureTotalUnit", ({ unitPriceMeasure }) => text(unitPriceMeasure?.totalUnit)),
  variant("measureBase", ({ unitPriceMeasure }) => unitPriceMeasure?.base ?? ""),
  variant("measureBaseUnit", ({ unitPriceMeasure }) => text(unitPriceMeasure?.baseUnit)),
  variant("tracker", ({ tracked }) => (tracked ? "shopify" : "")),
  variant("quantity", ({ onHand }) => (onHand == null ? "" : String(onHand))),
  variant("policy", ({ soldOutPolicy }) => (soldOutPolicy ?? "DENY").toLowerCase()),
  variant("grams", ({ weightMilligrams }) =>
    weightMilligrams == null ? "" : grams(weightMilligrams),
  ),
  variant("weightUnit", ({ weightUnit }) => (weightUnit ? UNITS[weightUnit] : "")),
  variant("requiresShipping", ({ requiresShipping }) => flag(requiresShipping)),
  { name: "Fulfillment service", of: { variant: () => "manual" } },
  image("imageUrl", ({ url }) => text(url)),
  image("imagePosition", ({ position }) => (position === null ? "" : String(position))),
  image("imageAlt", ({ alt }) => text(alt)),
  variant("variantImage", ({ imageUrl }) => text(imageUrl)),
  product("giftCard", ({ giftCard }) => flag(giftCard)),
  product("seoTitle", ({ seoTitle }) => text(seoTitle)),
  product("seoDescription", ({ seoDescription }) => text(seoDescription)),
  ...metafields
    .filter(({ namespace, key }) => !isGoogle(namespace, key))
    .map(({ namespace, key }) =>
      metafield(`${readableName(key)} (product.metafields.${namespace}.${key})`, namespace, key),
    ),
  ...Object.entries(GOOGLE_COLUMNS).map(([key, [name]]) =>
    metafield(`Google Shopping / ${name}`, GOOGLE, key),
  ),
];

// Option names are in the first row only. "Linked To" is in the sample file, but the shop has no
// such field.
const optionColumns = (index: number): readonly Column[] => [
  {
    name: `Option${index + 1} name`,
    of: { product: ({ options, variants }) => (variants.length > 0 ? text(options?.[index]) : "") },
  },
  {
    name: `Option${index + 1} value`,
    of: { variant: ({ optionValues }) => text(optionValues[index]) },
  },
  { name: `Option${index + 1} Linked To`, of: { product: () => "" } },
];

const isGoogle = (namespace: string, key: string): boolean =>
  namespace === GOOGLE && Object.hasOwn(GOOGLE_COLUMNS, key);

const metafield = (name: string, namespace: string, key: string): Column => ({
  name,
  of: {
    product: ({ metafields }) =>
      text(metafields?.find((field) => field.namespace === namespace && field.key === key)?.value),
  },
});

const readableName = (key: string): string => {
  const words = key.replaceAll(/[_-]+/g, " ").trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
};
