import type { OrderStores } from "../../application/orders/ports/order-stores.js";
import type { ReadNeeds, Storage, StoreMakers } from "../shared/storage/storage.js";
import { memoryOrderLookups } from "./memory-order-lookups.js";
import { orderMigrations } from "./migrations/order-migrations.js";
import { ORDER_CHECK } from "./order-check.js";
import { randomOrderCodes } from "./random-order-codes.js";
import { sqlOrderLinks } from "./sql-order-links.js";
import { sqlOrderReads } from "./sql-order-reads.js";
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
  reads: ({ source, ...limits }: ReadNeeds) => ({
    orderReads: sqlOrderReads(source),
    orderCodes: randomOrderCodes,
    orderLinks: sqlOrderLinks(source, randomOrderCodes),
    orderLookups: memoryOrderLookups(limits),
  }),
  checks: [ORDER_CHECK],
} as const satisfies Storage;
