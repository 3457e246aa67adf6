import type { ProductId } from "../ids.js";
import type { Media } from "../images/media.js";
import type { Metafield } from "../metafields/metafield.js";
import { DEFAULT_OPTION, type Option } from "../options/option.js";
import type { Publication } from "../publication.js";
import type { Seo } from "../seo.js";
import type { Variant } from "../variants/variant.js";
import type { ProductTranslation } from "./product-texts.js";

/**
 * The fields of a product that are one value with one name everywhere: in patches, in both APIs, in
 * files and in the history.
 */
export interface ProductProperties {
  readonly title: string;
  /** HTML as entered. Storefronts must sanitise it. */
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  /** A path in a public taxonomy, such as `Home & Garden > Kitchen`. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly giftCard: boolean;
}

/** The editable content of a product. */
export interface ProductContent extends ProductProperties {
  readonly slug: string;
  readonly status: ProductStatus;
  readonly publication: Publication | null;
  readonly seo: Seo;
  readonly options: readonly Option[];
  readonly metafields: readonly Metafield[];
  readonly media: readonly Media[];
  readonly variants: readonly Variant[];
  /** The texts in other languages, sorted by language tag. */
  readonly translations: readonly ProductTranslation[];
}

export interface ProductSnapshot extends ProductContent {
  readonly id: ProductId;
  /** Starts at 1 and grows by one with each stored change. */
  readonly version: number;
  /** Whether the last published or unpublished event said that the shop shows the product. */
  readonly announced: boolean;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export const PRODUCT_STATUSES = ["DRAFT", "ACTIVE", "ARCHIVED"] as const;
export type ProductStatus = (typeof PRODUCT_STATUSES)[number];

/** The properties that are not given. */
export const PRODUCT_PROPERTIES: ProductProperties = {
  title: "",
  descriptionHtml: "",
  vendor: "",
  productType: "",
  category: "",
  tags: [],
  giftCard: false,
};

/** The content of a product of which nothing is given. */
export const BLANK_PRODUCT: ProductContent = {
  slug: "",
  ...PRODUCT_PROPERTIES,
  status: "DRAFT",
  publication: null,
  seo: { title: "", description: "" },
  options: [DEFAULT_OPTION],
  metafields: [],
  media: [],
  variants: [],
  translations: [],
};
