import type { CollectionOrder } from "../../../domain/catalog/collections/collection-content.js";
import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import type { ProductSnapshot } from "../../../domain/catalog/products/product-content.js";
import type { Money } from "../../../domain/shared/money.js";
import type { PageRequest } from "../../shared/page.js";

export const PRODUCT_SORT_KEYS = ["TITLE", "PRICE", "CREATED", "UPDATED", "MANUAL"] as const;

/** MANUAL is the manual order of the collection of the filter; without one it is CREATED. */
export type ProductSortKey = (typeof PRODUCT_SORT_KEYS)[number];

export interface ProductSort {
  readonly key: ProductSortKey;
  readonly reverse: boolean;
}

/** The sort order of a collection as the sort of a list. */
export const sortOf = (order: CollectionOrder): ProductSort => {
  const [key, direction] = order.split("_") as [ProductSortKey, string?];
  return { key, reverse: direction === "DESC" };
};

/** All conditions apply. Case and accents are ignored. */
export interface ProductFilter {
  readonly collection?: CollectionId;
  /** Products with at least one of the tags. */
  readonly tags?: readonly string[];
  readonly vendors?: readonly string[];
  readonly types?: readonly string[];
  /** Products whose price range overlaps the range between both, inclusive. */
  readonly minPrice?: Money;
  readonly maxPrice?: Money;
  readonly available?: boolean;
  readonly onSale?: boolean;
  readonly statuses?: readonly ProductSnapshot["status"][];
  /** A part of the title, or the beginning of a SKU. */
  readonly text?: string;
  readonly created?: Period;
  readonly updated?: Period;
  /** The state of the publication at a time, whatever the status of the product. */
  readonly publication?: { readonly state: PublicationState; readonly at: Date };
  /** Whether at least one variant has a price. */
  readonly priced?: boolean;
  readonly pictured?: boolean;
  /** Exactly the SKU or barcode of a variant. */
  readonly sku?: string;
  readonly barcode?: string;
  /** Products with a text that has no translation in this language (a canonical BCP 47 tag). */
  readonly untranslatedIn?: string;
}

/** From a time (inclusive) until a time (exclusive). Either may be left out. */
export interface Period {
  readonly from?: Date;
  readonly until?: Date;
}

export const PUBLICATION_STATES = ["CURRENT", "SCHEDULED", "ENDED", "NONE"] as const;

/** Whether a publication is current, is in the future, has ended or does not exist. */
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export interface ProductList {
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  readonly page: PageRequest;
}

/** All conditions apply. */
export interface VariantFilter {
  readonly product?: ProductId;
  /** Any of the vendors of its product; case and accents are ignored. */
  readonly vendors?: readonly string[];
  /** Exactly the SKU. */
  readonly sku?: string;
  /** Exactly any of the SKUs. */
  readonly skus?: readonly string[];
  readonly barcode?: string;
  /** Whether its stock is counted. */
  readonly tracked?: boolean;
  /**
   * The beginning of its SKU, or words of the title of its product; case and accents are ignored.
   */
  readonly text?: string;
}
