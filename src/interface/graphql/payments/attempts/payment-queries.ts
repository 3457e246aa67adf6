import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver, Root } from "type-graphql";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import type { PaymentId } from "../../../../domain/payments/ids.js";
import { Money } from "../../../../domain/shared/money.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { presentMoney } from "../../money/money-presenter.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { AdminOrder } from "../../orders/admin-order.js";
import { loadOrder } from "../../orders/load-order.js";
import type { OrderSource } from "../../orders/present-order.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { Operation } from "../../schema/operation.js";
import { AdminPayment, PaymentConnection } from "./admin-payment.js";
import { PaymentTransactionType } from "./payment-transaction-type.js";
import { PaymentFilterInput, paymentFilterOf } from "./payment-filter-input.js";
import { type PaymentSource, presentPayment } from "./present-payment.js";

@Resolver(() => AdminPayment)
export class PaymentQueries {
  @Operation("payments.admin.list", "payments.admin.count")
  @Query(() => PaymentConnection, { description: "The payments, newest first." })
  payments(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Arg("filter", () => PaymentFilterInput, {
      nullable: true,
      description: "Filters the payments. Default: all.",
    })
    filter: PaymentFilterInput | null,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<PaymentSource>> {
    const { list, count } = app.payments.admin;
    const [conditions, page] = [paymentFilterOf(filter ?? {}), pageRequest(args)];
    return presentConnection(info, batch, {
      read: async () => mapPage(await list({ filter: conditions, page }, viewer), presentPayment),
      count: () => count(conditions, viewer),
    });
  }

  @Cost({ items: 3 })
  @FieldResolver(() => [PaymentTransactionType], {
    description: "How its money moved, oldest first. The sums of the payment are theirs.",
  })
  async transactions(
    @Root() { id, currency }: PaymentSource,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<readonly PaymentTransactionType[]> {
    const found = await batch.load(["transactions"], id, (ids: readonly PaymentId[]) =>
      app.payments.admin.transactionsOf(ids, viewer),
    );
    return (found ?? []).map((one) => ({
      ...one,
      amount: presentMoney(Money.of(one.amount, currency)),
    }));
  }

  @FieldResolver(() => AdminOrder, { nullable: true, description: "Its order." })
  order(
    @Root() { orderId }: PaymentSource,
    @Ctx() context: GraphqlContext,
  ): Promise<OrderSource | null> {
    return loadOrder(context, orderId);
  }
}
