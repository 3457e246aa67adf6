import { planReservation } from "../../src/application/inventory/reservations/plan-reservation.js";
import type { PlanStores } from "../../src/application/inventory/reservations/reservation-plan.js";
import type { VariantId } from "../../src/domain/catalog/ids.js";
import { InsufficientStock } from "../../src/domain/inventory/errors.js";

/** Promises units of a variant to a buyer, without telling anybody. @throws InsufficientStock */
export const reserveUnits = async (
  stores: PlanStores,
  variantId: VariantId,
  quantity: number,
): Promise<void> => {
  const { shortages, units } = await planReservation(stores, {
    holder: `order_of_${variantId}`,
    lines: [{ variantId, quantity, tracked: true, soldOutPolicy: "DENY" }],
    destination: { marketId: null },
    expiresAt: null,
    now: new Date("2026-01-01T12:00:00.000Z"),
  });
  const short = shortages[0] ?? (await takeAll(stores, units));
  if (short) throw new InsufficientStock(variantId, quantity, short.available);
};

const takeAll = async (
  { stockUnits }: PlanStores,
  units: Awaited<ReturnType<typeof planReservation>>["units"],
): Promise<{ readonly available: number } | undefined> => {
  for (const { variantId, locationId, quantity } of units) {
    const change = { variantId, locationId, reservedBy: quantity, claimedBy: 0, isGuarded: true };
    if ((await stockUnits.change(change)) === "REFUSED") return { available: 0 };
  }
  return undefined;
};
