import { deliveryContext } from "../../../application/delivery/delivery.js";
import type { ContextApi } from "../nodes/context-api.js";
import { DELIVERY_ERROR_CODES } from "./delivery-error-codes.js";
import { deliveryOptionMutations } from "./options/delivery-option-mutations.js";
import { deliveryOptionPayloadResolvers } from "./options/delivery-option-payload.js";
import { DeliveryOptionQueries } from "./options/delivery-option-queries.js";
import { deliveryOptionResolvers } from "./options/delivery-option-resolvers.js";
import { loadDeliveryOption } from "./options/load-delivery-option.js";
import { deliveryOfferQueries } from "./offers/delivery-offer-queries.js";
import { AdminDeliveryOffer, ShopDeliveryOffer } from "./offers/delivery-offer-source.js";
import { deliveryZoneMutations } from "./zones/delivery-zone-mutations.js";
import { deliveryZonePayloads } from "./zones/delivery-zone-payloads.js";
import { DeliveryZoneQueries } from "./zones/delivery-zone-queries.js";
import { loadDeliveryZone } from "./zones/load-delivery-zone.js";

export const deliveryApi = {
  context: deliveryContext,
  errorCodes: DELIVERY_ERROR_CODES,
  shop: [
    deliveryOfferQueries("shop", "deliveryOptions", ShopDeliveryOffer),
    ...deliveryOptionResolvers.shop,
  ],
  admin: [
    DeliveryZoneQueries,
    deliveryZoneMutations,
    ...deliveryZonePayloads.resolvers,
    DeliveryOptionQueries,
    deliveryOfferQueries("admin", "deliveryOffers", AdminDeliveryOffer),
    deliveryOptionMutations,
    ...deliveryOptionPayloadResolvers,
    ...deliveryOptionResolvers.admin,
  ],
  nodes: {
    deliveryzone: {
      typeName: "DeliveryZone",
      operations: { admin: "delivery.admin.zonesById" },
      find: (id, _requested, context) => loadDeliveryZone(context, id),
    },
    deliveryoption: {
      typeName: "DeliveryOption",
      answerFor: "everybody",
      operations: { shop: "delivery.shop.optionsById", admin: "delivery.admin.optionsById" },
      find: (id, _requested, context) => loadDeliveryOption(context, id),
    },
  },
} as const satisfies ContextApi<"deliveryzone" | "deliveryoption">;
