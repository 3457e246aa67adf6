import { ArrayMaxSize, ArrayMinSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import { MAX_ATTRIBUTES } from "../../../domain/checkout/attributes.js";
import { CART_LIMITS } from "../../../domain/checkout/cart-limits.js";
import { PostalAddressInput } from "../addresses/postal-address-input.js";
import { DryRunInput } from "../mutation/dry-run-input.js";
import { VersionedInput } from "../mutation/versioned-input.js";
import { CurrencyCode } from "../schema/currency-code.js";
import { Decimal } from "../schema/decimal.js";
import { INPUT_LIMITS } from "../schema/input-limits.js";
import { PaymentInput } from "../payments/attempts/payment-input.js";
import { AttributeInput } from "./attribute-input.js";

const QUANTITY = `1 to ${CART_LIMITS.quantity.toLocaleString("en")}`;

/** The base of the inputs of mutations of one cart. */
@InputType()
export abstract class CartTargetInput extends VersionedInput {
  @Field(() => ID, { description: "The id of the cart." })
  @MaxLength(INPUT_LIMITS.id)
  readonly cartId!: string;
}

@InputType({ description: "Units of a variant for a cart." })
export class CartLineInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => Int, { description: `The number of units, ${QUANTITY}.` })
  readonly quantity!: number;

  @Field(() => [AttributeInput], {
    nullable: true,
    description: `Attributes of the line, at most ${MAX_ATTRIBUTES}. Units of one variant with other attributes are a line of their own.`,
  })
  @ArrayMaxSize(MAX_ATTRIBUTES)
  @ValidateNested({ each: true })
  readonly attributes?: readonly AttributeInput[] | null;
}

@InputType({ description: "A line with its new number of units." })
export class CartLineChangeInput {
  @Field(() => ID, { description: "The id of the line." })
  @MaxLength(INPUT_LIMITS.id)
  readonly id!: string;

  @Field(() => Int, {
    description: `The number of units, ${QUANTITY}. Use \`cartLinesRemove\` to remove the line.`,
  })
  readonly quantity!: number;
}

@InputType({ description: "Puts units of variants into a cart." })
export class CartLinesAddInput extends CartTargetInput {
  @Field(() => [CartLineInput], { description: "The lines, 1 to 250." })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly lines!: readonly CartLineInput[];
}

@InputType({ description: "Changes how many units lines of a cart have." })
export class CartLinesUpdateInput extends CartTargetInput {
  @Field(() => [CartLineChangeInput], { description: "The lines, 1 to 250." })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly lines!: readonly CartLineChangeInput[];
}

@InputType({ description: "Takes lines out of a cart." })
export class CartLinesRemoveInput extends CartTargetInput {
  @Field(() => [ID], { description: "The ids of the lines, 1 to 250." })
  @ArrayMinSize(1)
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly lineIds!: readonly string[];
}

const EMAIL = "The e-mail address. Null clears it.";
const PHONE = "The phone number, at most 40 characters. Null clears it.";
const VAT_ID = "The VAT id, in any spelling. It must be one that can exist. Null clears it.";
const NOTE = `A note, at most ${CART_LIMITS.note.toLocaleString("en")} characters. Null clears it.`;
const ATTRIBUTES = `The attributes of the cart, at most ${MAX_ATTRIBUTES}; they replace the former ones. Null clears them.`;
const SHIPPING = "Where to deliver. Null clears it.";
const BILLING = "Who the invoice is made out to. Null: the shipping address.";

@InputType({ description: "Changes what a buyer says about a cart. Omitted fields stay." })
export class CartUpdateInput extends CartTargetInput {
  @Field(() => String, { nullable: true, description: EMAIL })
  @MaxLength(INPUT_LIMITS.name)
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: PHONE })
  @MaxLength(INPUT_LIMITS.name)
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: VAT_ID })
  @MaxLength(INPUT_LIMITS.id)
  readonly vatId?: string | null;

  @Field(() => String, { nullable: true, description: NOTE })
  @MaxLength(CART_LIMITS.note)
  readonly note?: string | null;

  @Field(() => [AttributeInput], { nullable: true, description: ATTRIBUTES })
  @ArrayMaxSize(MAX_ATTRIBUTES)
  @ValidateNested({ each: true })
  readonly attributes?: readonly AttributeInput[] | null;

  @Field(() => PostalAddressInput, { nullable: true, description: SHIPPING })
  @ValidateNested()
  readonly shippingAddress?: PostalAddressInput | null;

  @Field(() => PostalAddressInput, { nullable: true, description: BILLING })
  @ValidateNested()
  readonly billingAddress?: PostalAddressInput | null;
}

@InputType({ description: "Chooses how the lines of a delivery group are sent." })
export class CartDeliveryOptionSelectInput extends CartTargetInput {
  @Field(() => ID, { description: "The id of one of the delivery options of the group." })
  @MaxLength(INPUT_LIMITS.id)
  readonly deliveryOptionId!: string;

  @Field(() => String, {
    nullable: true,
    description: "The key of the delivery group. Null or omitted: the only one.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly deliveryGroup?: string | null;
}

@InputType({ description: "Moves a cart to another market." })
export class CartMarketSelectInput extends CartTargetInput {
  @Field(() => String, { description: "The key of the market, such as `ch`." })
  @MaxLength(INPUT_LIMITS.id)
  readonly market!: string;
}

@InputType({ description: "A new cart. Everything can also be added later." })
export class CartCreateInput extends DryRunInput {
  @Field(() => [CartLineInput], { nullable: true, description: "The lines, at most 250." })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly lines?: readonly CartLineInput[] | null;

  @Field(() => String, { nullable: true, description: "The e-mail address." })
  @MaxLength(INPUT_LIMITS.name)
  readonly email?: string | null;

  @Field(() => String, { nullable: true, description: "The phone number." })
  @MaxLength(INPUT_LIMITS.name)
  readonly phone?: string | null;

  @Field(() => String, { nullable: true, description: "The VAT id, in any spelling." })
  @MaxLength(INPUT_LIMITS.id)
  readonly vatId?: string | null;

  @Field(() => String, { nullable: true, description: NOTE })
  @MaxLength(CART_LIMITS.note)
  readonly note?: string | null;

  @Field(() => [AttributeInput], {
    nullable: true,
    description: `The attributes of the cart, at most ${MAX_ATTRIBUTES}.`,
  })
  @ArrayMaxSize(MAX_ATTRIBUTES)
  @ValidateNested({ each: true })
  readonly attributes?: readonly AttributeInput[] | null;

  @Field(() => PostalAddressInput, { nullable: true, description: "Where to deliver." })
  @ValidateNested()
  readonly shippingAddress?: PostalAddressInput | null;

  @Field(() => PostalAddressInput, { nullable: true, description: BILLING })
  @ValidateNested()
  readonly billingAddress?: PostalAddressInput | null;
}

@InputType({ description: "Places the order of a cart." })
export class CheckoutSubmitInput extends CartTargetInput {
  @Field(() => String, {
    nullable: true,
    description:
      "How it is paid: the key of one of the `paymentMethods` of the cart. Null or omitted only when the total is zero.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly paymentMethod?: string | null;

  @Field(() => PaymentInput, {
    nullable: true,
    description:
      "What the buyer pays with, for a method with a gateway. With a token, an Idempotency-Key must be a random UUID (version 4).",
  })
  @ValidateNested()
  readonly payment?: PaymentInput | null;

  @Field(() => Decimal, {
    description:
      "The total that the buyer saw: `totals.total.amount` of the cart. Another one is refused with PRICE_CHANGED.",
  })
  readonly expectedTotal!: string;

  @Field(() => CurrencyCode, {
    nullable: true,
    description:
      "The currency of the total that the buyer saw: `currency` of the cart. Another one is refused with PRICE_CHANGED. Null or omitted: whatever the cart has now.",
  })
  readonly expectedCurrency?: string | null;
}
