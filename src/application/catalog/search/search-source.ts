import type { CollectionId, ProductId } from "../../../domain/catalog/ids.js";
import type { ProductStatus } from "../../../domain/catalog/product.js";
import type { Publication } from "../../../domain/catalog/publication.js";
import type { OptionTexts } from "../../../domain/catalog/translations/product-texts.js";

/** What a product says in one language. */
export interface SearchText {
  /** A BCP 47 tag; null for the language in which the catalogue is written. */
  readonly locale: string | null;
  readonly title: string;
  /** Without tags. */
  readonly description: string;
  /** What options and their values are called in it. */
  readonly options: readonly OptionTexts[];
}

export interface SearchPrice {
  /** Null for the prices that variants have themselves. */
  readonly priceList: string | null;
  readonly currency: string;
  /** In minor units. */
  readonly min: number;
  readonly max: number;
  readonly onSale: boolean;
  /** Whether it can be bought at these prices. */
  readonly available: boolean;
}

/** Everything that the search has to know of a product. */
export interface SearchDocument {
  readonly id: ProductId;
  readonly slug: string;
  readonly status: ProductStatus;
  readonly publication: Publication | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** As lists are sorted by it. */
  readonly foldedTitle: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  /** At least one, the untranslated one first. */
  readonly texts: readonly SearchText[];
  /** Every option that gives a choice, with the values that variants have. */
  readonly options: readonly { readonly name: string; readonly values: readonly string[] }[];
  /** SKUs and barcodes. */
  readonly codes: readonly string[];
  readonly skus: readonly string[];
  readonly available: boolean;
  readonly prices: readonly SearchPrice[];
  readonly collections: readonly SearchPlace[];
}

/** Where a product stands in a collection. */
export interface SearchPlace {
  readonly collectionId: CollectionId;
  readonly position: number;
}

export interface SearchCollection {
  readonly id: CollectionId;
  readonly title: string;
  /** Its title in other languages, by their BCP 47 tags. */
  readonly titles: ReadonlyMap<string, string>;
  readonly publication: Publication | null;
}

/** What has to be read again after an event. */
export interface SearchChange {
  /** Grows from event to event, though events may become visible in another order. */
  readonly key: number;
  readonly products: readonly ProductId[];
  /** Of which the title, the publication or the order may be another one, or which are gone. */
  readonly collections: readonly CollectionId[];
  /** Whether everything has to be read again, because it concerns all products, such as a new price list. */
  readonly isAboutAll: boolean;
}

/** Both ends included. */
export interface KeyRange {
  readonly first: number;
  readonly last: number;
}

/** Keeps the sum over a large collection within what both databases count exactly. */
export const ARRANGEMENT_MODULUS = 1_000_003;

/** Where the search learns of the catalogue: committed state only, a bounded number of rows a call. */
export interface SearchSource {
  /** The next products by id; fewer than `size` are the last ones. */
  productsAfter(after: ProductId | null, size: number): Promise<readonly SearchDocument[]>;
  /** Those that are gone are absent. */
  productsById(ids: readonly ProductId[]): Promise<readonly SearchDocument[]>;
  collectionsAfter(after: CollectionId | null, size: number): Promise<readonly SearchCollection[]>;
  collectionsById(ids: readonly CollectionId[]): Promise<readonly SearchCollection[]>;
  /** The next places of a collection by product. */
  placesOf(
    collection: CollectionId,
    after: ProductId | null,
    size: number,
  ): Promise<readonly { readonly productId: ProductId; readonly position: number }[]>;
  /**
   * A figure for each collection that is another one when its places are: the sum over all of them of 1 and the remainder of the
   * position by ARRANGEMENT_MODULUS. Those without places are absent.
   */
  arrangements(collections: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, number>>;
  /** The key of the newest event; 0 where there is none. */
  newest(): Promise<number>;
  /** The next events from a key on, itself included. */
  changesFrom(key: number, size: number): Promise<readonly SearchChange[]>;
  /** Those of which the key lies in one of the ranges; fewer than `size` are all of them. */
  changesWithin(ranges: readonly KeyRange[], size: number): Promise<readonly SearchChange[]>;
  /** The keys of the last events up to a key, itself included, in any order; fewer than `size` are all of them. */
  keysUntil(key: number, size: number): Promise<readonly number[]>;
}
