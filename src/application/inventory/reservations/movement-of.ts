import type { MovementKind, StockMovement } from "../../../domain/inventory/stock-movement.js";
import type { InventoryStores } from "../ports/stock-items.js";
import type { Reservation, StoredReservation } from "../ports/stock-units.js";

/** Writes that held reservations have ended, except for the counters of their stock items. */
export const endHolds = async (
  { reservations, stockMovements }: Pick<InventoryStores, "reservations" | "stockMovements">,
  ended: readonly StoredReservation[],
  state: "CLAIMED" | "RELEASED",
): Promise<void> => {
  if (ended.length === 0) return;
  await reservations.settle(ended, state);
  await stockMovements.append(
    ended.map((one) => movementOf(one, state, -1, state === "CLAIMED" ? 1 : 0)),
  );
};

export const reservationOf = (
  { holder }: Pick<Reservation, "holder">,
  { variantId, locationId, quantity }: Omit<Reservation, "holder">,
): Reservation => ({ holder, variantId, locationId, quantity });

/** How the ledger shows units that are taken: the kind, and the signs of reserved and claimed. */
export const promisedAs = ({
  isPaid,
}: {
  readonly isPaid?: boolean;
}): [MovementKind, number, number] => (isPaid ? ["CLAIMED", 0, 1] : ["RESERVED", 1, 0]);

export const movementOf = (
  { holder, variantId, locationId, quantity }: Reservation,
  kind: MovementKind,
  reserved: number,
  claimed: number,
): StockMovement => ({
  variantId,
  locationId,
  kind,
  onHandBy: 0,
  reservedBy: reserved * quantity,
  claimedBy: claimed * quantity,
  reason: null,
  cause: causeOf(holder),
});

const CART = "cart_";
const CAUSE_LENGTH = 12;

/** Staff see causes. With the id of a cart they could order for its buyer, so only its beginning is kept. */
const causeOf = (holder: string): string =>
  holder.startsWith(CART) ? holder.slice(0, CAUSE_LENGTH) : holder;
