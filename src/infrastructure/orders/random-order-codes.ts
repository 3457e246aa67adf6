import { createHash, createHmac, randomInt } from "node:crypto";
import type { OrderCodes } from "../../application/orders/ports/order-codes.js";
import { DIGITS } from "../shared/type-ids.js";

const FIRST_NUMBER = 1_000_000_000;
const AFTER_LAST_NUMBER = 10_000_000_000;

const LINK_DIGITS = 26;

/** Numbers drawn at random, and links derived from the secret id of the cart. */
export const randomOrderCodes: OrderCodes = {
  number: () => String(randomInt(FIRST_NUMBER, AFTER_LAST_NUMBER)),
  linkOf: (cartId) => {
    const bytes = createHmac("sha256", cartId).update("plinth order link").digest();
    const digits = Array.from({ length: LINK_DIGITS }, (_, at) => DIGITS[(bytes[at] ?? 0) % 32]);
    return `orderlink_${digits.join("")}`;
  },
  hashOf: (link) => createHash("sha256").update(link).digest("base64url"),
};
