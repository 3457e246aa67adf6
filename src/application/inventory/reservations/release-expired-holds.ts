import type { Recurring } from "../../shared/schedule.js";
import { settleHolds } from "./release-stock.js";
import type { ReservationStores } from "./complete-reservation.js";

const EVERY_MS = 30_000;
const PORTION = 100;

/**
 * Gives back units whose time has passed. Buyers need not wait for it: they get such units at once.
 */
export const releaseExpiredHolds: Recurring<ReservationStores> = {
  kind: "inventory.release-expired-holds",
  everyMs: EVERY_MS,
  run: async (now, stores) => {
    const locked = await stores.reservations.lockExpired(now, PORTION);
    await settleHolds(stores, locked, "RELEASED");
    return locked.reservations.length === PORTION ? "more" : "done";
  },
};
