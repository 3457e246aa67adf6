import type { CollectionId, MediaId, ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type {
  CollectionOrder,
  Metafield,
  MetafieldChoice,
  MetafieldText,
  MetafieldType,
  Option,
  OptionTexts,
  ProductStatus,
  Publication,
} from "../../../domain/catalog/catalog.js";

/** The texts of a product in one language. */
export interface SearchText {
  /** A BCP 47 tag; null for the language of the catalogue. */
  readonly locale: string | null;
  readonly title: string;
  /** Without HTML tags. */
  readonly description: string;
  /** The names of options and their values. */
  readonly options: readonly OptionTexts[];
  /** Translated values of custom fields. */
  readonly metafields: readonly MetafieldText[];
}

/** A custom field by which products are filtered or sorted. */
export interface SearchField {
  /** Namespace and key: `care.washing`. */
  readonly name: string;
  readonly type: MetafieldType;
  /** Whether variants have values, so that it is a condition on variants. */
  readonly ofVariants: boolean;
  readonly filterable: boolean;
  readonly sortable: boolean;
  /** The name for display. */
  readonly label: string;
  /** Its translations, by BCP 47 tag. */
  readonly labels: ReadonlyMap<string, string>;
  /** In the merchant's order. */
  readonly choices: readonly MetafieldChoice[];
}

export interface SearchPrice {
  /** Null for the own prices of the variants. */
  readonly priceList: string | null;
  readonly currency: string;
  /** In minor units. */
  readonly min: number;
  readonly max: number;
  readonly onSale: boolean;
  /** Whether it can be bought at these prices. */
  readonly available: boolean;
}

/** A price of a variant, its own or in a price list. */
export interface SearchVariantPrice extends Pick<
  SearchPrice,
  "priceList" | "currency" | "onSale" | "available"
> {
  /** In minor units. */
  readonly amount: number;
}

/** A variant as far as conditions on variants go. */
export interface SearchVariant {
  readonly id: VariantId;
  /** Its value of each of the `options` of the document, in the same order. */
  readonly values: readonly string[];
  readonly sku: string | null;
  /** Whether it can be bought at its own price. */
  readonly available: boolean;
  /** Lists without a price for it are absent. */
  readonly prices: readonly SearchVariantPrice[];
  /** The values of the requested fields. */
  readonly metafields: readonly Metafield[];
}

/** The data of a product that the search uses. */
export interface SearchDocument {
  readonly id: ProductId;
  readonly slug: string;
  readonly status: ProductStatus;
  readonly publication: Publication | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** The title as lists are sorted by it. */
  readonly foldedTitle: string;
  readonly vendor: string;
  readonly productType: string;
  readonly tags: readonly string[];
  /** At least one; the untranslated one first. */
  readonly texts: readonly SearchText[];
  /** The options, with the values that variants have; empty for a product without options. */
  readonly options: readonly Option[];
  /** The addresses of the images that are swatches of the options; left out when none is. */
  readonly imageUrls?: ReadonlyMap<MediaId, string>;
  /** SKUs and barcodes. */
  readonly codes: readonly string[];
  /** In the order of the product. */
  readonly variants: readonly SearchVariant[];
  readonly available: boolean;
  readonly prices: readonly SearchPrice[];
  readonly collections: readonly CollectionPosition[];
  /** The values of the requested fields. */
  readonly metafields: readonly Metafield[];
}

/** The position of a product in a collection. */
interface CollectionPosition {
  readonly collectionId: CollectionId;
  readonly position: number;
}

export interface SearchCollection {
  readonly id: CollectionId;
  readonly slug: string;
  readonly title: string;
  /** Its translated titles, by BCP 47 tag. */
  readonly titles: ReadonlyMap<string, string>;
  /** Null for a collection at the top. */
  readonly parentId: CollectionId | null;
  readonly sortOrder: CollectionOrder;
  readonly publication: Publication | null;
}

/** The data that has to be read again after an event. */
export interface SearchChange {
  /** Grows with each event, but events may become visible in another order. */
  readonly key: number;
  readonly products: readonly ProductId[];
  /** Collections whose title, publication or order may have changed, or that were deleted. */
  readonly collections: readonly CollectionId[];
  /** Whether everything has to be read again, such as after a new price list. */
  readonly isAboutAll: boolean;
  /** Whether definitions of custom fields may have changed. */
  readonly isAboutFields: boolean;
}

/** Inclusive. */
export interface KeyRange {
  readonly first: number;
  readonly last: number;
}

/** Keeps the sum for a large collection in the range that both databases compute exactly. */
export const ARRANGEMENT_MODULUS = 1_000_003;

/** Reads the catalogue for the search: committed data only, and a limited number of rows a call. */
export interface SearchSource {
  /**
   * How many products one call should read: a server answers after a while, and a call of the
   * embedded store keeps everybody waiting.
   */
  readonly productsAtOnce: number;
  /** The next ids of products; fewer than `size` at the end. */
  productIdsAfter(after: ProductId | null, size: number): Promise<readonly ProductId[]>;
  /** All by which products are filtered or sorted, by name. */
  fields(): Promise<readonly SearchField[]>;
  /** Deleted ones are absent. @param fields whose values are read */
  productsById(
    ids: readonly ProductId[],
    fields: readonly SearchField[],
  ): Promise<readonly SearchDocument[]>;
  collectionsAfter(after: CollectionId | null, size: number): Promise<readonly SearchCollection[]>;
  collectionsById(ids: readonly CollectionId[]): Promise<readonly SearchCollection[]>;
  /** The positions of collections among their siblings; lower ones come first. */
  siblingPositions(ids: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, number>>;
  /** The next positions of a collection, by product. */
  positionsOf(
    collection: CollectionId,
    after: ProductId | null,
    size: number,
  ): Promise<readonly { readonly productId: ProductId; readonly position: number }[]>;
  /**
   * A checksum of the positions of each collection: the sum of 1 + (position modulo
   * ARRANGEMENT_MODULUS) over its products. Empty collections are absent.
   */
  arrangements(collections: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, number>>;
  /** The key of the newest event; 0 when there is none. */
  newest(): Promise<number>;
  /** The next events from a key on, inclusive. */
  changesFrom(key: number, size: number): Promise<readonly SearchChange[]>;
  /** The events with keys in the ranges; fewer than `size` when these are all. */
  changesWithin(ranges: readonly KeyRange[], size: number): Promise<readonly SearchChange[]>;
  /**
   * The keys of the last events up to a key, inclusive, in any order; fewer than `size` when these
   * are all.
   */
  keysUntil(key: number, size: number): Promise<readonly number[]>;
}
