import type { CollectionId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { MetafieldType, SwatchLook } from "../../../domain/catalog/catalog.js";
import type { Money } from "../../../domain/shared/money.js";
import type { Audience } from "../../catalog/ports/audience.js";
import type { ProductSortKey } from "../../catalog/ports/product-list.js";
import type { Page, PageRequest } from "../../shared/page.js";

/**
 * The selected values of facets. All fields apply; of the values of one field any is enough.
 * Options, prices, `available` and `onSale` are conditions on variants: one and the same variant
 * must meet all of them. Where `available` or `onSale` is false, none of the variants that meet
 * the others may be available, or on sale.
 */
export interface SearchFilter {
  readonly collections?: readonly CollectionId[];
  readonly tags?: readonly string[];
  readonly vendors?: readonly string[];
  readonly types?: readonly string[];
  /** One of the values of each option. */
  readonly options?: readonly ChosenOption[];
  /** A price in the range between both, inclusive. */
  readonly minPrice?: Money;
  readonly maxPrice?: Money;
  readonly available?: boolean;
  readonly onSale?: boolean;
  readonly metafields?: readonly FieldCondition[];
  /** A part of the title, or the beginning of a SKU; case and accents are ignored. */
  readonly text?: string;
}

/** A condition on a custom field: `values` of a field of texts, `min` and `max` of one of numbers. */
export interface FieldCondition {
  /** Namespace and key: `care.washing`. */
  readonly name: string;
  readonly values?: readonly string[] | undefined;
  /** Inclusive. */
  readonly min?: number | undefined;
  readonly max?: number | undefined;
}

interface ChosenOption {
  readonly name: string;
  readonly values: readonly string[];
}

export const SEARCH_SORT_KEYS = [
  "RELEVANCE",
  "TITLE",
  "PRICE",
  "CREATED",
  "UPDATED",
  "MANUAL",
  "METAFIELD",
] as const;
/**
 * RELEVANCE without a query is the order of the collection of the request, otherwise MANUAL. MANUAL is
 * the order in this collection, or in the only one of the filter; without such a collection it is
 * CREATED.
 */
export type SearchSortKey = "RELEVANCE" | "METAFIELD" | ProductSortKey;

export interface SearchSort {
  readonly key: SearchSortKey;
  readonly reverse: boolean;
  /** The custom field of METAFIELD: `facts.year`. */
  readonly metafield?: string;
}

export interface SearchRequest {
  /** The query as typed; null lists everything. */
  readonly query: string | null;
  /** Only products of this collection; left out: of the whole catalogue. */
  readonly in?: CollectionId;
  /**
   * Whether the products of a collection are also those of the collections below it: in `in`, in the
   * filter and in the facet of collections.
   */
  readonly includeBelow?: boolean;
  readonly filter: SearchFilter;
  readonly sort: SearchSort;
  /**
   * Whether the price of a product is that of its matching variant where variants are filtered; by
   * default its lowest price decides, as in lists that the database sorts.
   */
  readonly byMatchingPrice?: boolean;
  readonly page: PageRequest;
  /** The currency of the prices in filters, facets and results (ISO 4217). */
  readonly currency: string;
  readonly withFacets: boolean;
  readonly withSuggestions: boolean;
}

export const FACET_KINDS = [
  "COLLECTION",
  "TAG",
  "VENDOR",
  "PRODUCT_TYPE",
  "OPTION",
  "METAFIELD",
  "PRICE",
  "AVAILABILITY",
  "ON_SALE",
] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** A filter for the results, with the number of results for each of its values. */
export interface Facet {
  readonly kind: FacetKind;
  /** The name of an option or a custom field, as the filter expects it; null for other kinds. */
  readonly name: string | null;
  /** This name in the language of the audience; null for other kinds. */
  readonly label: string | null;
  /**
   * The most frequent ones: those of an option in the order of the products, ranges of prices
   * ascending, collections in the merchant's order, first those below `in`, others by frequency, then by
   * label.
   */
  readonly values: readonly FacetValue[];
  /**
   * The lowest and the highest price for PRICE; null for other kinds, and when nothing has a price.
   */
  readonly range: { readonly min: Money; readonly max: Money } | null;
  /** Of a custom field; null for other kinds. */
  readonly field: FieldFacet | null;
}

/** What a facet of a custom field has more. */
export interface FieldFacet {
  readonly type: MetafieldType;
  /** The lowest and the highest number as decimal text; null for a field of texts. */
  readonly range: { readonly min: string; readonly max: string } | null;
}

export interface FacetValue {
  /** The value for the filter; `true` or `false` for AVAILABILITY and ON_SALE. */
  readonly value: string;
  /** In the language of the audience for collections and options. */
  readonly label: string;
  /** The number of products that match the query, the filters of other facets, and this value. */
  readonly count: number;
  readonly isSelected: boolean;
  /** The ends of a price range, inclusive; null for an open end, and for other kinds. */
  readonly min: Money | null;
  readonly max: Money | null;
  /** The ends of a range of numbers as decimal text, inclusive; null as with prices. */
  readonly from?: string | null;
  readonly to?: string | null;
  /** The swatch of an option value; left out when there is none. */
  readonly swatch?: SwatchLook;
}

export const SUGGESTION_KINDS = ["DID_YOU_MEAN", "COMPLETION"] as const;

/** Another query with results. */
export interface SearchSuggestion {
  readonly kind: (typeof SUGGESTION_KINDS)[number];
  readonly query: string;
}

export interface SearchResult {
  readonly page: Page<ProductId>;
  /**
   * For the products of the page, where the filter has conditions on variants: one that meets them
   * all. One that can be bought comes first, then the cheapest, then the first of the product.
   */
  readonly variants: ReadonlyMap<ProductId, VariantId>;
  readonly total: number;
  /** The collections that were searched in; empty for the whole catalogue. */
  readonly collections: readonly CollectionId[];
  /** Empty unless requested; the suggestions too. */
  readonly facets: readonly Facet[];
  readonly suggestions: readonly SearchSuggestion[];
}

/** A collection by its id or by its slug. */
export type CollectionName =
  | { readonly id: CollectionId; readonly slug?: undefined }
  | { readonly id?: undefined; readonly slug: string };

/** Searches the catalogue. */
export interface ProductSearch {
  /**
   * Finds earlier changes of this process at once, and those of other processes about a second
   * later.
   * @throws InvalidCursor, FieldNotSearchable, and StoreUnavailable while the search is not ready
   */
  search(request: SearchRequest, audience: Audience): Promise<SearchResult>;
  /**
   * The collection that an id or a slug names now. Null where the audience sees none; it may be too
   * new for this process.
   * @throws StoreUnavailable while the search is not ready
   */
  findCollection(by: CollectionName, audience: Audience): Promise<CollectionId | null>;
  /**
   * How many products of each collection the audience sees.
   * @throws StoreUnavailable while the search is not ready
   */
  countInCollections(
    ids: readonly CollectionId[],
    audience: Audience,
  ): Promise<ReadonlyMap<CollectionId, number>>;
  /**
   * How many hidden products a database query over all active products would read, or over all
   * products of a collection. 0 while the search is not ready: this never waits.
   */
  hidden(audience: Audience, collection?: CollectionId): number;
}
