import type { CartContent } from "../../../domain/checkout/cart-content.js";
import type { Destination } from "../../inventory/ports/choose-locations.js";
import type { MarketView } from "../../pricing/ports/markets.js";

/** Where the units of a cart go, as far as it is known. */
export const destinationOf = (
  { id }: Pick<MarketView, "id">,
  { shippingAddress: address }: Pick<CartContent, "shippingAddress">,
): Destination => ({
  marketId: id,
  country: address?.country ?? null,
  region: address?.region ?? null,
  postalCode: address?.postalCode ?? null,
});
