import { expect, test } from "vitest";
import { cartTotalState } from "../../../src/domain/checkout/cart-total-state.js";

const KNOWN = { hasAddress: true, isEstimated: false };

test.each(["NOTHING_OFFERED", "NOT_CHOSEN", "UNAVAILABLE", "EXPIRED"] as const)(
  "a total lacks the delivery while it is %s",
  (delivery) => {
    expect(cartTotalState({ ...KNOWN, delivery })).toBe("BEFORE_DELIVERY");
  },
);

test.each(["NOT_NEEDED", "SENT", "COLLECTED"] as const)(
  "a total is complete when the delivery is %s and the address is known",
  (delivery) => {
    expect(cartTotalState({ ...KNOWN, delivery })).toBe("COMPLETE");
    expect(cartTotalState({ ...KNOWN, delivery, hasAddress: false })).toBe("ESTIMATED");
    expect(cartTotalState({ ...KNOWN, delivery, isEstimated: true })).toBe("ESTIMATED");
  },
);
