import { ArrayMaxSize, IsInt, Length, Max, MaxLength, Min, ValidateNested } from "class-validator";
import { Field, ID, InputType, Int } from "type-graphql";
import type { SoldOutPolicy, WeightUnit } from "../../../../domain/catalog/variants/variant.js";
import { Decimal } from "../../schema/decimal.js";
import { INPUT_LIMITS } from "../../schema/input-limits.js";
import { SoldOutPolicies } from "./sold-out-policies.js";
import { WeightUnits } from "./weight-units.js";

@InputType({
  description:
    "Changes to a variant, including price and stock. Omitted fields stay; null clears a field.",
})
export class VariantChangesInput {
  @Field(() => [OptionValueInput], {
    nullable: true,
    description:
      "The values, one per option, in any order. Options that are not listed keep their value; a new variant needs all of them.",
  })
  @ArrayMaxSize(INPUT_LIMITS.entries)
  @ValidateNested({ each: true })
  readonly optionValues?: readonly OptionValueInput[] | null;

  @Field(() => String, {
    nullable: true,
    description: "The SKU, unique in the shop, at most 255 characters.",
  })
  @MaxLength(INPUT_LIMITS.name)
  readonly sku?: string | null;

  @Field(() => String, {
    nullable: true,
    description: "The barcode: EAN, UPC or ISBN, at most 64 characters.",
  })
  @MaxLength(INPUT_LIMITS.code)
  readonly barcode?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description:
      "The price, in the currency of the default market. Null also removes the compare-at price and the cost.",
  })
  readonly price?: string | null;

  @Field(() => Decimal, {
    nullable: true,
    description: "The compare-at price. The shop shows it only while it is higher than the price.",
  })
  readonly compareAtPrice?: string | null;

  @Field(() => Decimal, { nullable: true, description: "What the merchant pays for it." })
  readonly cost?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Units on hand, including units promised to buyers. Null deletes the stock record; refused while units are promised.",
  })
  @IsInt()
  @Min(-INPUT_LIMITS.units)
  @Max(INPUT_LIMITS.units)
  readonly onHand?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      "Whether its stock is tracked. Default for a new variant: true if `onHand` is given.",
  })
  readonly tracked?: boolean | null;

  @Field(() => SoldOutPolicies, {
    nullable: true,
    description: "What happens when it is out of stock. Default DENY.",
  })
  readonly soldOutPolicy?: SoldOutPolicy | null;

  @Field(() => WeightInput, { nullable: true, description: "The weight." })
  @ValidateNested()
  readonly weight?: WeightInput | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is shipped, unlike a download or a service. Default true.",
  })
  readonly requiresShipping?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description: "Whether it is taxed. Default true.",
  })
  readonly taxable?: boolean | null;

  @Field(() => String, {
    nullable: true,
    description:
      "The key of its tax category, in any case, at most 64 characters. A code that is no key is kept; the default category applies.",
  })
  @MaxLength(INPUT_LIMITS.code)
  readonly taxCode?: string | null;

  @Field(() => UnitPriceMeasureInput, {
    nullable: true,
    description: "The measures for a price per unit, where the law requires one.",
  })
  @ValidateNested()
  readonly unitPriceMeasure?: UnitPriceMeasureInput | null;

  @Field(() => String, {
    nullable: true,
    description: "The country that it comes from, as an ISO 3166-1 alpha-2 code such as `PT`.",
  })
  @MaxLength(2)
  readonly countryOfOrigin?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: "The variant's own image: one of the product's images.",
  })
  @MaxLength(INPUT_LIMITS.id)
  readonly mediaId?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      "Alternative to `mediaId`: index of the image among the product's images, from 0; for a new product, among the images of the same input.",
  })
  @IsInt()
  @Min(0)
  @Max(INPUT_LIMITS.entries)
  readonly mediaIndex?: number | null;
}

const MAX_UNIT_LENGTH = 32;

@InputType({ description: "The value of a variant for one option." })
class OptionValueInput {
  @Field(() => String, { description: "The name of the option, such as `Size`." })
  @Length(1, INPUT_LIMITS.name)
  readonly name!: string;

  @Field(() => String, {
    description:
      "The value, such as `M`. A new value is appended to the option. A value that differs from an existing one only in case or accents is refused.",
  })
  @Length(1, INPUT_LIMITS.name)
  readonly value!: string;
}

@InputType({ description: "A weight." })
class WeightInput {
  @Field(() => Decimal, {
    description: "The weight in `unit`, not negative; stored in whole milligrams.",
  })
  readonly value!: string;

  @Field(() => WeightUnits, { description: "The unit, also used for display." })
  readonly unit!: WeightUnit;
}

@InputType({
  description:
    "The measures for a price per unit: 750 ml are sold, the price is displayed per 1 l.",
})
class UnitPriceMeasureInput {
  @Field(() => Decimal, { description: "The quantity that a variant contains, such as `750`." })
  readonly total!: string;

  @Field(() => String, { description: "The unit of `total`, such as `ml`, at most 32 characters." })
  @Length(1, MAX_UNIT_LENGTH)
  readonly totalUnit!: string;

  @Field(() => Decimal, {
    description: "The quantity that the displayed price refers to, such as `1`.",
  })
  readonly base!: string;

  @Field(() => String, { description: "The unit of `base`, such as `l`, at most 32 characters." })
  @Length(1, MAX_UNIT_LENGTH)
  readonly baseUnit!: string;
}
