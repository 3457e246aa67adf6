import type { BackgroundNeeds } from "../../shared/context.js";
import type { Recurring } from "../../shared/schedule.js";
import type { CheckoutStores } from "../ports/checkout-stores.js";

const HOUR_MS = 60 * 60_000;
const DAY_MS = 24 * HOUR_MS;
const PORTION = 200;

/** Removes carts that nobody has changed for long, with everything that buyers said in them. */
export const forgetOldCarts = ({
  cartDays,
}: Pick<BackgroundNeeds, "cartDays">): Recurring<CheckoutStores> => ({
  kind: "checkout.forget-carts",
  everyMs: HOUR_MS,
  run: async (now, { carts }) => {
    if (cartDays === Infinity) return "done";
    const oldest = new Date(now.getTime() - cartDays * DAY_MS);
    return (await carts.removeUnchangedSince(oldest, PORTION)) >= PORTION ? "more" : "done";
  },
});
