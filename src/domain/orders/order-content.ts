import type { MediaId, ProductId, VariantId } from "../catalog/ids.js";
import type { DeliveryOptionId } from "../delivery/ids.js";
import type { LocationId } from "../inventory/ids.js";
import type { MarketId } from "../pricing/ids.js";
import type { Quote } from "../pricing/pricing.js";
import type { PostalAddress } from "../shared/postal-address.js";
import type { SalesChannel } from "../shared/sales-channel.js";

/**
 * Everything that an order was decided on, as it was then. It is never computed again, so that a
 * later change of a product, a price or a tax does not reach it.
 */
export interface OrderContent {
  readonly market: OrderMarket;
  /** The language of the buyer (BCP 47), in which the texts of the content are. */
  readonly locale: string;
  readonly salesChannel: SalesChannel;
  readonly buyer: OrderBuyer;
  /** Null: the delivery address. */
  readonly billingAddress: PostalAddress | null;
  /** In the order of the lines of the quote, with their ids. */
  readonly lines: readonly OrderLine[];
  /** Those with an option have one delivery of the quote each, in its order. */
  readonly deliveryGroups: readonly DeliveryGroup[];
  /** One for each fee of the quote, in its order. */
  readonly fees: readonly OrderFee[];
  /** What everything costs and why. Its currency is the currency of the order. */
  readonly quote: Quote;
  readonly note: string | null;
  readonly attributes: Attributes;
  /** What services outside answered, on which taxes and deliveries were decided. */
  readonly outsideAnswers: readonly OutsideAnswer[];
}

/** The market in which the order was placed, as it was then. */
export interface OrderMarket {
  readonly id: MarketId;
  readonly key: string;
  readonly name: string;
  readonly pricesIncludeTax: boolean;
}

export interface OrderBuyer {
  readonly email: string;
  readonly phone: string | null;
  /** The key of the customer group; null for none. */
  readonly customerGroup: string | null;
  readonly vatId: string | null;
  /** Why no tax is owed, for people; null for buyers who owe it. */
  readonly exemption: string | null;
}

/** What was sold, as it was called then. Its price is the line of the quote with the same id. */
export interface OrderLine {
  readonly id: string;
  readonly variantId: VariantId;
  readonly productId: ProductId;
  /** Whole units, at least 1. */
  readonly quantity: number;
  readonly title: string;
  readonly slug: string;
  /** Empty for a product without options. */
  readonly options: readonly OrderLineOption[];
  readonly sku: string | null;
  readonly barcode: string | null;
  /** The image of the variant, or the first one of the product. */
  readonly imageId: MediaId | null;
  readonly taxCategory: string | null;
  readonly requiresShipping: boolean;
  readonly weightMilligrams: number | null;
  readonly attributes: Attributes;
}

export interface OrderLineOption {
  readonly name: string;
  readonly value: string;
}

/** Lines that travel together. */
export interface DeliveryGroup {
  readonly id: string;
  /** The ids of the lines. */
  readonly lines: readonly string[];
  /** Null for what is collected, and for a group of goods that need no delivery. */
  readonly address: PostalAddress | null;
  /** Null when no option was needed. */
  readonly option: ChosenDelivery | null;
}

/** The delivery option that was chosen, as it was then. */
export interface ChosenDelivery {
  readonly id: DeliveryOptionId;
  readonly key: string;
  /** In the language of the buyer. */
  readonly name: string;
  /** Null unless the buyer collects it. */
  readonly pickupLocationId: LocationId | null;
}

export interface OrderFee {
  readonly key: string;
  readonly name: string;
}

/** The answer of a service outside, with what it was asked. */
export interface OutsideAnswer {
  readonly kind: "TAX" | "DELIVERY";
  /** FALLBACK: the rule of the shop applied, because the service did not answer. */
  readonly source: "SERVICE" | "FALLBACK";
  readonly service: string;
  readonly requestedAt: Date;
  /** Plain JSON. */
  readonly question: unknown;
  /** Plain JSON. */
  readonly answer: unknown;
}

/** Facts that the shop's own programs attach, by name. */
export type Attributes = Readonly<Record<string, string>>;
