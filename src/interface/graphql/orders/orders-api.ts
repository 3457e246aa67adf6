import { ordersContext } from "../../../application/orders/orders.js";
import type { ContextApi } from "../nodes/context-api.js";
import { AdminOrder } from "./admin-order.js";
import { AdminOrderQueries } from "./admin-order-queries.js";
import { AdminOrderResolver } from "./admin-order-resolver.js";
import { loadOrder } from "./load-order.js";
import { orderContentResolver } from "./order-content-resolver.js";
import { ORDER_ERROR_CODES } from "./order-error-codes.js";
import { orderMutations } from "./order-mutations.js";
import { OrderPayloadResolver } from "./order-payload.js";
import { ShopOrder } from "./shop-order.js";
import { shopOrderMutations } from "./shop-order-mutations.js";
import { ShopOrderPayloadResolver } from "./shop-order-payload.js";
import { ShopOrderQueries } from "./shop-order-queries.js";

export const ordersApi = {
  context: ordersContext,
  errorCodes: ORDER_ERROR_CODES,
  shop: [
    ShopOrderQueries,
    orderContentResolver(ShopOrder),
    shopOrderMutations,
    ShopOrderPayloadResolver,
  ],
  admin: [
    AdminOrderQueries,
    orderContentResolver(AdminOrder),
    AdminOrderResolver,
    orderMutations,
    OrderPayloadResolver,
  ],
  nodes: {
    order: {
      typeName: "Order",
      answerFor: "one-buyer",
      operations: { admin: "orders.admin.byId" },
      find: (id, _requested, context) => loadOrder(context, id),
    },
  },
} as const satisfies ContextApi<"order">;
