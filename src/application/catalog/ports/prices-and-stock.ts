import type { ProductId, VariantId } from "../../../domain/catalog/ids.js";
import type { Money } from "../../../domain/shared/money.js";
import type { ShoppingContext } from "../../shared/shopping-context.js";
import type { Selected } from "./audience.js";
import type { VariantView } from "./product-view.js";

/** The price and the stock of a variant. */
export interface PriceAndStockView {
  readonly price: Money | null;
  readonly compareAt: Money | null;
  readonly cost: Money | null;
  /** The version of the own price; null when there is none. */
  readonly priceVersion: number | null;
  readonly onHand: number | null;
  /** The units that can be sold now; null when stock is not counted. */
  readonly available: number | null;
  /** The version of the stock; null when stock is not counted. */
  readonly stockVersion: number | null;
  /**
   * False when it has no price in the price list of the market, so that it cannot be bought there.
   */
  readonly isOffered: boolean;
}

export type PriceAndStockField = keyof PriceAndStockView;

/** The requested fields. Without a shopping context: the own prices of the variants. */
export interface PriceAndStockRequest {
  readonly fields: ReadonlySet<PriceAndStockField>;
  readonly shoppingContext?: ShoppingContext;
}

/** A variant with the requested price and stock fields, or with the error that they have. */
export type VariantWithPriceAndStock = Selected<VariantView> & {
  readonly priceAndStock?: Partial<PriceAndStockView> | Error;
};

/** What some variants of a product cost, and what decides their taxes. */
export interface TaxablePrice {
  readonly price: Money;
  readonly taxable: boolean;
  readonly taxCode: string | null;
}

/**
 * Reads price and stock in one statement. Pricing and inventory stay in one database for this.
 * Variants without either are absent.
 */
export interface PricesAndStock {
  /** @param shoppingContext left out: the own prices of the variants */
  byVariant(
    ids: readonly VariantId[],
    fields: ReadonlySet<PriceAndStockField>,
    shoppingContext?: ShoppingContext,
  ): Promise<ReadonlyMap<VariantId, Partial<PriceAndStockView>>>;
  /**
   * What the variants of products cost, in one statement: each price that is taxed in its own way
   * once. Products without a price are absent.
   */
  pricesOfProducts(
    products: readonly ProductId[],
    shoppingContext?: ShoppingContext,
  ): Promise<ReadonlyMap<ProductId, readonly TaxablePrice[]>>;
}
