import {
  DELIVERY_GROUP,
  type CartContent,
  type CartLine,
} from "../../../domain/checkout/cart-content.js";
import type { DeliveryFinding } from "../../../domain/checkout/requirements.js";
import { QuoteTooLarge, type LineToPrice } from "../../../domain/pricing/pricing.js";
import type { VariantToBuy } from "../../catalog/ports/variants-to-buy.js";
import { offersOf, parcelOf, type DeliveryOffer } from "../../delivery/delivery.js";
import type { OfferedDelivery } from "../../delivery/ports/delivery-reads.js";
import type { MarketView } from "../../pricing/ports/markets.js";
import { carrierOffers, type PriceInquiry } from "../outside/carrier-offers.js";
import type { KnownAnswers } from "../outside/known-answers.js";
import type { DeliveryGroupView } from "./cart-view.js";

/** A line that can be sold, with the price of one unit in minor units. */
export interface PricedCartLine {
  readonly line: CartLine;
  readonly variant: VariantToBuy;
  readonly toPrice: LineToPrice;
  readonly unitPrice: number;
}

interface DeliveredCart {
  readonly groups: readonly Omit<DeliveryGroupView, "quoted">[];
  /** The offers that were chosen, one for each group that has one with a price. */
  readonly chosen: readonly DeliveryOffer[];
  readonly finding: DeliveryFinding;
  /** What carriers are asked about it. */
  readonly inquiries: readonly PriceInquiry[];
}

interface Terms {
  readonly market: MarketView;
  readonly offered: OfferedDelivery;
}

/**
 * How the lines of a cart are delivered: all that are sent travel together.
 * @throws QuoteTooLarge
 */
export const deliverCart = (
  { shippingAddress: address, delivery }: CartContent,
  lines: readonly PricedCartLine[],
  { market, offered }: Terms,
  moment: Date,
  answers: KnownAnswers,
): DeliveredCart => {
  const parcel = parcelOf(
    lines.map(({ line, variant, unitPrice }) => ({
      quantity: line.quantity,
      price: unitPrice,
      weightMilligrams: variant.weightMilligrams,
      requiresShipping: variant.requiresShipping,
    })),
  );
  if (!parcel) throw new QuoteTooLarge(["lines"]);
  if (parcel.quantity === 0)
    return { groups: [], chosen: [], finding: "NOT_NEEDED", inquiries: [] };
  const { offers, inquiries } = carrierOffers(
    offersOf(offered, { parcel, address, market, moment }),
    parcel,
    { address, currency: market.currency },
    answers,
  );
  const choice = delivery.find(({ group }) => group === DELIVERY_GROUP)?.option ?? null;
  const offer = offers.find(({ option }) => option.id === choice) ?? null;
  const group = {
    key: DELIVERY_GROUP,
    lines: lines.filter(({ variant }) => variant.requiresShipping).map(({ line }) => line.id),
    address,
    offers,
    chosen: choice,
  };
  const isPriced = offer !== null && offer.price !== null;
  const isAwaited = !isPriced && inquiries.some(({ option, known }) => option === choice && !known);
  const finding = isAwaited
    ? "EXPIRED"
    : findingOf(offers, choice, isPriced ? offer : null, address === null);
  return { groups: [group], chosen: isPriced ? [offer] : [], finding, inquiries };
};

const findingOf = (
  offers: readonly DeliveryOffer[],
  choice: string | null,
  offer: DeliveryOffer | null,
  isWithoutAddress: boolean,
): DeliveryFinding => {
  if (offer) return offer.option.pickupLocation === null ? "SENT" : "COLLECTED";
  // What is offered depends on the address.
  if (offers.length === 0 && !isWithoutAddress) return "NOTHING_OFFERED";
  return choice === null ? "NOT_CHOSEN" : "UNAVAILABLE";
};
