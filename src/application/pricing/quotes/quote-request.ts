/** What a quote is asked for. Amounts are decimals with a point in the currency of the market. */
export interface QuoteRequest {
  /** The key of the market; null for the default market. */
  readonly market?: string | null | undefined;
  readonly lines: readonly QuoteLineRequest[];
  readonly discounts?: readonly QuoteDiscountRequest[] | null | undefined;
  readonly delivery?: readonly QuoteChargeRequest[] | null | undefined;
  /** The key or the id of a delivery option. */
  readonly deliveryOption?: string | null | undefined;
  readonly fees?: readonly QuoteChargeRequest[] | null | undefined;
  /** The keys of fees of the shop. Those on small orders apply by themselves. */
  readonly feeKeys?: readonly string[] | null | undefined;
  readonly buyer?: QuoteBuyerRequest | null | undefined;
  /** The moment that the quote is for; now when left out. */
  readonly asOf?: Date | null | undefined;
}

export interface QuoteLineRequest {
  readonly variantId: string;
  readonly quantity: number;
}

export interface QuoteDiscountRequest {
  readonly amount: string;
  /** For people. */
  readonly reason: string;
  /** The positions of lines, from 0; null or none for the whole order. */
  readonly lines?: readonly number[] | null | undefined;
  /** Whether it is on all deliveries, and not on lines or the order; false when left out. */
  readonly onDelivery?: boolean | null | undefined;
}

export interface QuoteChargeRequest {
  readonly amount: string;
  /** For people. */
  readonly reason: string;
  /** The key of a tax category; the default one when left out. */
  readonly taxCategory?: string | null | undefined;
  /** Whether it is taxed at all; true when left out. */
  readonly taxable?: boolean | null | undefined;
}

export interface QuoteBuyerRequest {
  readonly address?: QuoteAddressRequest | null | undefined;
  readonly exemption?: QuoteExemptionRequest | null | undefined;
  readonly paymentMethod?: string | null | undefined;
  /** The key of the customer group; null for none. */
  readonly customerGroup?: string | null | undefined;
}

export interface QuoteAddressRequest {
  readonly country: string;
  readonly region?: string | null | undefined;
  readonly postalCode?: string | null | undefined;
}

export interface QuoteExemptionRequest {
  /** For people. */
  readonly reason: string;
  /** Checked, and named with the reason. */
  readonly vatId?: string | null | undefined;
}
