import type { ProductId } from "../ids.js";
import type { Media } from "../images/media.js";
import type { Metafield } from "../metafields/metafield.js";
import type { Option } from "../options/option.js";
import type { Publication } from "../publication.js";
import type { Seo } from "../seo.js";
import type { Variant } from "../variants/variant.js";
import type { ProductTranslation } from "./product-texts.js";

/** The editable content of a product. */
export interface ProductContent {
  readonly slug: string;
  readonly title: string;
  /** HTML as entered. Storefronts must sanitise it. */
  readonly descriptionHtml: string;
  readonly vendor: string;
  readonly productType: string;
  /** A path in a public taxonomy, such as `Home & Garden > Kitchen`. */
  readonly category: string;
  readonly tags: readonly string[];
  readonly status: ProductStatus;
  readonly publication: Publication | null;
  readonly seo: Seo;
  readonly giftCard: boolean;
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
