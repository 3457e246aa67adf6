import { deliveryPrice } from "../../../domain/delivery/delivery-price.js";
import type { Parcel } from "../../../domain/delivery/parcel.js";
import type { ChargeStep } from "../../../domain/pricing/pricing.js";
import { zoneAround, type ZoneAddress } from "../../../domain/shared/area.js";
import type { Money } from "../../../domain/shared/money.js";
import type { MarketView } from "../../pricing/ports/markets.js";
import type { DeliveryOptionView, OfferedDelivery } from "../ports/delivery-reads.js";

/** Who named the price of a delivery. FALLBACK: the option, because its carrier did not answer. */
export const DELIVERY_PRICE_SOURCES = ["SHOP", "CARRIER", "FALLBACK"] as const;
export type DeliveryPriceSource = (typeof DELIVERY_PRICE_SOURCES)[number];

/** An option that delivers the lines to the address. */
export interface DeliveryOffer {
  readonly option: DeliveryOptionView;
  /** Null where a carrier is asked when there is a cart. */
  readonly price: Money | null;
  /** What the price is made of; empty without a price. */
  readonly steps: readonly ChargeStep[];
  /** Null without a price. */
  readonly source: DeliveryPriceSource | null;
}

interface ParcelToOffer {
  readonly parcel: Parcel;
  /** Null until it is known: in no zone. */
  readonly address: ZoneAddress | null;
  readonly market: MarketView;
  readonly moment: Date;
}

/** The options that deliver a parcel, in their order. Pure. */
export const offersOf = (
  { zones, options }: OfferedDelivery,
  { parcel, address, market, moment }: ParcelToOffer,
): readonly DeliveryOffer[] => {
  const delivery = {
    parcel,
    zone: (address && zoneAround(zones, address)?.id) ?? null,
    market: market.id,
    currency: market.currency,
    moment,
  };
  return options.flatMap((option): readonly DeliveryOffer[] => {
    const price = deliveryPrice(option, delivery);
    if (price.kind === "NOT_ELIGIBLE") return [];
    return price.kind === "PRICED"
      ? [{ option, price: price.amount, steps: price.steps, source: "SHOP" }]
      : [{ option, price: null, steps: [], source: null }];
  });
};
