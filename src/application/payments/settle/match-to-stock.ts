import type { VariantId } from "../../../domain/catalog/ids.js";
import type { Order } from "../../../domain/orders/orders.js";
import type { VariantsToBuy } from "../../catalog/ports/variants-to-buy.js";
import {
  claimStock,
  completeReservation,
  planReservation,
  type ReservationStores,
} from "../../inventory/inventory.js";
import type { Transaction } from "../../shared/unit-of-work.js";

type Stores = ReservationStores & { readonly variantsToBuy: VariantsToBuy };

/**
 * Claims the units of an order that was paid after its time: what it still holds, and the rest as
 * any buyer would get it. @returns whether all of them were there; otherwise nothing is claimed
 */
export const matchToStock = async (
  stores: Stores,
  order: Order,
  { attempt, now }: Transaction & { readonly now: Date },
): Promise<boolean> => {
  try {
    await attempt(() => claimAll(stores, order, now));
    return true;
  } catch (error) {
    if (error instanceof UnitsMissing) return false;
    throw error;
  }
};

/** @throws UnitsMissing, after which the part of the unit of work is undone */
const claimAll = async (stores: Stores, order: Order, now: Date): Promise<void> => {
  const { content } = order.snapshot();
  const missing = new Map<VariantId, number>();
  for (const { variantId, quantity } of content.lines)
    missing.set(variantId, (missing.get(variantId) ?? 0) + quantity);
  const { currency } = content.quote;
  const market = { id: content.market.id, currency, priceList: null };
  // Its prices were agreed when the order was placed.
  const buyer = { market, customerGroup: null };
  const shopper = { buyer, at: now, locale: null, locations: null };
  const variants = await stores.variantsToBuy.byId([...missing.keys()], shopper);
  for (const { variantId, quantity } of await claimStock(stores, order.id))
    missing.set(variantId, (missing.get(variantId) ?? 0) - quantity);
  const address = content.deliveryGroups.find((group) => group.address)?.address;
  const lines = [...missing].flatMap(([variantId, quantity]) => {
    if (quantity <= 0) return [];
    const variant = variants.get(variantId);
    if (!variant) throw new UnitsMissing();
    return { variantId, quantity, tracked: variant.tracked, soldOutPolicy: variant.soldOutPolicy };
  });
  const plan = await planReservation(stores, {
    holder: order.id,
    lines,
    destination: {
      marketId: content.market.id,
      country: address?.country ?? null,
      region: address?.region ?? null,
      postalCode: address?.postalCode ?? null,
    },
    expiresAt: null,
    now,
    isPaid: true,
  });
  const { shortages } = await completeReservation(stores, plan);
  if (shortages.length > 0) throw new UnitsMissing();
};

class UnitsMissing extends Error {}
