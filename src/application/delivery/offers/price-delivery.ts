import {
  DeliveryNotEligible,
  DeliveryOptionNotFound,
  DeliveryPricedInCart,
} from "../../../domain/delivery/errors.js";
import { deliveryPrice } from "../../../domain/delivery/delivery-price.js";
import { parcelOf } from "../../../domain/delivery/parcel.js";
import { QuoteTooLarge } from "../../../domain/pricing/pricing.js";
import { zoneAround } from "../../../domain/shared/area.js";
import type { DeliveryToPrice, PriceDelivery } from "../../pricing/ports/price-delivery.js";
import { parseId } from "../../shared/ids.js";
import type { DeliveryOptionView, DeliveryReads } from "../ports/delivery-reads.js";

type Reads = Pick<DeliveryReads, "offered" | "optionsById" | "optionsByKey">;

/** Answers pricing what a delivery costs by an option, also one that is not active. */
export const priceDelivery =
  (reads: Reads): PriceDelivery =>
  async ({ option: name, lines, address, market, moment }: DeliveryToPrice) => {
    const parcel = parcelOf(lines);
    if (!parcel) throw new QuoteTooLarge(["lines"]);
    const [option, { zones }] = await Promise.all([optionOf(reads, name), reads.offered()]);
    if (!option) throw new DeliveryOptionNotFound(name).mapPath(() => []);
    if (parcel.quantity === 0) throw new DeliveryNotEligible(option.key, "NOTHING_TO_SEND");
    const price = deliveryPrice(option, {
      parcel,
      zone: (address && zoneAround(zones, address)?.id) ?? null,
      market: market.id,
      currency: market.currency,
      moment,
    });
    if (price.kind === "NOT_ELIGIBLE") throw new DeliveryNotEligible(option.key, price.reason);
    if (price.kind === "PRICED_IN_CART") throw new DeliveryPricedInCart(option.key);
    return { key: option.key, steps: price.steps, taxCategory: option.taxCategory };
  };

/** A key has no underscore, and an id has one. */
const optionOf = async (reads: Reads, name: string): Promise<DeliveryOptionView | undefined> => {
  const id = parseId("deliveryoption", name);
  return id
    ? (await reads.optionsById([id])).get(id)
    : (await reads.optionsByKey([name])).get(name);
};
