import type { Delivery } from "../../../src/domain/delivery/delivery-price.js";
import type { DeliveryRate } from "../../../src/domain/delivery/delivery-rate.js";
import type { DeliveryZoneId } from "../../../src/domain/delivery/ids.js";
import type { DeliveryOptionContent } from "../../../src/domain/delivery/option-content.js";
import type { MarketId } from "../../../src/domain/pricing/ids.js";
import { errorsOf } from "../../../src/domain/shared/domain-error.js";
import { id } from "../../../src/domain/shared/id.js";

export const NOW = new Date("2026-06-01T12:00:00.000Z");
export const NORWAY = id<DeliveryZoneId>("deliveryzone_01h00000000000000000000001");
export const SWEDEN = id<DeliveryZoneId>("deliveryzone_01h00000000000000000000002");
export const SWISS = id<MarketId>("market_01h00000000000000000000001");
export const AUSTRIAN = id<MarketId>("market_01h00000000000000000000002");

export const rate = (more: Partial<DeliveryRate> = {}): DeliveryRate => ({
  currency: "EUR",
  steps: [{ from: 0, upTo: null, price: 490 }],
  freeFrom: null,
  minSubtotal: null,
  maxSubtotal: null,
  ...more,
});

export const anOption = (more: Partial<DeliveryOptionContent> = {}): DeliveryOptionContent => ({
  key: "parcel",
  name: "Parcel",
  description: "",
  translations: [],
  kind: "FLAT",
  rates: [rate()],
  zones: [],
  markets: [],
  maxWeight: null,
  windows: [],
  pickupLocation: null,
  carrier: null,
  taxCategory: null,
  position: 0,
  isActive: true,
  ...more,
});

export const aDelivery = (more: Partial<Delivery> = {}): Delivery => ({
  parcel: { subtotal: 2_000, weight: 1_500, quantity: 3 },
  zone: NORWAY,
  market: AUSTRIAN,
  currency: "EUR",
  moment: NOW,
  ...more,
});

/** The codes and paths of what a call is refused with. */
export const refusalsOf = (call: () => unknown): readonly string[] => {
  try {
    call();
    return [];
  } catch (error) {
    return errorsOf(error).map(({ code, path }) => `${code} ${path.join(".")}`);
  }
};
