import { ArrayMaxSize, Matches, MaxLength, ValidateNested } from "class-validator";
import { Field, InputType } from "type-graphql";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";

/** What the description of each filter of products says. */
export const ONE_VARIANT =
  "Conditions on variants must all be met by one and the same variant of a product.";

/** The conditions of both lists and the search. */
@InputType()
export abstract class CommonFilterInput {
  @Field(() => [String], {
    nullable: true,
    description: "Only products with at least one of these tags (OR). At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly tags?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Only products of one of these vendors (OR); an empty string means no vendor. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly vendors?: readonly string[] | null;

  @Field(() => [String], {
    nullable: true,
    description:
      "Only products with one of these types (OR); an empty string means no type. At most 250.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @MaxLength(INPUT_LIMITS.name, { each: true })
  readonly productTypes?: readonly string[] | null;

  @Field(() => PriceRangeFilter, {
    nullable: true,
    description:
      "Only products with a variant whose price is in this range, in the currency of the market.",
  })
  @ValidateNested()
  readonly price?: PriceRangeFilter | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only products with a variant that can be bought now. False: only those without; with other conditions on variants, none of the variants that meet them can be bought.",
  })
  readonly available?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "True: only products with a variant on sale. False: only those without; with other conditions on variants, none of the variants that meet them is on sale.",
  })
  readonly onSale?: boolean | null;
}

@InputType({
  description:
    "A price range in the currency of the market, inclusive. Both limits must hold (AND).",
})
class PriceRangeFilter {
  @Field(() => Decimal, { nullable: true, description: "The lowest price." })
  @Matches(/^\d/, { message: "min must not be negative" })
  readonly min?: string | null;

  @Field(() => Decimal, { nullable: true, description: "The highest price." })
  @Matches(/^\d/, { message: "max must not be negative" })
  readonly max?: string | null;
}
