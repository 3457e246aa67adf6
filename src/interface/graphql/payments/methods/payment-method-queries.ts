import type { GraphQLResolveInfo } from "graphql";
import { Arg, Args, Ctx, Info, Query, Resolver, Root } from "type-graphql";
import { mapPage, pageRequest } from "../../../../application/shared/page.js";
import type { GraphqlContext } from "../../execution/graphql-context.js";
import type { ConnectionSource } from "../../paging/connection-source.js";
import { PageArgs } from "../../paging/page-args.js";
import { presentConnection } from "../../paging/present-connection.js";
import { allMarkets } from "../../pricing/markets/all-markets.js";
import type { MarketSource } from "../../pricing/markets/present-market.js";
import { FieldResolver } from "../../schema/field-resolver.js";
import { idOf } from "../../schema/id-of.js";
import { type IdOrKey, idOrKey } from "../../schema/id-or-key.js";
import { Operation } from "../../schema/operation.js";
import { AdminPaymentMethod, PaymentMethodConnection } from "./admin-payment-method.js";
import { loadPaymentMethod } from "./load-payment-method.js";
import { type PaymentMethodSource, presentPaymentMethod } from "./present-payment-method.js";

const PaymentMethodBy = idOrKey("PaymentMethodBy", "a payment method");

@Resolver(() => AdminPaymentMethod)
export class PaymentMethodQueries {
  @Operation("payments.admin.methods", "payments.admin.countMethods")
  @Query(() => PaymentMethodConnection, {
    description: "The payment methods, by position. There are at most 100.",
  })
  paymentMethods(
    @Args(() => PageArgs, { validate: false }) args: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Ctx() { app, batch, viewer }: GraphqlContext,
  ): Promise<ConnectionSource<PaymentMethodSource>> {
    const { methods, countMethods } = app.payments.admin;
    const page = pageRequest(args);
    return presentConnection(info, batch, {
      read: async () => mapPage(await methods(page, viewer), presentPaymentMethod),
      count: () => countMethods(undefined, viewer),
    });
  }

  @Operation("payments.admin.methodsById", "payments.admin.methodsByKey")
  @Query(() => AdminPaymentMethod, {
    nullable: true,
    description: "A payment method. Null when it does not exist.",
  })
  async paymentMethod(
    @Arg("by", () => PaymentMethodBy, { description: "Its id or its key." }) by: IdOrKey,
    @Ctx() context: GraphqlContext,
  ): Promise<PaymentMethodSource | null> {
    if (by.id !== undefined) return loadPaymentMethod(context, idOf("paymentmethod", by.id));
    const { app, batch, viewer } = context;
    const found = await batch.load(
      ["payment method by key"],
      by.key ?? "",
      (keys: readonly string[]) => app.payments.admin.methodsByKey(keys, viewer),
    );
    return found && presentPaymentMethod(found);
  }

  @FieldResolver()
  async markets(
    @Root() { marketIds }: PaymentMethodSource,
    @Ctx() context: GraphqlContext,
  ): Promise<readonly MarketSource[]> {
    if (marketIds.length === 0) return [];
    return (await allMarkets(context)).filter(({ id }) => marketIds.includes(id));
  }
}
