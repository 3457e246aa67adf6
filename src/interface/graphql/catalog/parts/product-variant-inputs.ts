import { ArrayMaxSize, MaxLength, ValidateNested } from "class-validator";
import { Field, ID, InputType } from "type-graphql";
import { LONGEST_ID, MOST_ENTRIES } from "../../input-limits.js";
import { ProductTargetInput } from "../products/product-inputs.js";
import { VariantChangesInput, VariantDraftInput } from "./variant-inputs.js";

@InputType({ description: "One variant, and what is to be different about it." })
export class VariantUpdateItemInput {
  @Field(() => ID, { description: "Which variant of the product." })
  @MaxLength(LONGEST_ID)
  readonly id!: string;

  @Field(() => VariantChangesInput, { description: "What is to be different." })
  @ValidateNested()
  readonly changes!: VariantChangesInput;
}

@InputType({ description: "Which product is to have more variants." })
export class ProductVariantsAddInput extends ProductTargetInput {
  @Field(() => [VariantDraftInput], {
    description:
      "The new variants in their order, at most 250. They stand behind those that are there.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly variants!: readonly VariantDraftInput[];
}

@InputType({ description: "Which variants of a product to change, each in its own way." })
export class ProductVariantsUpdateInput extends ProductTargetInput {
  @Field(() => [VariantUpdateItemInput], {
    description: "The variants, at most 250, each named once.",
  })
  @ArrayMaxSize(MOST_ENTRIES)
  @ValidateNested({ each: true })
  readonly variants!: readonly VariantUpdateItemInput[];
}

@InputType()
abstract class VariantIdsInput extends ProductTargetInput {
  @Field(() => [ID], { description: "Variants of the product, at most 250, each named once." })
  @ArrayMaxSize(MOST_ENTRIES)
  @MaxLength(LONGEST_ID, { each: true })
  readonly variantIds!: readonly string[];
}

@InputType({ description: "Which variants to take out of a product." })
export class ProductVariantsRemoveInput extends VariantIdsInput {}

@InputType({
  description:
    "Which variants of a product to put first, in this order. All others keep their order behind them.",
})
export class ProductVariantsReorderInput extends VariantIdsInput {}
