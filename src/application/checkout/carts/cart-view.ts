import type { SeenLine } from "../../../domain/checkout/cart-content.js";
import type { CartLine } from "../../../domain/checkout/cart-content.js";
import type { CartSnapshot } from "../../../domain/checkout/cart.js";
import type { OutsideAnswer } from "../../../domain/checkout/outside-answer.js";
import type { CartLineId } from "../../../domain/checkout/ids.js";
import type { Requirement } from "../../../domain/checkout/requirement.js";
import type { CartTotalState } from "../../../domain/checkout/cart-total-state.js";
import type { CartStatus } from "../../../domain/checkout/requirements.js";
import type { DeliveryOptionId } from "../../../domain/delivery/ids.js";
import type { PaymentMethodSnapshot } from "../../../domain/payments/payments.js";
import type { Quote, QuotedAmounts, QuotedLine } from "../../../domain/pricing/pricing.js";
import type { PostalAddress } from "../../../domain/shared/postal-address.js";
import type { VariantToBuy } from "../../catalog/ports/variants-to-buy.js";
import type { DeliveryOffer } from "../../delivery/delivery.js";
import type { FeeView } from "../../pricing/ports/fee-reads.js";
import type { MarketView } from "../../pricing/ports/markets.js";
import type { Warning } from "../../shared/warning.js";
import type { PriceInquiry } from "../outside/carrier-offers.js";
import type { TaxInquiry } from "../outside/known-taxes.js";

/** A cart with everything that is worked out from it at a moment. */
export interface CartView {
  readonly cart: CartSnapshot;
  readonly market: MarketView;
  readonly moment: Date;
  /** Those of the shop, of which the quote charges some. */
  readonly fees: readonly FeeView[];
  /** In the order of the cart. */
  readonly lines: readonly CartLineView[];
  /** Empty when nothing is sent. */
  readonly deliveryGroups: readonly DeliveryGroupView[];
  /** All payment methods, also those that this cannot be paid with. */
  readonly methods: readonly PaymentMethodSnapshot[];
  /** Without the lines that cannot be sold. */
  readonly quote: Quote;
  readonly requirements: readonly Requirement[];
  readonly status: CartStatus;
  readonly totalState: CartTotalState;
  readonly warnings: readonly Warning[];
  readonly outside: OutsideView;
  /** What this shows of each line. */
  readonly seen: ReadonlyMap<CartLineId, SeenLine>;
}

/** What services outside are asked about a cart. */
export interface OutsideView {
  /** Null when there is nothing to ask. */
  readonly taxes: TaxInquiry | null;
  readonly prices: readonly PriceInquiry[];
  /** What is known of the answers. */
  readonly answers: readonly OutsideAnswer[];
}

export interface CartLineView {
  readonly line: CartLine;
  /** Null for a variant that the shop does not show. */
  readonly variant: VariantToBuy | null;
  /** Null for a line that has no price. */
  readonly quoted: QuotedLine | null;
  /** The key of its tax category; null for what is never taxed. */
  readonly taxCategory: string | null;
  /** The units that can be sold; null for any number. */
  readonly available: number | null;
}

/** Lines that travel together. */
export interface DeliveryGroupView {
  readonly key: string;
  readonly lines: readonly CartLineId[];
  /** Null until it is known. */
  readonly address: PostalAddress | null;
  readonly offers: readonly DeliveryOffer[];
  /** Null until one is chosen; it may be offered no longer. */
  readonly chosen: DeliveryOptionId | null;
  /** What the chosen one costs; null without a price. */
  readonly quoted: QuotedAmounts | null;
}
