import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { GraphQLDateTime } from "graphql-scalars";
import { Field, ID, InputType, Int } from "type-graphql";
import {
  MAX_LINE_QUANTITY,
  MAX_QUOTE_LINES,
  MAX_QUOTE_PARTS,
} from "../../../../application/pricing/quotes/quote-parts.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { QuoteBuyerInput } from "./quote-buyer-input.js";

@InputType({ description: "A line of a quote." })
class QuoteLineInput {
  @Field(() => ID, { description: "The id of the variant." })
  @MaxLength(INPUT_LIMITS.id)
  readonly variantId!: string;

  @Field(() => Int, { description: "Number of units, from 1 to 1,000,000." })
  @IsInt()
  @Min(1)
  @Max(MAX_LINE_QUANTITY)
  readonly quantity!: number;
}

@InputType({ description: "A discount whose amount is already decided." })
class QuoteDiscountInput {
  @Field(() => Decimal, {
    description:
      "The amount, in the currency of the market. What exceeds what is left is not applied.",
  })
  readonly amount!: string;

  @Field(() => String, { description: "The reason, for people: 1 to 255 characters." })
  @Length(1, INPUT_LIMITS.name)
  readonly reason!: string;

  @Field(() => [Int], {
    nullable: true,
    description:
      "The positions of the lines that it is on; the first line is 0. Empty or null: all.",
  })
  @ArrayMaxSize(MAX_QUOTE_LINES)
  @IsInt({ each: true })
  @Min(0, { each: true })
  readonly lines?: readonly number[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is on all deliveries of the quote together, and not on lines. It cannot name lines then. Default: false.",
  })
  readonly onDelivery?: boolean | null;
}

@InputType({ description: "A delivery or a fee." })
class QuoteChargeInput {
  @Field(() => Decimal, { description: "The amount, in the currency of the market." })
  readonly amount!: string;

  @Field(() => String, { description: "What it is, for people: 1 to 255 characters." })
  @Length(1, INPUT_LIMITS.name)
  readonly reason!: string;

  @Field(() => String, {
    nullable: true,
    description: "The key of its tax category. Default: the default category of the shop.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly taxCategory?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is taxed; false for a deposit. Default: true.",
  })
  readonly taxable?: boolean | null;
}

@InputType({ description: "What a quote is asked for." })
export class QuotePreviewInput {
  @Field(() => String, {
    nullable: true,
    description: "The key of the market. Default: the default market.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly market?: string | null;

  @Field(() => [QuoteLineInput], { description: "The lines, at most 200." })
  @ArrayMaxSize(MAX_QUOTE_LINES)
  @ValidateNested({ each: true })
  readonly lines!: readonly QuoteLineInput[];

  @Field(() => [QuoteDiscountInput], {
    nullable: true,
    description:
      "The discounts, at most 100: those on lines come before those on the order, and those on delivery come last.",
  })
  @ArrayMaxSize(MAX_QUOTE_PARTS)
  @ValidateNested({ each: true })
  readonly discounts?: readonly QuoteDiscountInput[] | null;

  @Field(() => [QuoteChargeInput], { nullable: true, description: "The deliveries, at most 100." })
  @ArrayMaxSize(MAX_QUOTE_PARTS)
  @ValidateNested({ each: true })
  readonly delivery?: readonly QuoteChargeInput[] | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The key or the id of a delivery option that delivers the lines to the address of the buyer. One that a carrier prices is refused.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly deliveryOption?: string | null;

  @Field(() => [QuoteChargeInput], {
    nullable: true,
    description: "Fees whose amounts are already decided, at most 100.",
  })
  @ArrayMaxSize(MAX_QUOTE_PARTS)
  @ValidateNested({ each: true })
  readonly fees?: readonly QuoteChargeInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "The keys of fees of the shop that are charged too, at most 100. A fee on small orders applies by itself.",
  })
  @ArrayMaxSize(MAX_QUOTE_PARTS)
  @MaxLength(INPUT_LIMITS.id, { each: true })
  readonly feeKeys?: readonly string[] | null;

  @Field(() => QuoteBuyerInput, {
    nullable: true,
    description: "Who buys. Default: a buyer whose address is not known yet, and who owes tax.",
  })
  @ValidateNested()
  readonly buyer?: QuoteBuyerInput | null;

  @Field(() => GraphQLDateTime, {
    nullable: true,
    description:
      "The moment whose prices, price lists, tax rates and terms of the market apply: in the past as they were, for 730 days; in the future with scheduled price changes. Refused with QUOTE_BEFORE_HISTORY before that, and before the market was created. Fees and delivery options are as they are now. Default: now.",
  })
  readonly asOf?: Date | null;
}
