import { type ClassType, Ctx, Resolver, Root } from "type-graphql";
import type { OrderContent } from "../../../domain/orders/order-content.js";
import type { PostalAddress } from "../../../domain/shared/postal-address.js";
import { PostalAddressType } from "../addresses/postal-address-type.js";
import { AttributeType, presentAttributes } from "../attributes/attribute-type.js";
import type { GraphqlContext } from "../execution/graphql-context.js";
import {
  presentDiscount,
  presentStep,
  presentTax,
  presentTotals,
} from "../pricing/quotes/present-quote.js";
import { PriceStepType } from "../pricing/quotes/price-step-type.js";
import { QuoteDiscountType } from "../pricing/quotes/quote-charge-type.js";
import { QuoteTaxType } from "../pricing/quotes/quote-tax-type.js";
import { QuoteTotalsType } from "../pricing/quotes/quote-totals-type.js";
import { Cost } from "../schema/cost.js";
import { FieldResolver } from "../schema/field-resolver.js";
import { loadOrderContent } from "./load-order-content.js";
import { OrderLineType } from "./order-line-type.js";
import { OrderBuyerType } from "./order-buyer-type.js";
import { OrderDeliveryGroupType } from "./order-delivery-group-type.js";
import { OrderFeeType } from "./order-fee-type.js";
import { OrderMarketType } from "./order-market-type.js";
import {
  type OrderSource,
  presentDeliveryGroups,
  presentOrderFees,
  presentOrderLines,
  presentOrderMarket,
} from "./present-order.js";

/** The fields of an order that are answered from its frozen content. */
export const orderContentResolver = (Order: ClassType): ClassType => {
  @Resolver(() => Order)
  class OrderContentResolver {
    @FieldResolver(() => OrderMarketType, { description: "The market, as it was then." })
    async market(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      return presentOrderMarket(await loadOrderContent(order, context));
    }

    @FieldResolver(() => String, {
      description: "The language of the buyer (BCP 47), in which the texts of the order are.",
    })
    async locale(@Root() order: OrderSource, @Ctx() context: GraphqlContext): Promise<string> {
      return (await loadOrderContent(order, context)).locale;
    }

    @FieldResolver(() => OrderBuyerType, { description: "Who ordered." })
    async buyer(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      return (await loadOrderContent(order, context)).buyer;
    }

    @FieldResolver(() => PostalAddressType, {
      nullable: true,
      description: "Who the invoice is made out to. Null: the delivery address.",
    })
    async billingAddress(
      @Root() order: OrderSource,
      @Ctx() context: GraphqlContext,
    ): Promise<PostalAddress | null> {
      return (await loadOrderContent(order, context)).billingAddress;
    }

    @Cost({ items: 5 })
    @FieldResolver(() => [OrderLineType], { description: "The lines, at most 500." })
    async lines(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      return presentOrderLines(await loadOrderContent(order, context));
    }

    @Cost({ items: 1 })
    @FieldResolver(() => [OrderDeliveryGroupType], { description: "How it is delivered." })
    async deliveryGroups(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      return presentDeliveryGroups(await loadOrderContent(order, context));
    }

    @Cost({ items: 1 })
    @FieldResolver(() => [OrderFeeType], { description: "The fees." })
    async fees(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      return presentOrderFees(await loadOrderContent(order, context));
    }

    @Cost({ items: 1 })
    @FieldResolver(() => [QuoteDiscountType], {
      description: "The discounts, in the order in which they were applied.",
    })
    async discounts(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      const { quote } = await loadOrderContent(order, context);
      return quote.discounts.map(presentDiscount);
    }

    @Cost({ items: 2 })
    @FieldResolver(() => [QuoteTaxType], { description: "One for each tax and rate." })
    async taxes(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      const { quote } = await loadOrderContent(order, context);
      return quote.taxes.map(presentTax);
    }

    @FieldResolver(() => QuoteTotalsType, { description: "The sums." })
    async totals(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      const { quote } = await loadOrderContent(order, context);
      return presentTotals(quote.totals);
    }

    @Cost({ items: 5 })
    @FieldResolver(() => [PriceStepType], {
      description: "How the total was worked out, in order. The steps add up to `totals.total`.",
    })
    async priceBreakdown(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      const { quote } = await loadOrderContent(order, context);
      return quote.breakdown.map(presentStep);
    }

    @FieldResolver(() => String, {
      nullable: true,
      description: "The note of the buyer. Null: none.",
    })
    async note(
      @Root() order: OrderSource,
      @Ctx() context: GraphqlContext,
    ): Promise<OrderContent["note"]> {
      return (await loadOrderContent(order, context)).note;
    }

    @Cost({ items: 1 })
    @FieldResolver(() => [AttributeType], { description: "The attributes of the order, by key." })
    async attributes(@Root() order: OrderSource, @Ctx() context: GraphqlContext) {
      return presentAttributes((await loadOrderContent(order, context)).attributes);
    }
  }
  return OrderContentResolver;
};
