import { GraphQLDateTime } from "graphql-scalars";
import { Field, Int, ObjectType } from "type-graphql";
import type { TaxSource } from "../../../domain/pricing/pricing.js";
import type { Warning } from "../../../application/shared/warning.js";
import type { CartTotalState } from "../../../domain/checkout/cart-total-state.js";
import type { CartStatus } from "../../../domain/checkout/requirements.js";
import type { PostalAddress } from "../../../domain/shared/postal-address.js";
import { PostalAddressType } from "../addresses/postal-address-type.js";
import { WarningType } from "../mutation/warning-type.js";
import type { MarketSource } from "../pricing/markets/present-market.js";
import { ShopMarket } from "../pricing/markets/shop-market.js";
import type {
  PriceStepSource,
  QuoteChargeSource,
  QuoteDiscountSource,
  QuoteTaxSource,
  QuoteTotalsSource,
} from "../pricing/quotes/present-quote.js";
import { PriceStepType } from "../pricing/quotes/price-step-type.js";
import { QuoteChargeType, QuoteDiscountType } from "../pricing/quotes/quote-charge-type.js";
import { QuoteTaxType } from "../pricing/quotes/quote-tax-type.js";
import { QuoteTotalsType } from "../pricing/quotes/quote-totals-type.js";
import { Cost } from "../schema/cost.js";
import { TaxSources } from "../pricing/quotes/tax-sources.js";
import { CurrencyCode } from "../schema/currency-code.js";
import { Node } from "../schema/node.js";
import { AttributeType } from "../attributes/attribute-type.js";
import { CartDeliveryGroupType } from "./cart-delivery-group-type.js";
import { CartLineType } from "./cart-line-type.js";
import { CartRequirementType } from "./cart-requirement-type.js";
import { CartStatuses, CartTotalStates } from "./cart-statuses.js";

@ObjectType("CartBuyer", { simpleResolvers: true, description: "Who buys." })
export class CartBuyerType {
  @Field(() => String, { nullable: true, description: "The e-mail address. Null until known." })
  readonly email!: string | null;

  @Field(() => String, { nullable: true, description: "The phone number. Null: none." })
  readonly phone!: string | null;

  @Field(() => String, { nullable: true, description: "The VAT id. Null: none." })
  readonly vatId!: string | null;
}

@ObjectType("Cart", {
  implements: Node,
  simpleResolvers: true,
  description:
    "What a buyer is about to order, with prices of this moment. Its id is a secret: with it anybody can change the cart.",
})
export class CartType extends Node {
  @Field(() => Int, {
    description:
      "Increases with each change. Send it as `expectedVersion` to refuse to change another one.",
  })
  readonly version!: number;

  @Field(() => CartStatuses, { description: "Whether an order can be placed." })
  readonly status!: CartStatus;

  @Field(() => ShopMarket, { description: "The market whose terms apply." })
  readonly market!: MarketSource;

  @Field(() => CurrencyCode, { description: "The currency of all amounts." })
  readonly currency!: string;

  @Field(() => Int, { description: "The units of all lines." })
  readonly totalQuantity!: number;

  @Cost({ items: 10 })
  @Field(() => [CartLineType], {
    description: "The lines, in the order in which they were added. At most 500.",
  })
  readonly lines!: readonly CartLineType[];

  @Field(() => CartBuyerType, { description: "Who buys." })
  readonly buyer!: CartBuyerType;

  @Field(() => PostalAddressType, {
    nullable: true,
    description: "Where to deliver. Null until it is known.",
  })
  readonly shippingAddress!: PostalAddress | null;

  @Field(() => PostalAddressType, {
    nullable: true,
    description: "Who the invoice is made out to. Null: the shipping address.",
  })
  readonly billingAddress!: PostalAddress | null;

  @Cost({ items: 1 })
  @Field(() => [CartDeliveryGroupType], {
    description: "How it is delivered. Empty when nothing is sent.",
  })
  readonly deliveryGroups!: readonly CartDeliveryGroupType[];

  @Field(() => String, { nullable: true, description: "The note of the buyer. Null: none." })
  readonly note!: string | null;

  @Cost({ items: 1 })
  @Field(() => [AttributeType], { description: "The attributes of the cart, by key." })
  readonly attributes!: readonly AttributeType[];

  @Field(() => QuoteTotalsType, {
    description: "The sums. Lines that cannot be sold are left out.",
  })
  readonly totals!: QuoteTotalsSource;

  @Field(() => CartTotalStates, {
    description:
      "What `totals.total` has in it. Ask a buyer to pay it only when it is COMPLETE or ESTIMATED; before, write that delivery is added.",
  })
  readonly totalState!: CartTotalState;

  @Cost({ items: 2 })
  @Field(() => [QuoteTaxType], { description: "One for each tax and rate." })
  readonly taxes!: readonly QuoteTaxSource[];

  @Field(() => TaxSources, { description: "Who decided the taxes." })
  readonly taxSource!: TaxSource;

  @Cost({ items: 1 })
  @Field(() => [QuoteChargeType], { description: "The fees." })
  readonly fees!: readonly QuoteChargeSource[];

  @Cost({ items: 1 })
  @Field(() => [QuoteDiscountType], {
    description: "The discounts, in the order in which they were applied.",
  })
  readonly discounts!: readonly QuoteDiscountSource[];

  @Cost({ items: 5 })
  @Field(() => [PriceStepType], {
    description: "How the total is worked out, in order. The steps add up to `totals.total`.",
  })
  readonly priceBreakdown!: readonly PriceStepSource[];

  @Cost({ items: 2 })
  @Field(() => [CartRequirementType], {
    description:
      "What is missing before it can become an order. Empty when an order can be placed.",
  })
  readonly requirements!: readonly CartRequirementType[];

  @Cost({ items: 1 })
  @Field(() => [WarningType], {
    description:
      "What has changed since the buyer last changed the cart, and what is estimated. Their paths are those of the cart.",
  })
  readonly warnings!: readonly Warning[];

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "Until when its units are reserved. Each change of the cart moves it. Null when none are: most markets reserve units when the order is placed.",
  })
  readonly reservedUntil!: Date | null;

  @Field(() => GraphQLDateTime, { description: "When it was created." })
  readonly createdAt!: Date;

  @Field(() => GraphQLDateTime, { description: "When it was last changed." })
  readonly updatedAt!: Date;
}
