import type { Collection } from "../../../domain/catalog/collections/collection.js";
import type {
  CollectionId,
  MetafieldDefinitionId,
  ProductId,
  VariantId,
} from "../../../domain/catalog/ids.js";
import type { Listing, ListingContent } from "../../../domain/catalog/listing/listing.js";
import type { MetafieldDefinition } from "../../../domain/catalog/metafields/metafield-definition.js";
import type { ReferencedKind } from "../../../domain/catalog/metafields/metafield-type.js";
import type { MetafieldOwner } from "../../../domain/catalog/metafields/metafield-usage.js";
import type { MetafieldName } from "../../../domain/catalog/metafields/metafield.js";
import type { OptionAvailability } from "../../../domain/catalog/options/option-availability.js";
import type { FieldChange } from "../../../domain/catalog/products/field-change.js";
import type { Product } from "../../../domain/catalog/products/product.js";
import type { MediaStores } from "../../media/ports/media-stores.js";
import type { CollectionTree, CollectionUpkeep } from "./collection-upkeep.js";
import type { VariantsToBuy } from "./variants-to-buy.js";

/** The products, to be changed. Loading a product locks it until the unit of work ends. */
export interface Products {
  /** @throws ProductNotFound */
  get(id: ProductId): Promise<Product>;
  /** Locks them in the order of their ids. Unknown ids are absent. */
  byId(ids: readonly ProductId[]): Promise<ReadonlyMap<ProductId, Product>>;
  /** Unknown slugs are absent. */
  bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Product>>;
  /**
   * The slugs that products have or that redirect to products. Nothing is locked: another
   * transaction may take a free slug meanwhile.
   */
  takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>>;
  /** The ids of existing products, which cannot be deleted until the unit of work ends. */
  existing(ids: readonly ProductId[]): Promise<ReadonlySet<ProductId>>;
  /** The product of each SKU. Unused SKUs are absent. */
  ownersOfSkus(skus: readonly string[]): Promise<ReadonlyMap<string, ProductId>>;
  /**
   * The product of each variant. Unknown variants are absent. Nothing is locked: load the product
   * before a decision.
   */
  ownersOfVariants(ids: readonly VariantId[]): Promise<ReadonlyMap<VariantId, ProductId>>;
  /**
   * Locks the products of variants in the order of their ids.
   * @returns the variants that exist; none of them is removed until the unit of work ends
   */
  lockOwnersOf(variants: readonly VariantId[]): Promise<ReadonlySet<VariantId>>;
  /** Saves new and changed products with their events. @throws SlugTaken, SkuTaken, StaleVersion */
  save(products: readonly Product[]): Promise<void>;
  /** Removes products with their positions in collections, and saves their events. */
  remove(products: readonly Product[]): Promise<void>;
}

/** A new position of a product in a collection. */
export interface Move {
  readonly product: ProductId;
  /** From 0; the end when there are fewer products. */
  readonly to: number;
}

/** The collections, to be changed. Loading a collection locks it until the unit of work ends. */
export interface Collections {
  /** @throws CollectionNotFound */
  get(id: CollectionId): Promise<Collection>;
  /** Locks them in the order of their ids. Unknown ids are absent. */
  byId(ids: readonly CollectionId[]): Promise<ReadonlyMap<CollectionId, Collection>>;
  bySlug(slugs: readonly string[]): Promise<ReadonlyMap<string, Collection>>;
  /** @throws SlugTaken, StaleVersion */
  save(collection: Collection): Promise<void>;
  remove(collection: Collection): Promise<void>;
  /**
   * The slugs that collections have or that redirect to collections. Nothing is locked, as with
   * products.
   */
  takenSlugs(slugs: readonly string[]): Promise<ReadonlySet<string>>;
  /** The products that are in it. */
  members(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<ReadonlySet<ProductId>>;
  /**
   * Adds products in this order. Products that are in it already stay where they are.
   * @param at the position of the first one, from 0; the end when null or when there are fewer
   * products
   * @returns the added products
   */
  addProducts(
    collection: CollectionId,
    products: readonly ProductId[],
    at: number | null,
  ): Promise<readonly ProductId[]>;
  /** @returns the removed products */
  removeProducts(
    collection: CollectionId,
    products: readonly ProductId[],
  ): Promise<readonly ProductId[]>;
  /**
   * Moves products one after the other; those that are not in it are ignored.
   * @returns the products with another position than before
   */
  moveProducts(collection: CollectionId, moves: readonly Move[]): Promise<readonly ProductId[]>;
}

/** The metafield definitions, to be changed. */
export interface MetafieldDefinitions {
  /** Locks it. @throws MetafieldDefinitionNotFound */
  get(id: MetafieldDefinitionId): Promise<MetafieldDefinition>;
  /**
   * By full name; missing ones are absent. The others cannot be deleted until the unit of work
   * ends. One statement for hundreds of names.
   */
  byName(names: readonly MetafieldName[]): Promise<ReadonlyMap<string, MetafieldDefinition>>;
  /**
   * How many of these kinds of owners use it, of all kinds unless given. While the definition is
   * locked, the number cannot grow.
   */
  countUses(name: MetafieldName, owners?: readonly MetafieldOwner[]): Promise<number>;
  /** The ids of the filterable and sortable ones. */
  searchable(): Promise<readonly MetafieldDefinitionId[]>;
  /** @throws MetafieldNameTaken, StaleVersion */
  save(definitions: readonly MetafieldDefinition[]): Promise<void>;
  /** @throws StaleVersion */
  remove(definition: MetafieldDefinition): Promise<void>;
}

/**
 * The content of the read model of product lists, saved in the same unit of work as the product.
 * The answers about prices and stock follow in `refreshListings`.
 */
export interface Listings {
  /** Adds or replaces, with the answers: for new products, which nobody else changes. */
  save(listings: readonly Listing[]): Promise<void>;
  /** Replaces the content of stored listings, in the order of their ids. The answers stay. */
  saveContent(contents: readonly ListingContent[]): Promise<void>;
}

/**
 * The read model of the availability of option values, saved in the same unit of work as variants
 * and options. Whether a stored product's variants can be bought follows in `refreshListings`.
 */
export interface OptionAvailabilities {
  /** Adds or replaces. */
  save(availabilities: ReadonlyMap<ProductId, OptionAvailability>): Promise<void>;
}

/** A change of a product. */
export interface ProductRevision {
  readonly productId: ProductId;
  readonly kind: "CREATED" | "UPDATED" | "DELETED";
  /** The version of the product after the change. */
  readonly version: number;
  readonly at: Date;
  /** The kind of viewer that made it, such as `operator`. */
  readonly actor: string;
  readonly changes: readonly FieldChange[];
}

/** The history of products. It is only added to, and stays when a product is deleted. */
export interface ProductHistory {
  add(revisions: readonly ProductRevision[]): Promise<void>;
  /**
   * Adds changes of data that belongs to products, such as prices, with the present version of each
   * product, which stays. The products cannot be deleted meanwhile.
   */
  addAtSameVersion(revisions: readonly Omit<ProductRevision, "kind" | "version">[]): Promise<void>;
}

/** What slugs identify. A product and a collection may have the same slug. */
export type SluggedKind = "product" | "collection";

/** An old slug. */
export interface SlugRedirect {
  readonly slug: string;
  /** The id of the product or collection that had it. */
  readonly target: string;
}

/**
 * The redirects of old slugs. Their target is an id, so that a redirect is one step however often
 * the slug changes.
 */
export interface SlugRedirects {
  /** Adds or replaces. */
  add(kind: SluggedKind, redirects: readonly SlugRedirect[], since: Date): Promise<void>;
  /** The redirects of these slugs. Nothing is locked. */
  ofSlugs(kind: SluggedKind, slugs: readonly string[]): Promise<readonly SlugRedirect[]>;
  /** Ends the redirects of slugs that are in use again. @returns those that there were */
  release(kind: SluggedKind, slugs: readonly string[]): Promise<readonly SlugRedirect[]>;
  /** Removes all redirects to deleted products or collections. */
  removeOfTargets(kind: SluggedKind, targets: readonly string[]): Promise<void>;
}

/** What custom fields refer to, by the names that files have for it. Nothing is locked. */
export interface ReferenceTargets {
  /**
   * The ids of those that exist, by the given name: the slug of a product or collection, the SKU of a
   * variant, or an id of this kind. One or two statements for hundreds of names.
   */
  find(
    kind: Exclude<ReferencedKind, "media">,
    names: readonly string[],
  ): Promise<ReadonlyMap<string, string>>;
}

export interface CatalogStores extends MediaStores {
  readonly products: Products;
  readonly collections: Collections;
  readonly collectionUpkeep: CollectionUpkeep;
  readonly collectionTree: CollectionTree;
  readonly metafieldDefinitions: MetafieldDefinitions;
  readonly referenceTargets: ReferenceTargets;
  readonly listings: Listings;
  readonly optionAvailabilities: OptionAvailabilities;
  readonly productHistory: ProductHistory;
  readonly redirects: SlugRedirects;
  readonly variantsToBuy: VariantsToBuy;
}
