import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type {
  ListedVariant,
  ListingAnswers,
  PriceListListing,
  VariantPriceAndStock,
} from "../../../domain/listing/listing.js";
import type { PriceListId } from "../../../domain/pricing/ids.js";
import type { ListPrice } from "../../../domain/pricing/pricing.js";

/** What lists and product pages show of the prices and the stock of a product. */
export interface StoredListing {
  readonly productId: ProductId;
  readonly answers: ListingAnswers;
  /** For each variant, in order: whether it can be bought. Null when it is not stored. */
  readonly sellable: readonly boolean[] | null;
  /** In the markets of price lists; a new list is added product by product. */
  readonly priceLists: readonly PriceListListing[];
}

/** The stored answers about prices and stock. Their content belongs to the catalogue. */
export interface StoredListings {
  /**
   * Locks the listings of products in the order of their ids, and reads them under the lock. Who
   * changes an answer locks first and reads the facts afterwards: then each reads what the one
   * before has committed. Products, variants, prices and stock are locked or written before.
   * Missing products are absent.
   */
  lock(products: readonly ProductId[]): Promise<ReadonlyMap<ProductId, StoredListing>>;
  /** Replaces the answers of a locked listing; `sellable` only if it is stored. */
  save(listing: Partial<StoredListing> & Pick<StoredListing, "productId">): Promise<void>;
  /**
   * Replaces price ranges and reductions in locked listings by what the prices are now, without
   * reading a variant. A product that a price list does not have yet gets no row there.
   */
  addUpRanges(products: readonly ProductId[], request: RangeRequest): Promise<void>;
}

/** A variant with the facts about it that lists depend on, without price lists. */
export interface VariantFacts extends ListedVariant, Omit<VariantPriceAndStock, "isOffered"> {
  readonly productId: ProductId;
  /** From 0, in the order of the product. */
  readonly position: number;
}

/** A price list and the currency of its prices (ISO 4217). */
export interface ListedPriceList {
  readonly id: PriceListId;
  readonly currency: string;
  /** The lists that count, in order, where it has no price. */
  readonly fallbacks: readonly PriceListId[];
}

/** Price lists, and the prices of variants in them. */
export interface ListPriceFacts {
  readonly lists: readonly ListedPriceList[];
  /** The prices of single units at least. Variants without such a price are absent. */
  readonly prices: ReadonlyMap<VariantId, readonly ListPrice[]>;
}

/** A price with another amount. */
export interface ChangedAmount {
  readonly productId: ProductId;
  /** Null: its own price. */
  readonly priceList: PriceListId | null;
  readonly currency: string;
}

/** Which price ranges of products are added up. */
export interface RangeRequest {
  /** Whether those of the own prices are. */
  readonly ofOwnPrices: boolean;
  /** With the lists that fall back on them. */
  readonly priceLists: readonly PriceListId[];
  /** All lists in these currencies (ISO 4217). */
  readonly currencies: readonly string[];
}

/** The committed facts of variants, and those of the own unit of work. Nothing is locked. */
export interface SaleFacts {
  /** The products of variants, which never change; missing variants are absent. */
  productsOf(variants: readonly VariantId[]): Promise<ReadonlyMap<VariantId, ProductId>>;
  /** Missing variants are absent. */
  ofVariants(variants: readonly VariantId[]): Promise<readonly VariantFacts[]>;
  /** All variants of products, in order. */
  ofProducts(
    products: readonly ProductId[],
  ): Promise<ReadonlyMap<ProductId, readonly VariantFacts[]>>;
  /** The same with all price lists, and the prices of the variants in them. */
  withListPricesOf(products: readonly ProductId[]): Promise<
    ListPriceFacts & {
      readonly variants: ReadonlyMap<ProductId, readonly VariantFacts[]>;
    }
  >;
  /**
   * The price lists in which each variant has a price: listed there or in a fallback, or its own in
   * their currency.
   */
  offersOf(
    variants: readonly VariantId[],
  ): Promise<ReadonlyMap<VariantId, ReadonlySet<PriceListId>>>;
}

/**
 * The read model of product lists in markets with a price list: one row for each product and price
 * list.
 */
export interface PriceListListings {
  /** Adds or replaces. The listings of the products must be locked, or be new. */
  save(listings: readonly PriceListListing[]): Promise<void>;
  /**
   * Products without a row for a price list, in the order of their ids.
   * @param after the last id before them
   */
  missing(
    priceList: PriceListId,
    after: ProductId | null,
    limit: number,
  ): Promise<readonly ProductId[]>;
  /** Products with a row for a price list, in the same order. */
  present(
    priceList: PriceListId,
    after: ProductId | null,
    limit: number,
  ): Promise<readonly ProductId[]>;
  /** Removes rows of a deleted price list. @returns how many, at most the limit */
  clear(priceList: PriceListId, limit: number): Promise<number>;
}

export interface ListingStores {
  readonly storedListings: StoredListings;
  readonly saleFacts: SaleFacts;
  readonly priceListListings: PriceListListings;
}
