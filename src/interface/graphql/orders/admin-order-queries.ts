import { MaxLength } from "class-validator";
import type { GraphQLResolveInfo } from "graphql";
import {
  Arg,
  Args,
  Ctx,
  Field,
  ID,
  Info,
  InputType,
  Query,
  registerEnumType,
  Resolver,
} from "type-graphql";
import {
  ORDER_SORT_KEYS,
  type OrderSortKey,
} from "../../../application/orders/ports/order-reads.js";
import { mapPage, pageRequest } from "../../../application/shared/page.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import type { ConnectionSource } from "../paging/connection-source.js";
import { PageArgs } from "../paging/page-args.js";
import { presentConnection } from "../paging/present-connection.js";
import { enumOf } from "../schema/enum-of.js";
import { idOf } from "../schema/id-of.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { OneOf } from "../schema/one-of.js";
import { Operation } from "../schema/operation.js";
import { sortInput, type SortInput } from "../schema/sort-input.js";
import { AdminOrder, OrderConnection } from "./admin-order.js";
import { loadOrder, loadOrderByNumber } from "./load-order.js";
import { OrderFilterInput, orderFilterOf } from "./order-filter-input.js";
import { type OrderSource, presentOrder } from "./present-order.js";

@OneOf()
@InputType("OrderBy", { description: "Selects an order. Set exactly one field." })
class AdminOrderBy {
  @Field(() => ID, { nullable: true, description: "The id." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id?: string;

  @Field(() => String, { nullable: true, description: "The number." })
  @MaxLength(INPUT_LIMITS.id)
  readonly number?: string;
}

const OrderSortKeys = enumOf(ORDER_SORT_KEYS);
registerEnumType(OrderSortKeys, {
  name: "OrderSortKey",
  description: "Sort keys of orders.",
  valuesConfig: {
    PLACED_AT: { description: "By the time of placing, oldest first." },
    TOTAL: {
      description:
        "By total, lowest first. Totals are compared in minor units: filter by a currency.",
    },
  },
});
const OrderSortInput = sortInput<OrderSortKey>("OrderSort", "Sorts orders.", OrderSortKeys);

const NEWEST_FIRST: SortInput<OrderSortKey> = { key: "PLACED_AT", reverse: true };

@Resolver()
export class AdminOrderQueries {
  @Operation("orders.admin.list", "orders.admin.count")
  @Query(() => OrderConnection, { description: "The orders, newest first unless sorted." })
  orders(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => OrderFilterInput, {
      nullable: true,
      description: "Filters the orders. Default: all.",
    })
    filter: OrderFilterInput | null,
    @Arg("sort", () => OrderSortInput, {
      nullable: true,
      validate: false,
      description: "Sort order. Default: PLACED_AT, reversed.",
    })
    sort: SortInput<OrderSortKey> | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<OrderSource>> {
    const { list, count } = app.orders.admin;
    const { key, reverse } = sort ?? NEWEST_FIRST;
    const conditions = orderFilterOf(filter ?? {});
    const order = { sort: key, reverse: reverse ?? false, page: pageRequest(args) };
    return presentConnection(info, batch, {
      read: async () =>
        mapPage(await list({ filter: conditions, ...order }, viewer), (one) =>
          presentOrder(one, "STAFF"),
        ),
      count: () => count(conditions, viewer),
    });
  }

  @Operation("orders.admin.byId", "orders.admin.byNumber")
  @Query(() => AdminOrder, {
    nullable: true,
    description: "An order. Null when it does not exist.",
  })
  order(
    @Arg("by", () => AdminOrderBy, { description: "Its id or its number." })
    { id, number }: AdminOrderBy,
    @Ctx() context: GraphqlContext,
  ): Promise<OrderSource | null> {
    return id === undefined
      ? loadOrderByNumber(context, (number ?? "").replaceAll(/\D/g, ""))
      : loadOrder(context, idOf("order", id));
  }
}
