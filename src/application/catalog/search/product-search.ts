import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import type { Money } from "../../../domain/shared/money.js";
import type { Page, PageRequest } from "../../shared/page.js";
import type { Audience, ProductSortKey } from "../ports.js";

/** What somebody chose among the facets. All groups hold together; of the values of one group any is enough. */
export interface SearchFilter {
  readonly collections?: readonly CollectionId[];
  readonly tags?: readonly string[];
  readonly vendors?: readonly string[];
  readonly types?: readonly string[];
  /** Of each option one of the values, each on whichever variant. */
  readonly options?: readonly ChosenOption[];
  /** Products of which at least one price may lie between both ends, inclusive. */
  readonly minPrice?: Money;
  readonly maxPrice?: Money;
  readonly available?: boolean;
  readonly onSale?: boolean;
  /** Stands anywhere in the title, or at the beginning of a SKU, without regard to case and accents. */
  readonly text?: string;
}

export interface ChosenOption {
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
] as const;
/** RELEVANCE without a query is MANUAL; MANUAL without exactly one collection is CREATED. */
export type SearchSortKey = "RELEVANCE" | ProductSortKey;

export interface SearchSort {
  readonly key: SearchSortKey;
  readonly reverse: boolean;
}

export interface SearchRequest {
  /** As it was typed; null lists everything. */
  readonly query: string | null;
  readonly filter: SearchFilter;
  readonly sort: SearchSort;
  readonly page: PageRequest;
  /** In which prices are filtered, counted and given (ISO 4217). */
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
  "PRICE",
  "AVAILABILITY",
  "ON_SALE",
] as const;
export type FacetKind = (typeof FACET_KINDS)[number];

/** Something that the results can be narrowed down by, with how many of them each value leaves. */
export interface Facet {
  readonly kind: FacetKind;
  /** Of an option its name, as the filter takes it; null otherwise. */
  readonly name: string | null;
  /** Of an option its name in the language of the audience; null otherwise. */
  readonly label: string | null;
  /** Most frequent first, then by label; ranges of prices ascending. */
  readonly values: readonly FacetValue[];
  /** Of PRICE the lowest and the highest one; null otherwise, and where nothing has a price. */
  readonly range: { readonly min: Money; readonly max: Money } | null;
}

export interface FacetValue {
  /** What the filter takes; `true` and `false` of what is yes or no. */
  readonly value: string;
  /** Of collections and options in the language of the audience. */
  readonly label: string;
  /** How many products match the query, the other facets' filters and this value. */
  readonly count: number;
  readonly isSelected: boolean;
  /** Of a range of prices, both ends included; null where it is open, and of everything else. */
  readonly min: Money | null;
  readonly max: Money | null;
}

export const SUGGESTION_KINDS = ["DID_YOU_MEAN", "COMPLETION"] as const;

/** Another query that finds something. */
export interface SearchSuggestion {
  readonly kind: (typeof SUGGESTION_KINDS)[number];
  readonly query: string;
}

export interface SearchResult {
  readonly page: Page<ProductId>;
  readonly total: number;
  /** Empty unless asked for; likewise the suggestions. */
  readonly facets: readonly Facet[];
  readonly suggestions: readonly SearchSuggestion[];
}

/** The catalogue by what is looked for in it. */
export interface ProductSearch {
  /**
   * What this process has changed before is found; what others have changed, about a second later.
   * @throws InvalidCursor, and StoreUnavailable while the search is not ready
   */
  search(request: SearchRequest, audience: Audience): Promise<SearchResult>;
  /** How many products of each collection the audience sees. @throws StoreUnavailable while the search is not ready */
  countInCollections(
    ids: readonly CollectionId[],
    audience: Audience,
  ): Promise<ReadonlyMap<CollectionId, number>>;
  /**
   * How many products a walk along all active ones, or along those of a collection whatever their status, may come upon that the
   * audience does not see. 0 as long as the catalogue has not been read: nobody waits for this.
   */
  hidden(audience: Audience, collection?: CollectionId): number;
}
