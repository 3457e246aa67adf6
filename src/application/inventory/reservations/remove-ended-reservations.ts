import type { Recurring } from "../../shared/schedule.js";
import type { InventoryStores } from "../ports/stock-items.js";

const HOUR_MS = 60 * 60_000;
const PORTION = 500;

/** For how many days a reservation is kept after its end. The ledger keeps its movements for ever. */
const KEPT_DAYS = {
  RELEASED: 7,
  // Long enough to send the units, and to take them back.
  CLAIMED: 400,
} as const;

/** Removes reservations that ended long ago, which no figure of the stock is made of. */
export const removeEndedReservations: Recurring<Pick<InventoryStores, "reservations">> = {
  kind: "inventory.remove-ended-reservations",
  everyMs: HOUR_MS,
  run: async (now, { reservations }) => {
    const removed = async (state: keyof typeof KEPT_DAYS): Promise<number> => {
      const oldest = new Date(now.getTime() - KEPT_DAYS[state] * 24 * HOUR_MS);
      return reservations.removeEnded(state, oldest, PORTION);
    };
    const counts = [await removed("RELEASED"), await removed("CLAIMED")];
    return counts.some((count) => count >= PORTION) ? "more" : "done";
  },
};
