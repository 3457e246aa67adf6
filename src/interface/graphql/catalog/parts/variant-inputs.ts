import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type { SoldOutPolicy, WeightUnit } from "../../../../domain/catalog/variant.js";
import { Decimal } from "../../scalars.js";
import { LONGEST_ID, LONGEST_NAME, MOST_ENTRIES } from "../../input-limits.js";
import { SoldOutPolicies } from "../admin-types.js";
import { WeightUnits } from "../value-types.js";

const LONGEST_CODE = 64;
const LONGEST_UNIT = 32;
const MOST_UNITS = 1_000_000_000;

@InputType({ description: "The value that a variant has of one option." })
export class OptionValueInput {
  @Field(() => String, { description: "The name of the option, such as `Size`." })
  @Length(1, LONGEST_NAME)
  readonly name!: string;

  @Field(() => String, {
    description:
      "The value, such as `M`. One that the option does not offer yet is added to it behind the others; written otherwise than an offered one only in case or accents, it is refused.",
  })
  @Length(1, LONGEST_NAME)
  readonly value!: string;
}

@InputType({ description: "What something weighs." })
export class WeightInput {
  @Field(() => Decimal, {
    description: "The weight in `unit`, not below zero; it is kept in whole milligrams.",
  })
  readonly value!: string;

  @Field(() => WeightUnits, { description: "The unit, in which it is shown too." })
  readonly unit!: WeightUnit;
}

@InputType({
  description: "How a price per unit is worked out: 750 ml are sold, the price is shown per 1 l.",
})
export class UnitPriceMeasureInput {
  @Field(() => Decimal, { description: "How much a variant holds, such as `750`." })
  readonly total!: string;

  @Field(() => String, { description: "The unit of `total`, such as `ml`, at most 32 characters." })
  @Length(1, LONGEST_UNIT)
  readonly totalUnit!: string;

  @Field(() => Decimal, { description: "How much the price is shown for, such as `1`." })
  readonly base!: string;

  @Field(() => String, { description: "The unit of `base`, such as `l`, at most 32 characters." })
  @Length(1, LONGEST_UNIT)
  readonly baseUnit!: string;
}

@InputType({
  description:
    "What people write about a variant, with its price and its stock. What is left out stays, null takes it away.",
})
export class VariantChangesInput {
  @Field(() => [OptionValueInput], {
    nullable: true,
    description:
      "What the variant is, option by option, in any order. Options that are not named keep their value; those of a new variant are all named.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly optionValues?: readonly OptionValueInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The merchant's number for it, unique in the shop, at most 255 characters.",
  })
  @MaxLength(LONGEST_NAME)
  readonly sku?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The number of its barcode: EAN, UPC, ISBN. At most 64 characters.",
  })
  @MaxLength(LONGEST_CODE)
  readonly barcode?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "What it costs, in the currency of the shop. Null takes the crossed-out price and the cost away too.",
  })
  readonly price?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The crossed-out price. It is shown only while it stands above the price.",
  })
  readonly compareAtPrice?: string | null;

  @Field(() => Decimal, { nullable: true, description: "What it costs the merchant." })
  readonly cost?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "The units on the shelf, those promised to buyers included. Null when nobody is to know any more; not while units are promised.",
  })
  @IsInt()
  @Min(-MOST_UNITS)
  @Max(MOST_UNITS)
  readonly onHand?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether its stock is counted. A new variant's is when `onHand` is given.",
  })
  readonly tracked?: boolean | null;

  @Field(() => SoldOutPolicies, {
    nullable: true,
    description: "What happens when its stock is used up. DENY when nobody has said.",
  })
  readonly soldOutPolicy?: SoldOutPolicy | null;

  @Field(() => WeightInput, { nullable: true, description: "What it weighs." })
  @ValidateNested()
  readonly weight?: WeightInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether it is sent to the buyer, unlike a download or a service. True when nobody has said.",
  })
  readonly requiresShipping?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether tax is charged on it. True when nobody has said.",
  })
  readonly taxable?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description: "How a tax service knows it, at most 64 characters.",
  })
  @MaxLength(LONGEST_CODE)
  readonly taxCode?: string | null;

  @Field(() => UnitPriceMeasureInput, {
    nullable: true,
    description: "How its price per unit is worked out, where the law asks for one.",
  })
  @ValidateNested()
  readonly unitPriceMeasure?: UnitPriceMeasureInput | null;

  @Field(() => ID, {
    nullable: true,
    description: "The image of this very variant: one of the images of its product.",
  })
  @MaxLength(LONGEST_ID)
  readonly mediaId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Another way to name its image: the place among the images of the product, counted from 0. Among those that are given along, for a new product.",
  })
  @IsInt()
  @Min(0)
  @Max(MOST_ENTRIES)
  readonly mediaIndex?: number | null;
}

@InputType({
  description:
    "A new variant: one combination of the product's options. Only the option values are needed, and none where the product offers no choice.",
})
export class VariantDraftInput extends VariantChangesInput {}
