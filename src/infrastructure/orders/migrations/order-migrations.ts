import { CreateOrder1764003700000 } from "./1764003700000-create-order.js";
import { CreateOrderTimeline1764003700001 } from "./1764003700001-create-order-timeline.js";
import { CreateOrderTerm1764003700002 } from "./1764003700002-create-order-term.js";
import { IndexOrders1764003700003 } from "./1764003700003-index-orders.js";
import { AddPaymentsOfOrders1764003900000 } from "./1764003900000-add-payments-of-orders.js";

/**
 * The migrations of the tables of orders. A migration that has been released is never changed; a
 * new one is added below.
 */
export const orderMigrations = [
  CreateOrder1764003700000,
  CreateOrderTimeline1764003700001,
  CreateOrderTerm1764003700002,
  IndexOrders1764003700003,
  AddPaymentsOfOrders1764003900000,
];
