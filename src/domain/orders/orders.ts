// What other contexts may import from orders, besides its ids and events.
export { OrderNotFound } from "./errors.js";
export type { Order, PaymentEntry } from "./order.js";
export type { OrderContent } from "./order-content.js";
export { stateAt, type OrderState } from "./order-states.js";
export { paymentsOfOrder, type PaymentOfOrder } from "./payments-of-order.js";
