import type { Choices } from "../../domain/catalog/choices.js";
import type {
  Collection,
  CollectionKind,
  CollectionOrder,
  CollectionSnapshot,
} from "../../domain/catalog/collection.js";
import type {
  CollectionId,
  MediaId,
  MetafieldDefinitionId,
  ProductId,
  VariantId,
} from "../../domain/catalog/ids.js";
import type { Listing } from "../../domain/catalog/listing.js";
import type { Media } from "../../domain/catalog/media.js";
import type { MetafieldName } from "../../domain/catalog/metafield.js";
import type {
  MetafieldDefinition,
  MetafieldDefinitionSnapshot,
} from "../../domain/catalog/metafield-definition.js";
import type { PriceRangeWithin } from "../../domain/catalog/price-range.js";
import type { Product, ProductSnapshot } from "../../domain/catalog/product.js";
import type { FieldChange } from "../../domain/catalog/product-changes.js";
import type { CollectionTranslation } from "../../domain/catalog/translations/collection-texts.js";
import type { DefinitionTranslation } from "../../domain/catalog/translations/definition-texts.js";
import type { ProductTranslation } from "../../domain/catalog/translations/product-texts.js";
import type { ShownOption } from "../../domain/catalog/translations/shown-texts.js";
import type { Stated } from "../../domain/catalog/translations/stated-translations.js";
import type { Variant } from "../../domain/catalog/variant.js";
import type { PriceListId } from "../../domain/pricing/ids.js";
import type { Money } from "../../domain/shared/money.js";
import type { PriceChange } from "../pricing/pricing.js";
import type { Page, PageRequest } from "../shared/page.js";
import type { Place } from "../shared/viewer.js";
import type { WorkId } from "../shared/schedule.js";
import type { CollectionTree, CollectionUpkeep } from "./collections/upkeep-ports.js";
import type { ProductSheet, Remark } from "./files/product-sheet.js";
import type { MediaSource, MediaStores } from "./media/media-ports.js";

// ---- stores: to change ----

/** Products on their way to being changed: loading locks the row of the product until the unit of work ends. */
export interface Products {
  /** @throws ProductNotFound */
  get(id: ProductId): Promise<Product>;
  /** Locks them in the order of their ids. Unknown ids are absent. */
  byId(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, Product>>;
  /** Unknown slugs are absent. */
  bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Product>>;
  /** Those of the slugs that products have, or had and are still found by. Nothing is locked: another one may take a free slug before it is saved. */
  takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of the ids that products have; until the unit of work ends none of them can be removed. */
  existing(ids: readonly ProductId[]): Promise<ReadonlySet<ProductId>>;
  /** Which product each SKU belongs to; unused SKUs are absent. */
  ownersOfSkus(skus: readonly string[]): Promise<ReadonlyMap<string, ProductId>>;
  /** Which product each variant belongs to; unknown variants are absent. Nothing is locked: what is decided on is the product, once it is loaded. */
  ownersOfVariants(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, ProductId>>;
  /** Writes new and changed products with all their parts and their events. @throws SlugTaken, SkuTaken, StaleVersion */
  save(products: readonly Product[]): Promise<void>;
  /** Removes products with all their parts, their places in collections, and stores their events. */
  remove(products: readonly Product[]): Promise<void>;
}

/** Where a product of a collection is to stand. */
export interface Move {
  readonly product: ProductId;
  /** How many of the others stand before it; more than there are: at the end. */
  readonly to: number;
}

export interface Collections {
  /** @throws CollectionNotFound */
  get(id: CollectionId): Promise<Collection>;
  /** Locks them in the order of their ids. Unknown ids are absent. */
  byId(ids: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, Collection>>;
  bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Collection>>;
  /** @throws SlugTaken, StaleVersion */
  save(collection: Collection): Promise<void>;
  remove(collection: Collection): Promise<void>;
  /** Those of the slugs that collections have, or had and are still found by. Nothing is locked: another one may take a free slug before it is saved. */
  takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>>;
  /** Those of the products that stand in it. */
  inside(collection: CollectionId, products: readonly ProductId[]): Promise<ReadonlySet<ProductId>>;
  /**
   * Puts products in, in the given order; those already inside stay where they are.
   * @param at how many stand before them; null or more than there are: at the end
   * @returns those that were added
   */
  insert(
    collection: CollectionId,
    products: readonly ProductId[],
    at: number | null,
  ): Promise<readonly ProductId[]>;
  /** @returns those that were taken out */
  withdraw(collection: CollectionId, products: readonly ProductId[]): Promise<readonly ProductId[]>;
  /** Moves one after the other; what does not stand in the collection is passed over. @returns those that stand somewhere else now */
  move(collection: CollectionId, moves: readonly Move[]): Promise<readonly ProductId[]>;
}

/** What custom fields there are. */
export interface MetafieldDefinitions {
  /** Locks it. @throws MetafieldDefinitionNotFound */
  get(id: MetafieldDefinitionId): Promise<MetafieldDefinition>;
  /** By full name; what is not declared is absent. What is found stays declared until the unit of work ends. One statement for hundreds of names. */
  byName(names: readonly MetafieldName[]): Promise<ReadonlyMap<string, MetafieldDefinition>>;
  /** How many products carry a value of it. Of a definition that is locked the number cannot grow. */
  countUses(name: MetafieldName): Promise<number>;
  /** @throws MetafieldNameTaken, StaleVersion */
  save(definitions: readonly MetafieldDefinition[]): Promise<void>;
  /** @throws StaleVersion */
  remove(definition: MetafieldDefinition): Promise<void>;
}

/** The read model of product lists, kept by the units of work that change what it shows. */
export interface Listings {
  /** Adds or replaces. */
  save(listings: readonly Listing[]): Promise<void>;
}

/** What lists of products show of prices where a price list holds: one for every product and list, kept like the listings. */
export interface PriceRanges {
  /** Adds or replaces. */
  save(ranges: readonly PriceRangeWithin[]): Promise<void>;
  /** Products behind an id that a list says nothing about yet, in the order of their ids. */
  missing(
    priceList: PriceListId,
    behind: ProductId | null,
    limit: number,
  ): Promise<readonly ProductId[]>;
  /** Removes those of a list that is gone. @returns how many, at most the limit */
  clear(priceList: PriceListId, limit: number): Promise<number>;
}

/** What can be chosen of each product, ready to be asked: kept by the units of work that change variants, options or stock. */
export interface ProductChoices {
  /** Adds or replaces. */
  save(choices: ReadonlyMap<ProductId, Choices>): Promise<void>;
}

/** Who changed what of a product, and when. */
export interface ProductRevision {
  readonly productId: ProductId;
  readonly kind: "CREATED" | "UPDATED" | "DELETED";
  /** The version of the product after the change. */
  readonly version: number;
  readonly at: Date;
  /** The kind of viewer that asked for it, such as `operator`. */
  readonly actor: string;
  readonly changes: readonly FieldChange[];
}

/** The history of products: only ever added to, and kept when a product is deleted. */
export interface ProductHistory {
  add(revisions: readonly ProductRevision[]): Promise<void>;
}

/** What is found by a slug; products and collections may have the same one. */
export type SluggedKind = "product" | "collection";

/** A slug that something once had. */
export interface SlugRedirect {
  readonly slug: string;
  /** The id of what had it. */
  readonly target: string;
}

/** What old slugs lead to. They lead to an id and not to another slug, so that however often a slug changes, the way is one step. */
export interface SlugRedirects {
  /** Adds them; a slug that led to something else leads here now. */
  keep(kind: SluggedKind, redirects: readonly SlugRedirect[], since: Date): Promise<void>;
  /** Takes back slugs that somebody has again; others are passed over. */
  release(kind: SluggedKind, slugs: readonly string[]): Promise<void>;
  /** Takes back everything that leads to what is gone. */
  forget(kind: SluggedKind, targets: readonly string[]): Promise<void>;
}

export interface CatalogStores extends MediaStores {
  readonly products: Products;
  readonly collections: Collections;
  readonly collectionUpkeep: CollectionUpkeep;
  readonly collectionTree: CollectionTree;
  readonly metafieldDefinitions: MetafieldDefinitions;
  readonly listings: Listings;
  readonly productChoices: ProductChoices;
  readonly priceRanges: PriceRanges;
  readonly productHistory: ProductHistory;
  readonly redirects: SlugRedirects;
}

// ---- read ports: to show ----

/** Whose eyes: `visible` sees what the shop shows at that moment, `everything` what staff see; and where they look from, the default market when left out. */
export type Audience = (
  { readonly sees: "visible"; readonly at: Date } | { readonly sees: "everything" }
) & { readonly place?: Place };

/** A record of which only `id` and the fields that were asked for are read. */
export type Selected<View extends { readonly id: string }> = Pick<View, "id"> & Partial<View>;
export type FieldsOf<View extends { readonly id: string }> = ReadonlySet<Exclude<keyof View, "id">>;

export interface ProductView extends Omit<
  ProductSnapshot,
  "media" | "variants" | "announced" | "options" | "translations"
> {
  /** In the language that is wanted, where there are words in it. */
  readonly options: readonly ShownOption[];
  /** For staff. */
  readonly translations: readonly Stated<ProductTranslation>[];
  readonly priceRange: Listing["priceRange"];
  readonly available: boolean;
  readonly onSale: boolean;
  readonly firstImage: ImageView | null;
  /** Of each variant, which values it has and whether it can be bought: read it only when somebody chooses. */
  readonly choices: Choices;
}

export interface VariantView extends Variant {
  readonly productId: ProductId;
}

/** An image, and what became of fetching it into the shop's own storage; without the latter nobody has begun to. */
export interface ImageView extends Media {
  readonly source?: Pick<MediaSource, "status" | "file" | "problem"> | undefined;
}

export interface MediaView extends ImageView {
  /** Null for the image of a collection. */
  readonly productId: ProductId | null;
}

export interface CollectionView extends Omit<CollectionSnapshot, "announced" | "translations"> {
  /** For staff. */
  readonly translations: readonly Stated<CollectionTranslation>[];
  readonly kind: CollectionKind;
  /** Whether its products are still being found by new rules. */
  readonly evaluating: boolean;
}

export const PRODUCT_SORT_KEYS = ["TITLE", "PRICE", "CREATED", "UPDATED", "MANUAL"] as const;
/** MANUAL is the order by hand of the collection that is filtered by; without one it is CREATED. */
export type ProductSortKey = (typeof PRODUCT_SORT_KEYS)[number];

export interface ProductSort {
  readonly key: ProductSortKey;
  readonly reverse: boolean;
}

/** The order that a collection shows its products in, as the sort of a list. */
export const sortOf = (order: CollectionOrder): ProductSort => {
  const [key, direction] = order.split("_") as [ProductSortKey, string?];
  return { key, reverse: direction === "DESC" };
};

/** All conditions hold together. Texts are compared without regard to case and accents. */
export interface ProductFilter {
  readonly collection?: CollectionId;
  /** Products that carry at least one of the tags. */
  readonly tags?: readonly string[];
  readonly vendors?: readonly string[];
  readonly types?: readonly string[];
  /** Products of which at least one price may lie between both ends, inclusive. */
  readonly minPrice?: Money;
  readonly maxPrice?: Money;
  readonly available?: boolean;
  readonly onSale?: boolean;
  readonly statuses?: readonly ProductSnapshot["status"][];
  /** Stands anywhere in the title, or at the beginning of a SKU. */
  readonly text?: string;
  readonly created?: Period;
  readonly updated?: Period;
  /** Products whose publication is in this state at a moment, whatever their status. */
  readonly publication?: { readonly state: PublicationState; readonly at: Date };
  /** Whether at least one variant has a price. */
  readonly priced?: boolean;
  readonly pictured?: boolean;
  /** A variant has exactly this SKU, or barcode. */
  readonly sku?: string;
  readonly barcode?: string;
  /** Products with a text that is shown in the language of the catalogue where this language (a canonical BCP 47 tag) is wanted. */
  readonly untranslatedIn?: string;
}

/** From a moment on, and before another; either end may be open. */
export interface Period {
  readonly from?: Date;
  readonly until?: Date;
}

export const PUBLICATION_STATES = ["CURRENT", "SCHEDULED", "ENDED", "NONE"] as const;
/** Where a publication stands: it runs, will begin, is over, or there is none. */
export type PublicationState = (typeof PUBLICATION_STATES)[number];

export interface ProductList {
  readonly filter: ProductFilter;
  readonly sort: ProductSort;
  readonly page: PageRequest;
}

/** All conditions hold together. */
export interface VariantFilter {
  readonly product?: ProductId;
  /** Any of these, of its product; without regard to case and accents. */
  readonly vendors?: readonly string[];
  /** Exactly this. */
  readonly sku?: string;
  readonly barcode?: string;
  /** Whether its stock is counted. */
  readonly tracked?: boolean;
  /** The beginning of its SKU, or words of its product's title; without regard to case and accents. */
  readonly text?: string;
}

/** MANUAL is the order by hand among those with one parent, or at the top; without such a filter it is CREATED. */
export const COLLECTION_SORT_KEYS = ["TITLE", "CREATED", "UPDATED", "MANUAL"] as const;

/** All conditions hold together. */
export interface CollectionFilter {
  /** Stands anywhere in the title, without regard to case and accents. */
  readonly text?: string;
  /** Whether the shop shows it at a moment. */
  readonly published?: { readonly is: boolean; readonly at: Date };
  /** Those directly below a collection; null: those at the top. */
  readonly parent?: CollectionId | null;
  readonly kind?: CollectionKind;
}

export interface CollectionList {
  readonly filter?: CollectionFilter;
  readonly sort: { readonly key: (typeof COLLECTION_SORT_KEYS)[number]; readonly reverse: boolean };
  readonly page: PageRequest;
}

export interface MetafieldDefinitionView extends Omit<MetafieldDefinitionSnapshot, "translations"> {
  readonly translations: readonly Stated<DefinitionTranslation>[];
}

/** Both conditions hold together. */
export interface MetafieldDefinitionFilter {
  readonly namespace?: string;
  /** Stands anywhere in the name that people see, in the namespace or the key, without regard to case and accents. */
  readonly text?: string;
}

/** What custom fields there are, by namespace and key. */
export interface MetafieldReads {
  /** @throws InvalidCursor */
  metafieldDefinitions(
    filter: MetafieldDefinitionFilter,
    page: PageRequest,
    fields: FieldsOf<MetafieldDefinitionView>,
    audience?: Pick<Audience, "place">,
  ): Promise<Page<Selected<MetafieldDefinitionView>>>;
  countMetafieldDefinitions(filter: MetafieldDefinitionFilter): Promise<number>;
  metafieldDefinitionsById(
    ids: readonly MetafieldDefinitionId[],
    fields: FieldsOf<MetafieldDefinitionView>,
    audience?: Pick<Audience, "place">,
  ): Promise<readonly Selected<MetafieldDefinitionView>[]>;
  metafieldDefinitionByName(
    name: MetafieldName,
    fields: FieldsOf<MetafieldDefinitionView>,
    audience?: Pick<Audience, "place">,
  ): Promise<Selected<MetafieldDefinitionView> | null>;
  /** How many products carry each, all in one statement. */
  countMetafieldUses(
    ids: readonly MetafieldDefinitionId[],
  ): Promise<ReadonlyMap<MetafieldDefinitionId, number>>;
}

/** The catalogue as it is shown: never locked, one statement a call, only the columns that somebody asked for. */
export interface CatalogReads extends MetafieldReads {
  /** @throws InvalidCursor */
  products(
    list: ProductList,
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<Page<Selected<ProductView>>>;
  countProducts(filter: ProductFilter, audience: Audience): Promise<number>;
  productsById(
    ids: readonly ProductId[],
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<readonly Selected<ProductView>[]>;
  productsBySlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<readonly (Selected<ProductView> & { readonly slug: string })[]>;
  /** One page of each collection's visible products, all in one order and one statement. */
  productsOfCollections(
    ids: readonly CollectionId[],
    page: PageRequest,
    audience: Audience,
    fields: FieldsOf<ProductView>,
    order?: CollectionOrder,
  ): Promise<ReadonlyMap<CollectionId, Page<Selected<ProductView>>>>;

  /** How many products of each collection the audience sees, all in one statement. */
  countProductsOfCollections(
    ids: readonly CollectionId[],
    audience: Audience,
  ): Promise<ReadonlyMap<CollectionId, number>>;

  /**
   * One page of each product's variants by position. The caller vouches that the audience may see the products.
   * @param offered what is wanted of their offers, read in the same statement
   */
  variantsOfProducts(
    ids: readonly ProductId[],
    page: PageRequest,
    fields: FieldsOf<VariantView>,
    offered?: AskedOffers,
  ): Promise<ReadonlyMap<ProductId, Page<OfferedVariant>>>;
  countVariants(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, number>>;
  /** All variants of the shop, in the order in which they were added. Staff only. @throws InvalidCursor */
  variants(
    filter: VariantFilter,
    page: PageRequest,
    fields: FieldsOf<VariantView>,
  ): Promise<Page<Selected<VariantView>>>;
  countAllVariants(filter: VariantFilter): Promise<number>;
  variantsById(
    ids: readonly VariantId[],
    audience: Audience,
    fields: FieldsOf<VariantView>,
  ): Promise<readonly Selected<VariantView>[]>;

  mediaOfProducts(
    ids: readonly ProductId[],
    page: PageRequest,
    fields: FieldsOf<MediaView>,
    audience?: Pick<Audience, "place">,
  ): Promise<ReadonlyMap<ProductId, Page<Selected<MediaView>>>>;
  countMedia(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, number>>;
  mediaById(
    ids: readonly MediaId[],
    audience: Audience,
    fields: FieldsOf<MediaView>,
  ): Promise<readonly Selected<MediaView>[]>;

  /** One page of each collection's children by hand, all in one statement. */
  childrenOfCollections(
    ids: readonly CollectionId[],
    page: PageRequest,
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<CollectionId, Page<Selected<CollectionView>>>>;
  countChildrenOfCollections(
    ids: readonly CollectionId[],
    audience: Audience,
  ): Promise<ReadonlyMap<CollectionId, number>>;
  /** What the audience sees of the collections above each, root first, all in one statement. Those without any are absent. */
  breadcrumbsOfCollections(
    ids: readonly CollectionId[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<CollectionId, readonly Selected<CollectionView>[]>>;

  collections(
    list: CollectionList,
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<Page<Selected<CollectionView>>>;
  countCollections(audience: Audience, filter?: CollectionFilter): Promise<number>;
  collectionsById(
    ids: readonly CollectionId[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<readonly Selected<CollectionView>[]>;
  collectionsBySlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<readonly (Selected<CollectionView> & { readonly slug: string })[]>;

  /** What the audience sees of the things that once had the slugs, by old slug, in one statement. */
  productsByOldSlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<ProductView>,
  ): Promise<ReadonlyMap<string, Selected<ProductView>>>;
  collectionsByOldSlug(
    slugs: readonly string[],
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<string, Selected<CollectionView>>>;
  /** The slugs that lead to each product, oldest first; those without any are absent. For staff. */
  oldSlugsOfProducts(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, readonly string[]>>;
  /** One page of each product's collections by title, all in one statement. */
  collectionsOfProducts(
    ids: readonly ProductId[],
    page: PageRequest,
    audience: Audience,
    fields: FieldsOf<CollectionView>,
  ): Promise<ReadonlyMap<ProductId, Page<Selected<CollectionView>>>>;
  countCollectionsOfProducts(
    ids: readonly ProductId[],
    audience: Audience,
  ): Promise<ReadonlyMap<ProductId, number>>;
}

/** The history of products as it is shown: newest first, also of products that are gone. */
export interface ProductHistoryReads {
  /** One page of each product's history, all in one statement. @throws InvalidCursor */
  ofProducts(
    ids: readonly ProductId[],
    page: PageRequest,
  ): Promise<ReadonlyMap<ProductId, Page<ProductRevision>>>;
  count(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, number>>;
}

/** What a buyer would pay for a variant, and how many there are. */
export interface OfferView {
  readonly price: Money | null;
  readonly compareAt: Money | null;
  readonly cost: Money | null;
  readonly onHand: number | null;
  /** Units that can be sold now; null where no stock is kept. */
  readonly available: number | null;
  /** The version of the stock; null where none is kept. */
  readonly stockVersion: number | null;
  /** False where it has no price in the price list of the market, so that nobody can buy it there. */
  readonly isOffered: boolean;
}

export type OfferField = keyof OfferView;

/** What is wanted of offers, and where somebody looks from: at the prices that variants have themselves when `place` is left out. */
export interface AskedOffers {
  readonly fields: ReadonlySet<OfferField>;
  readonly place?: Place;
}

/** A variant, and what was asked of its offer, or why that cannot be told; without `offer` where nothing was asked. */
export type OfferedVariant = Selected<VariantView> & {
  readonly offer?: Partial<OfferView> | Error;
};

/**
 * Asked of pricing and inventory, which stay in one database: price and stock, in one statement. Variants without either are absent.
 */
export interface Offers {
  /** @param place whose prices are wanted; those that variants have themselves when left out */
  byVariant(
    ids: readonly VariantId[],
    fields: ReadonlySet<OfferField>,
    place?: Place,
  ): Promise<ReadonlyMap<VariantId, Partial<OfferView>>>;
}

/** A price change that is to come. */
export interface ScheduledPriceView {
  readonly id: WorkId;
  readonly variantId: VariantId;
  readonly at: Date;
  /** When the price goes back; null for never. */
  readonly until: Date | null;
  /** Null where the price is taken away. */
  readonly change: PriceChange | null;
  /** Whether it is the way back from a price that holds for a time. */
  readonly isReturn: boolean;
}

export interface ScheduledPriceFilter {
  /** Those of the variants of one product. */
  readonly product?: ProductId;
}

/** Asked of what is scheduled, which stays in one database: the price changes that are to come, soonest first. */
export interface ScheduledPriceReads {
  /** All of each variant, in one statement. */
  ofVariants(
    ids: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, readonly ScheduledPriceView[]>>;
  byId(ids: readonly WorkId[]): Promise<readonly ScheduledPriceView[]>;
  /** @throws InvalidCursor */
  list(filter: ScheduledPriceFilter, page: PageRequest): Promise<Page<ScheduledPriceView>>;
  count(filter: ScheduledPriceFilter): Promise<number>;
}

// ---- files: to bring in and to take out ----

/** What people may say about a file when it is not to be recognised. */
export interface ProductFileOptions {
  /** The currency in which the shop counts (ISO 4217). */
  readonly currency: string;
  readonly encoding?: string | undefined;
  /** One character. */
  readonly delimiter?: string | undefined;
  readonly lineEnd?: LineEnd | undefined;
  readonly decimal?: "comma" | "point" | undefined;
  /** Whether `1290` means 1290.00 (major) or 12.90 (minor). */
  readonly priceUnit?: "minor" | "major" | undefined;
}

export type LineEnd = "LF" | "CRLF" | "CR";

/** How a file is written down, and which of it a person has said. */
export interface Dialect {
  readonly encoding: string;
  readonly byteOrderMark: boolean;
  readonly delimiter: string;
  readonly lineEnds: LineEnd | "mixed";
  readonly decimal: "comma" | "point";
  readonly priceUnit: "minor" | "major";
  readonly forced: readonly ("encoding" | "delimiter" | "lineEnd" | "decimal" | "priceUnit")[];
}

/** One product of a file with everything that is to be said about it; with defects it must not be brought in. */
export interface ProductEntry {
  /** The slug, or what comes nearest to a name. */
  readonly name: string;
  readonly rows: number;
  /** How many variants and images the rows speak of, also where they cannot be read. */
  readonly variants: number;
  readonly images: number;
  readonly sheet: ProductSheet | null;
  readonly defects: readonly Remark[];
  readonly warnings: readonly Remark[];
}

export interface ProductFile {
  readonly path: string;
  readonly dialect: Dialect;
  /** Rows that say something, without the header. */
  readonly rows: number;
  readonly products: number;
  /** Columns that mean nothing here, and columns that are understood but have no place in the shop yet. */
  readonly unknownColumns: readonly string[];
  readonly columnsNotKept: readonly string[];
  /** About the file as a whole. */
  readonly warnings: readonly Remark[];
  /** Streams the products in the order in which they end in the file; may be asked for several times. */
  entries(): AsyncIterable<ProductEntry>;
}

/** What columns a file with all these products needs. */
export interface ProductFileShape {
  readonly options: number;
  readonly metafields: readonly { readonly namespace: string; readonly key: string }[];
}

export interface ProductFiles {
  /** @throws UnusableFile */
  open(path: string, options: ProductFileOptions): Promise<ProductFile>;
  /** The text of a file, in pieces; sheets are expected to hold every field. */
  text(shape: ProductFileShape, sheets: AsyncIterable<ProductSheet>): AsyncIterable<string>;
}
