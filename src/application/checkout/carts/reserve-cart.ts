import type { VariantId } from "../../../domain/catalog/ids.js";
import type { CartContent } from "../../../domain/checkout/cart-content.js";
import { heldUnits } from "../../../domain/checkout/cart-hold.js";
import type { Cart } from "../../../domain/checkout/cart.js";
import type { VariantToBuy } from "../../catalog/ports/variants-to-buy.js";
import {
  reserveStock,
  type ReservationOutcome,
  type ReservationStores,
} from "../../inventory/inventory.js";
import { destinationOf } from "./destination-of.js";
import type { TermsOfCart } from "./price-cart.js";

const MINUTE_MS = 60_000;

/**
 * Reserves what is in a cart that was changed, as far as there are units, and gives back what is no
 * longer in it, where its market reserves units for carts. Other carts cost no statement.
 * @param merged carts whose lines were moved into it: their units come with them
 * @returns the terms with what is left besides the units of the cart
 */
export const reserveCart = async (
  stores: ReservationStores,
  cart: Cart,
  terms: TermsOfCart,
  now: Date,
  merged: readonly Cart[] = [],
): Promise<TermsOfCart> => {
  const minutes = terms.market.cartReservationMinutes;
  const { content } = cart.snapshot();
  const prior = [cart, ...merged].filter((one) => one.snapshot().content.hold);
  const isReserved = minutes !== null || prior.length > 0;
  if (!isReserved || cart.version === cart.storedVersion) return terms;
  const heldBefore = (id: VariantId): number =>
    prior.reduce((sum, one) => sum + heldUnits(one.snapshot().content.hold, id, now), 0);
  const before = new Map([...terms.variants.keys()].map((id) => [id, heldBefore(id)]));
  const until = new Date(now.getTime() + (minutes ?? 0) * MINUTE_MS);
  const outcome = await reserveStock(stores, {
    holder: cart.id,
    priorHolders: prior.map(({ id }) => id),
    isPartial: true,
    lines: minutes === null ? [] : linesOf(content, terms.variants),
    destination: destinationOf(terms.market, content),
    expiresAt: until,
    now,
  });
  const units = Object.fromEntries([...outcome.reserved].filter(([, count]) => count > 0));
  const isHeld = Object.keys(units).length > 0;
  cart.noteHold(isHeld ? { until: until.toISOString(), units } : null, now);
  return { ...terms, variants: leftOver(terms.variants, before, outcome) };
};

/** What is sold of each line, in the form that reservations are made from. */
const linesOf = ({ lines }: CartContent, variants: ReadonlyMap<VariantId, VariantToBuy>) =>
  lines.flatMap(({ variantId, quantity }) => {
    const variant = variants.get(variantId);
    if (!variant) return [];
    const { tracked, soldOutPolicy } = variant;
    return [{ variantId, quantity, tracked, soldOutPolicy }];
  });

/** The variants with the units that are available besides those that the cart has got. */
const leftOver = (
  variants: ReadonlyMap<VariantId, VariantToBuy>,
  before: ReadonlyMap<VariantId, number>,
  { reserved, shortages }: ReservationOutcome,
): ReadonlyMap<VariantId, VariantToBuy> => {
  const short = new Map(shortages.map(({ variantId, available }) => [variantId, available]));
  return new Map(
    [...variants].map(([id, variant]) => {
      const own = reserved.get(id) ?? 0;
      const total = short.get(id) ?? (variant.available ?? 0) + (before.get(id) ?? 0);
      return [id, { ...variant, available: Math.max(total - own, 0) }];
    }),
  );
};
