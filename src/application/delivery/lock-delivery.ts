import type { PricingStores } from "../pricing/ports/pricing-stores.js";
import type { DeliveryStores } from "./ports/delivery-stores.js";

export type DeliveryWriteStores = DeliveryStores & Pick<PricingStores, "markets">;

/**
 * Locks the default market, as every change of zones, options and markets does first: no two zones
 * get one address, no option a deleted zone. Such changes are rare.
 */
export const lockDelivery = async ({ markets }: DeliveryWriteStores): Promise<void> => {
  await markets.default();
};
