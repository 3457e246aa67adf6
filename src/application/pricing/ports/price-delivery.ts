import type { ChargeStep } from "../../../domain/pricing/quote/cart-to-price.js";
import type { ZoneAddress } from "../../../domain/shared/area.js";
import type { MarketView } from "./markets.js";

/** A line as far as the price of its delivery depends on it. */
export interface LineToSend {
  /** Whole units, at least 1. */
  readonly quantity: number;
  /** Of one unit before discounts, in minor units. */
  readonly price: number;
  /** Of one unit; null when unknown. */
  readonly weightMilligrams: number | null;
  readonly requiresShipping: boolean;
}

/** What a quote asks the delivery context. */
export interface DeliveryToPrice {
  /** The key or the id of a delivery option. */
  readonly option: string;
  readonly lines: readonly LineToSend[];
  /** Null until it is known: in no zone. */
  readonly address: ZoneAddress | null;
  readonly market: MarketView;
  readonly moment: Date;
}

/** What a delivery costs. */
export interface PricedDelivery {
  readonly key: string;
  readonly steps: readonly ChargeStep[];
  /** The key of the tax category; null: never taxed. */
  readonly taxCategory: string | null;
}

/**
 * Prices a delivery by an option of the delivery context, in three statements.
 * @throws DeliveryOptionNotFound, DeliveryNotEligible, DeliveryPricedInCart, QuoteTooLarge
 */
export type PriceDelivery = (delivery: DeliveryToPrice) => Promise<PricedDelivery>;
