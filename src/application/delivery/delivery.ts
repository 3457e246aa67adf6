import { DELIVERY_PREFIXES } from "../../domain/delivery/ids.js";
import type { CatalogReads } from "../catalog/ports/catalog-reads.js";
import type { LocationReads } from "../inventory/ports/location-reads.js";
import type { Markets } from "../pricing/ports/markets.js";
import type { PriceCandidates } from "../pricing/ports/price-candidates.js";
import type { Clock } from "../shared/clock.js";
import type { Context } from "../shared/context.js";
import type { IdempotencyStores } from "../shared/idempotency-keys.js";
import type { Ids } from "../shared/ids.js";
import type { UnitOfWork } from "../shared/unit-of-work.js";
import { wired, type Wired } from "../shared/wired.js";
import { offerDelivery } from "./offers/offer-delivery.js";
import type { OptionStores } from "./options/references-of.js";
import { deliveryOptionCreate } from "./options/delivery-option-create.js";
import { deliveryOptionDelete } from "./options/delivery-option-delete.js";
import { deliveryOptionUpdate } from "./options/delivery-option-update.js";
import { deliveryOptionsUpdate } from "./options/delivery-options-update.js";
import type { DeliveryReads } from "./ports/delivery-reads.js";
import { DELIVERY_PERMISSIONS } from "./ports/permissions.js";
import { DELIVERY_WARNINGS } from "./ports/warnings.js";
import { readDelivery, readOfferedDelivery } from "./read-delivery.js";
import { deliveryZoneCreate } from "./zones/delivery-zone-create.js";
import { deliveryZoneDelete } from "./zones/delivery-zone-delete.js";
import { deliveryZoneUpdate } from "./zones/delivery-zone-update.js";

/** What the checkout offers. */
export { offersOf, type DeliveryOffer, type DeliveryPriceSource } from "./offers/offers-of.js";
export { askCarrier, CarrierUnavailable } from "./ask-carrier.js";
export { chargedPrice } from "../../domain/delivery/delivery-price.js";
export { textsIn } from "../../domain/delivery/option-texts.js";
export { parcelOf, type Parcel } from "../../domain/delivery/parcel.js";
/** What pricing asks about deliveries. */
export { priceDelivery } from "./offers/price-delivery.js";

export interface DeliveryNeeds {
  readonly deliveryReads: DeliveryReads;
  readonly locationReads: LocationReads;
  readonly catalogReads: CatalogReads;
  readonly priceCandidates: PriceCandidates;
  readonly markets: Markets;
  readonly unitOfWork: UnitOfWork<OptionStores & IdempotencyStores>;
  readonly clock: Clock;
  readonly ids: Ids;
}

/** Everything that delivery can do. */
export const DELIVERY = {
  admin: { ...readDelivery, offerDelivery: offerDelivery.admin },
  shop: { ...readOfferedDelivery, offerDelivery: offerDelivery.shop },
  deliveryZoneCreate,
  deliveryZoneUpdate,
  deliveryZoneDelete,
  deliveryOptionCreate,
  deliveryOptionUpdate,
  deliveryOptionsUpdate,
  deliveryOptionDelete,
};

export type DeliveryOperations = Wired<typeof DELIVERY>;

export const deliveryContext = {
  name: "delivery",
  idPrefixes: DELIVERY_PREFIXES,
  permissions: DELIVERY_PERMISSIONS,
  warnings: DELIVERY_WARNINGS,
  operations: DELIVERY,
  open: (needs: DeliveryNeeds): DeliveryOperations => wired(DELIVERY, needs),
} as const satisfies Context;
