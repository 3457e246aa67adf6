import type { OrderStores } from "../../application/orders/ports/order-stores.js";
import type { Storage, StoreMakers } from "../shared/storage/storage.js";
import { orderMigrations } from "./migrations/order-migrations.js";
import { randomOrderCodes } from "./random-order-codes.js";
import { SqlOrders } from "./sql-orders.js";
import { SqlOrderTerms } from "./sql-order-terms.js";

const stores: StoreMakers<OrderStores> = {
  orders: (session, clock) => new SqlOrders(session, clock),
  orderTerms: (session) => new SqlOrderTerms(session),
};

export const ordersStorage = {
  name: "orders",
  migrations: orderMigrations,
  stores,
  reads: () => ({ orderCodes: randomOrderCodes }),
} as const satisfies Storage;
