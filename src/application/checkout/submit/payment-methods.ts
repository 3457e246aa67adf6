/** How orders are paid. `manual`: outside of the shop, such as by transfer; staff tell when it came. */
export const PAYMENT_METHODS = ["manual"] as const;
export type PaymentMethod = (typeof PAYMENT_METHODS)[number];
