import { PRODUCT_COLUMNS } from "./product-fields.js";
import { VARIANT_COLUMNS } from "./variant-fields.js";

/**
 * The columns of a product file, each with its name in current Shopify files first, then other
 * names.
 */
export const COLUMNS = {
  ...PRODUCT_COLUMNS,
  ...VARIANT_COLUMNS,
  imageUrl: ["Product image URL", "Image Src"],
  imageUrls: ["Images Sources"],
  imagePosition: ["Image position"],
  imageAlt: ["Image alt text"],
  imageAlts: ["Images Alt Text"],
  metafieldNamespace: ["Metafield Namespace"],
  metafieldKey: ["Metafield Key"],
  metafieldValue: ["Metafield Value"],
  metafieldType: ["Metafield Value Type"],
  currency: ["Variant Currency"],
} as const satisfies Readonly<Record<string, readonly [string, ...string[]]>>;

export type Field = keyof typeof COLUMNS;

/** The namespace of the metafields in the Google Shopping columns. */
export const GOOGLE = "google";
/** By key: the current name of the column, then other names. */
export const GOOGLE_COLUMNS: Readonly<Record<string, readonly [string, ...string[]]>> = {
  google_product_category: ["Google product category"],
  gender: ["Gender"],
  age_group: ["Age group"],
  mpn: ["Manufacturer part number (MPN)", "MPN"],
  ad_group_name: ["Ad group name", "AdWords Grouping"],
  ads_labels: ["Ads labels", "AdWords Labels"],
  condition: ["Condition"],
  custom_product: ["Custom product"],
  custom_label_0: ["Custom label 0"],
  custom_label_1: ["Custom label 1"],
  custom_label_2: ["Custom label 2"],
  custom_label_3: ["Custom label 3"],
  custom_label_4: ["Custom label 4"],
};

/** Known columns that the shop cannot store. */
export const NOT_KEPT: readonly RegExp[] = [
  /^(variant )?ful+fil+ment service$/,
  /^option ?\d+ linked ?to$/,
  /^(included|price|compare[ -]at price)\/./,
  /^(template suffix|published scope|published at|image attachment)$/,
  /^(image (height|width)|variant images alt text)$/,
  /\(collection\.metafields\..+\)$/,
];
