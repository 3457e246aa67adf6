import { type ClassType, Ctx, Resolver, Root } from "type-graphql";
import { amountDue, nextActionOf } from "../../../../domain/payments/amount-due.js";
import { Money } from "../../../../domain/shared/money.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import { type MoneySource, presentMoney } from "../../money/money-presenter.js";
import { MoneyType } from "../../money/money-type.js";
import type { OrderSource } from "../../orders/present-order.js";
import { Cost } from "../../schema/cost.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { loadPaymentsOfOrder } from "./load-payment.js";
import { PaymentNextAction } from "./payment-next-action.js";
import { type PaymentSource, presentNextAction, presentPayment } from "./present-payment.js";

/** The fields of an order that are answered from its payments. */
export const orderPaymentsResolver = (Order: ClassType, Payment: ClassType): ClassType => {
  @Resolver(() => Order)
  class OrderPaymentsResolver {
    @Cost({ items: 2 })
    @FieldResolver(() => [Payment], { description: "Its payments, by attempt." })
    async payments(
      @Root() { id }: OrderSource,
      @Ctx() context: GraphqlContext,
    ): Promise<readonly PaymentSource[]> {
      return (await loadPaymentsOfOrder(context, id)).map(presentPayment);
    }

    @FieldResolver(() => PaymentNextAction, {
      nullable: true,
      description:
        "What the buyer has to do so that the latest payment goes on. Null: nothing, or the order waits for no payment.",
    })
    async nextAction(
      @Root() { id, state }: OrderSource,
      @Ctx() context: GraphqlContext,
    ): Promise<PaymentNextAction | null> {
      return presentNextAction(nextActionOf(state, await loadPaymentsOfOrder(context, id)));
    }

    @FieldResolver(() => MoneyType, {
      description:
        "What is still to be paid: the total without what is held or was taken. Zero when the order has ended.",
    })
    async amountDue(
      @Root() { id, state, total }: OrderSource,
      @Ctx() context: GraphqlContext,
    ): Promise<MoneySource> {
      const payments = await loadPaymentsOfOrder(context, id);
      const due = amountDue({ state, total: Number(total.minorUnits) }, payments);
      return presentMoney(Money.of(due, total.currency));
    }
  }
  return OrderPaymentsResolver;
};
